import type { PublicConsultation } from '../domain/disclosure/consultation';
import type { Disclosure } from '../domain/disclosure/disclosure';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { askInWords, HeedLine, toHeeds, toWishBlock, WishBlock } from './consultation.presenter';
import { DecidedBlock, toDecided } from './decided.presenter';
import { PlanBlock, toPlanBlock } from './plan.presenter';
import { toDisruptionHeeds } from './works.presenter';

/** The blocks of the page that tell what residents decide; what is not there has nothing to tell. */
export interface ResidentBlocks {
  heeds?: HeedLine[];
  plan?: PlanBlock;
  decided?: DecidedBlock;
  wishes?: WishBlock;
}

/** What to heed, what is changed, what was decided, what became of wishes. */
export function toResidents(told: Disclosure, today: CalendarDate): ResidentBlocks {
  const { compound, street, community, current, contacts, consultation, works } = told;
  const ask = askInWords(contacts, community ?? street);
  const heeds = [...toDisruptionHeeds(works), ...toHeeds(consultation, ask, today)];
  const isConsulting = current?.state === 'active' && current.stage === 'consultation';
  return {
    ...(heeds.length && { heeds }),
    ...toDecisions(consultation, { code: compound.code, isConsulting, today }),
  };
}

/** The same of an earlier renovation, where nothing is left to heed; undefined where it has nothing to tell. */
export function toEarlierResidents(
  consultation: PublicConsultation,
  code: string,
  today: CalendarDate,
): ResidentBlocks | undefined {
  const blocks = toDecisions(consultation, { code, isConsulting: false, today });
  return Object.keys(blocks).length ? blocks : undefined;
}

function toDecisions(
  consultation: PublicConsultation,
  about: { code: string; isConsulting: boolean; today: CalendarDate },
): ResidentBlocks {
  const { code, today } = about;
  const plan = toPlanBlock(consultation.plan, code, today);
  const decided = toDecided(consultation, about);
  const wishes = toWishBlock(consultation, code, today);
  return { ...(plan && { plan }), ...(decided && { decided }), ...(wishes && { wishes }) };
}
