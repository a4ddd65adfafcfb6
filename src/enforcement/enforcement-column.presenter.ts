import { Blocker, stopping } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { lateServiceWarnings } from '../domain/removal/document-service';
import { decisionDelayWarnings } from '../domain/removal/forced-rules';
import { withdrawalWarnings } from '../domain/removal/removal-rules';
import { StatutoryCase } from '../domain/removal/statutory-case';
import { CaseSentence, caseSentence, trackSentence } from '../domain/removal/statutory-clock';
import { StepOffer, stepOffers, stepRecordWarnings } from '../domain/removal/statutory-engine';
import { haltOn } from '../domain/removal/statutory-halts';
import { caseBlockers, settingBlockers } from '../domain/removal/statutory-recording';
import { statutorySteps } from '../domain/removal/statutory-steps';
import { structureKinds } from '../domain/removal/structure-kinds';
import type { StoredFile } from '../files/stored-file.entity';
import type { StatusMark } from '../platform/web/figures';
import {
  CaseRecords,
  FoundPaper,
  livePapers,
  standingOf,
  toStatutoryCase,
  toStepRecord,
} from './case-records';
import type { CaseAtPlace } from './enforcement.desk';
import { enforcementPaths } from './enforcement.paths';
import { HaltLine, toHalts } from './halt-words';
import { issuedInWords, ScanLink, servedInWords, toScans } from './paper-words';
import { printOffers } from './print-offers';
import { standingInWords } from './standing-words';

/** One step of the case: written down, open, waiting for something, or not asked for. */
export interface EnforcementLine {
  name: string;
  document: string;
  mark: StatusMark;
  /** Organ, day and number of a paper that is written down. */
  issued: string;
  served: string;
  deadline: string;
  scans: ScanLink[];
  warnings: string[];
  /** What is still missing, with its paragraph. */
  reasons: { text: string; source?: string }[];
  /** 最早 2026年3月27日; empty where no day is known. */
  opensOn: string;
  link: string;
  action?: { label: string; link: string };
}

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
  /** Steps nobody asks for in this case, folded away. */
  notNeeded: string[];
  withdrawn: { text: string; link: string }[];
  earlier: { text: string; link: string }[];
  prints: { label: string; link: string }[];
}

/** What the column is built of. */
export interface EnforcementColumnView extends CaseAtPlace {
  files: ReadonlyMap<number, StoredFile>;
  today: CalendarDate;
  calendar: WorkCalendar;
  mayEdit: boolean;
}

/** The case of one structure on this day. */
export function toEnforcementColumn(view: EnforcementColumnView): EnforcementColumn {
  const { structure, renovation, records, today, calendar } = view;
  const known = toStatutoryCase(structure, records);
  const setting = { state: structure.state, renovation: renovation.state };
  const isBegun = known.steps.length > 0;
  const mayBegin = view.mayEdit && startsCase(known) && !settingBlockers(setting, 'reported').length;
  const mayChange = view.mayEdit && isBegun && !caseBlockers(setting).length;
  const offers = isBegun ? stepOffers(known, today, calendar) : [];
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
    lines: offers.filter(({ standing }) => standing !== 'not-needed').map((offer) => toLine(offer, view)),
    notNeeded: offers
      .filter(({ standing }) => standing === 'not-needed')
      .map(({ step }) => statutorySteps[step].name),
    ...olderPapers(records),
    prints: view.mayEdit ? printOffers(structure, isBegun) : [],
  };
}

/** Is there an organ that could decide against this kind at all? Where people only talk, no case is begun. */
const startsCase = ({ kind }: StatutoryCase): boolean => {
  const { track } = structureKinds[kind];
  return track !== 'civil' && track !== 'consent';
};

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
  const standing = standingOf(records);
  const penalty = standing && {
    changedOn: standing.penaltyPublishedOn ? standing.penaltyChangedOn : null,
    withdrawnOn: standing.penaltyWithdrawnOn,
  };
  const found: Blocker[] = [
    ...decisionDelayWarnings(known, today),
    ...(decided ? lateServiceWarnings(decided.issuedOn, decided.service, today, calendar) : []),
    ...(penalty ? withdrawalWarnings(penalty, today, calendar) : []),
  ];
  return found.map(({ text, source }) => (source ? `${text}（${source}）` : text));
}

function toLine(
  { step, standing, blockers, opensOn }: StepOffer,
  view: EnforcementColumnView,
): EnforcementLine {
  const { name, document } = statutorySteps[step];
  const paper = livePapers(view.records).find((one) => one.step === step);
  const blank = {
    name,
    document,
    issued: '',
    served: '',
    deadline: '',
    scans: [],
    warnings: [],
    reasons: [],
  };
  if (paper) return { ...blank, ...toRecorded(paper, view) };
  const mark: StatusMark =
    standing === 'open' ? { state: 'doing', word: '现在可以办' } : { state: 'idle', word: '还不能办' };
  return {
    ...blank,
    mark,
    reasons: stopping(blockers).map(({ text, source }) => ({ text, source })),
    opensOn: opensOn !== null && opensOn > view.today ? `最早 ${dayInWords(opensOn)}` : '',
    link: '',
    action: actionOf(step, blockers, view),
  };
}

const toRecorded = (paper: FoundPaper, { files }: EnforcementColumnView) => ({
  mark: { state: 'done' as const, word: '已登记' },
  issued: issuedInWords(paper),
  served: servedInWords(paper),
  deadline: paper.deadlineOn ? `期限到 ${dayInWords(paper.deadlineOn)}` : '',
  scans: [...toScans(paper, 'paper', files), ...toScans(paper, 'proof', files)],
  warnings: stepRecordWarnings(toStepRecord(paper)).map(({ text }) => text),
  opensOn: '',
  link: enforcementPaths.paper(paper.id),
  ...(servedInWords(paper) &&
    !paper.servedOn && { action: { label: '登记送达', link: enforcementPaths.service(paper.id) } }),
});

// What only waits for a day may have been issued on another one, and is written down later; what misses a paper may not.
function actionOf(
  step: StepOffer['step'],
  blockers: readonly Blocker[],
  { structure, renovation, mayEdit }: EnforcementColumnView,
): EnforcementLine['action'] {
  const setting = { state: structure.state, renovation: renovation.state };
  if (!mayEdit || settingBlockers(setting, step).length) return undefined;
  if (step === 'executed') {
    if (stopping(blockers).length) return undefined;
    return { label: '登记强制拆除', link: enforcementPaths.removeByForce(structure.id) };
  }
  if (blockers.some(({ code }) => code === 'removal.step-before')) return undefined;
  return { label: '登记', link: enforcementPaths.newPaper(structure.id, step) };
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
