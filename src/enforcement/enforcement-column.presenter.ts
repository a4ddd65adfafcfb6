import type { Blocker } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { lateServiceWarnings } from '../domain/removal/document-service';
import { decisionDelayWarnings } from '../domain/removal/forced-rules';
import { withdrawalWarnings } from '../domain/removal/removal-publication';
import type { StatutoryCase } from '../domain/removal/statutory-case';
import { CaseSentence, caseSentence, trackSentence } from '../domain/removal/statutory-clock';
import { stepOffers } from '../domain/removal/statutory-engine';
import { haltOn } from '../domain/removal/statutory-halts';
import { beginBlockers, caseBlockers, settingBlockers } from '../domain/removal/statutory-recording';
import { statutorySteps } from '../domain/removal/statutory-steps';
import type { StatusMark } from '../platform/web/figures';
import { CaseRecords, FoundPaper, penaltyOf, settingOf, standingOf, toStatutoryCase } from './case-records';
import { CaseView, EnforcementLine, isLater, toLine } from './case-lines.presenter';
import { enforcementPaths } from './enforcement.paths';
import { HaltLine, toHalts } from './halt-words';
import { issuedInWords } from './paper-words';
import { printOffers } from './print-offers';
import { standingInWords } from './standing-words';

/** The statutory case beside the log of persuasion (partial enforcement-column). */
export interface EnforcementColumn {
  isBegun: boolean;
  /** Who deals with this kind, and by which law. */
  track: string;
  /** Set where a case may be begun. */
  beginLink: string;
  clock?: { headline: string; more: string[]; mark: StatusMark };
  warnings: string[];
  halts: HaltLine[];
  /** What the person asked for, and what became of it. */
  standing: string[];
  /** Set where something may be written down. */
  remediesLink: string;
  haltLink: string;
  lines: EnforcementLine[];
  /** Steps whose turn has not come, folded away. */
  later: EnforcementLine[];
  /** Steps nobody asks for in this case, folded away. */
  notNeeded: string[];
  withdrawn: { text: string; link: string }[];
  earlier: { text: string; link: string }[];
  prints: { label: string; link: string }[];
}

/** The case of one structure on this day. */
export function toEnforcementColumn(view: CaseView): EnforcementColumn {
  const { structure, records, today, calendar } = view;
  const known = toStatutoryCase(structure, records);
  const setting = settingOf(view);
  const isBegun = known.steps.length > 0;
  const mayBegin = view.mayEdit && ![...beginBlockers(known), ...settingBlockers(setting, 'reported')].length;
  const mayChange = view.mayEdit && isBegun && !caseBlockers(setting).length;
  const offers = isBegun ? stepOffers(known, today, calendar) : [];
  const asked = offers.filter(({ standing }) => standing !== 'not-needed');
  return {
    isBegun,
    track: trackSentence(known),
    beginLink: !isBegun && mayBegin ? enforcementPaths.newPaper(structure.id, 'reported') : '',
    ...(isBegun && { clock: toClock(caseSentence(known, today, calendar)) }),
    warnings: isBegun ? warningsOf(known, records, today, calendar) : [],
    halts: toHalts(records, today, mayChange),
    standing: isBegun ? standingInWords(known, standingOf(records)) : [],
    remediesLink: mayChange ? enforcementPaths.remedies(structure.id) : '',
    haltLink: mayChange && !haltOn(known.halts, today) ? enforcementPaths.newHalt(structure.id) : '',
    lines: asked.filter((offer) => !isLater(offer)).map((offer) => toLine(offer, view)),
    later: asked.filter(isLater).map((offer) => toLine(offer, view)),
    notNeeded: offers
      .filter(({ standing }) => standing === 'not-needed')
      .map(({ step }) => statutorySteps[step].name),
    ...olderPapers(records),
    prints: view.mayEdit ? printOffers(structure, isBegun) : [],
  };
}

const clockMarks: Record<CaseSentence['state'], StatusMark> = {
  'force-open': { state: 'done', word: '期限已满' },
  'force-later': { state: 'doing', word: '等期限' },
  'going-on': { state: 'doing', word: '办理中' },
  held: { state: 'idle', word: '不能往下办' },
  over: { state: 'done', word: '已结案' },
};

const toClock = ({ state, headline, more }: CaseSentence) => ({ headline, more, mark: clockMarks[state] });

function warningsOf(
  known: StatutoryCase,
  records: CaseRecords,
  today: CalendarDate,
  calendar: WorkCalendar,
): string[] {
  const decided = known.steps.find(({ step }) => step === 'decided');
  const penalty = penaltyOf(records);
  const found: Blocker[] = [
    ...decisionDelayWarnings(known, today),
    ...(decided ? lateServiceWarnings(decided.issuedOn, decided.service, today, calendar) : []),
    ...(penalty ? withdrawalWarnings(penalty, today, calendar) : []),
  ];
  return found.map(({ text, source }) => (source ? `${text}（${source}）` : text));
}

function olderPapers({ papers, round }: CaseRecords): Pick<EnforcementColumn, 'withdrawn' | 'earlier'> {
  const toText = (paper: FoundPaper) => ({
    text: `${statutorySteps[paper.step].document}（${issuedInWords(paper)}）`,
    link: enforcementPaths.paper(paper.id),
  });
  return {
    withdrawn: papers.filter((one) => one.round === round && one.withdrawnOn !== null).map(toText),
    earlier: papers.filter((one) => one.round < round).map(toText),
  };
}
