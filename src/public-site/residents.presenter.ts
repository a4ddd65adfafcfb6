import type { Disclosure } from '../domain/disclosure/disclosure';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { askInWords, HeedLine, toHeeds, toWishBlock, WishBlock } from './consultation.presenter';
import { DecidedBlock, toDecided } from './decided.presenter';
import { PlanBlock, toPlanBlock } from './plan.presenter';

/** The blocks of the page that tell what residents decide; what is not there has nothing to tell. */
export interface ResidentBlocks {
  heeds?: HeedLine[];
  plan?: PlanBlock;
  decided?: DecidedBlock;
  wishes?: WishBlock;
}

/** What to heed, what is changed, what was decided, what became of wishes. */
export function toResidents(told: Disclosure, today: CalendarDate): ResidentBlocks {
  const { compound, street, community, current, contacts, consultation } = told;
  const { code } = compound;
  const heeds = toHeeds(consultation, askInWords(contacts, community ?? street), today);
  const plan = toPlanBlock(consultation.plan, code, today);
  const isConsulting = current?.state === 'active' && current.stage === 'consultation';
  const decided = toDecided(consultation, { code, isConsulting, today });
  const wishes = toWishBlock(consultation, code, today);
  return {
    ...(heeds.length && { heeds }),
    ...(plan && { plan }),
    ...(decided && { decided }),
    ...(wishes && { wishes }),
  };
}
