// A statutory case as it was recorded so far: its papers, what the person asked for, what halts it. The law reads it and
// keeps nothing; records that were withdrawn are left out by whoever asks (domain reference §3.4, §3.6).
import type { CalendarDate } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import type { Organ } from './competence';
import { effectiveOn, Service } from './document-service';
import { Lawsuit, Reconsideration, RemedyClock, remedyClock } from './remedy-clock';
import type { Halt } from './statutory-halts';
import { CarriedPart, StatutoryStepCode, statutorySteps } from './statutory-steps';
import type { Conclusion } from './identification';
import { StructureKind, structureKinds } from './structure-kinds';

/** One paper that was issued, or one act that was done. */
export interface StepRecord {
  step: StatutoryStepCode;
  issuedOn: CalendarDate;
  documentNumber: string;
  organ: Organ;
  carries: readonly CarriedPart[];
  /** Until when is the person given? null where the paper sets no day. */
  deadlineOn: CalendarDate | null;
  /** How many officers with certificates took part? */
  officers: number;
  service: Service | null;
  /** How many scans of it are on file? */
  files: number;
}

/** Did the person ask for a hearing? `waived` is in writing. */
export type HearingAsked = 'not-asked' | 'asked' | 'waived';

export const hearingAskedNames: Record<HearingAsked, string> = {
  'not-asked': '没有申请听证',
  asked: '申请了听证',
  waived: '书面放弃听证',
};

/** Were views stated, and were they answered? */
export type ViewsStated = 'none' | 'open' | 'answered';

export const viewsStatedNames: Record<ViewsStated, string> = {
  none: '没有陈述、申辩',
  open: '有陈述、申辩，还没有答复',
  answered: '有陈述、申辩，已复核答复',
};

/** Everything the law asks of a case. */
export interface StatutoryCase {
  kind: StructureKind;
  isUnderConstruction: boolean;
  isOwnerUnknown: boolean;
  /** Was it taken down without force, so that only the clearing and the end of the file are left? */
  isGone: boolean;
  steps: readonly StepRecord[];
  /** What the identification document concludes; null while there is none. */
  conclusion: Conclusion | null;
  hearing: HearingAsked;
  views: ViewsStated;
  reconsideration: Reconsideration | null;
  lawsuit: Lawsuit | null;
  halts: readonly Halt[];
}

/** The record of this step; undefined while there is none. */
export const recordOf = (
  { steps }: Pick<StatutoryCase, 'steps'>,
  step: StatutoryStepCode,
): StepRecord | undefined => steps.find((record) => record.step === step);

/** From which day does a paper count: served where it must be, else its own day? null while it does not. */
export function countsFrom(record: StepRecord | undefined, calendar: WorkCalendar): CalendarDate | null {
  if (!record) return null;
  if (!statutorySteps[record.step].isServed) return record.issuedOn;
  return record.service ? effectiveOn(record.service, calendar) : null;
}

/** Which parts does this paper lack? */
export const lackingParts = ({ step, carries }: Pick<StepRecord, 'step' | 'carries'>): CarriedPart[] =>
  statutorySteps[step].carries.filter((part) => !carries.includes(part));

/** How does the remedy clock of this case stand on this day? */
export function caseClock(known: StatutoryCase, day: CalendarDate, calendar: WorkCalendar): RemedyClock {
  const decided = recordOf(known, 'decided');
  const lacking = decided ? lackingParts(decided) : [];
  const toldRights = !lacking.includes('routes') && !lacking.includes('periods');
  const { reconsideration, lawsuit } = known;
  const servedOn = countsFrom(decided, calendar);
  return remedyClock({ servedOn, toldRights, reconsideration, lawsuit }, day, calendar);
}

/**
 * Is an identification document on record, and does it not call the thing lawful? Where the planning department is not
 * asked, the decision itself is that document. Until then nothing is called more than 疑似.
 */
export const isIdentified = (known: Pick<StatutoryCase, 'kind' | 'steps' | 'conclusion'>): boolean =>
  structureKinds[known.kind].needsIdentification
    ? recordOf(known, 'identified') !== undefined &&
      known.conclusion !== null &&
      known.conclusion !== 'lawful'
    : recordOf(known, 'decided') !== undefined;
