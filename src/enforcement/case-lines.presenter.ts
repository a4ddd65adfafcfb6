import { Blocker, stopping } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { StepOffer, stepRecordWarnings } from '../domain/removal/statutory-engine';
import { caseBlockers, settingBlockers } from '../domain/removal/statutory-recording';
import { statutorySteps } from '../domain/removal/statutory-steps';
import type { StoredFile } from '../files/stored-file.entity';
import type { StatusMark } from '../platform/web/figures';
import { FoundPaper, livePapers, settingOf, toStepRecord } from './case-records';
import type { CaseAtPlace } from './enforcement.desk';
import { enforcementPaths } from './enforcement.paths';
import { issuedInWords, ScanLink, servedInWords, toScans } from './paper-words';

/** One step of the case: written down, open, waiting for something, or not asked for. */
export interface EnforcementLine {
  name: string;
  document: string;
  mark: StatusMark;
  /** Organ, day and number of a paper that is written down, its service, and the day it gives. */
  about: string;
  scans: ScanLink[];
  warnings: string[];
  /** What is still missing, with its paragraph. */
  reasons: { text: string; source?: string }[];
  /** 最早 2026年3月27日; empty where no day is known. */
  opensOn: string;
  link: string;
  action?: { label: string; link: string };
}

/** What a case is shown by on a day. */
export interface CaseView extends CaseAtPlace {
  files: ReadonlyMap<number, StoredFile>;
  today: CalendarDate;
  calendar: WorkCalendar;
  mayEdit: boolean;
  /** May this person write a removal by force down? */
  mayForce: boolean;
}

/** One step of the case on this day. */
export function toLine({ step, standing, blockers, opensOn }: StepOffer, view: CaseView): EnforcementLine {
  const { name, document } = statutorySteps[step];
  const paper = livePapers(view.records).find((one) => one.step === step);
  const blank = { name, document, about: '', scans: [], warnings: [], reasons: [] };
  if (paper) return { ...blank, ...toRecorded(paper, view) };
  const mark: StatusMark =
    standing === 'open' ? { state: 'doing', word: '现在可以办' } : { state: 'idle', word: '还不能办' };
  return {
    ...blank,
    mark,
    reasons: stopping(blockers)
      .filter(({ code }) => !code.startsWith('removal.halt-'))
      .map(({ text, source }) => ({ text, source })),
    opensOn: opensOn !== null && opensOn > view.today ? `最早 ${dayInWords(opensOn)}` : '',
    link: '',
    action: actionOf(step, blockers, view),
  };
}

function toRecorded(paper: FoundPaper, view: CaseView) {
  const served = servedInWords(paper);
  const deadline = paper.deadlineOn ? `期限到 ${dayInWords(paper.deadlineOn)}` : '';
  const mayServe = view.mayEdit && served && !paper.servedOn && !caseBlockers(settingOf(view)).length;
  return {
    mark: { state: 'done' as const, word: '已登记' },
    about: [issuedInWords(paper), served, deadline].filter(Boolean).join('；'),
    scans: [...toScans(paper, 'paper', view.files), ...toScans(paper, 'proof', view.files)],
    warnings: stepRecordWarnings(toStepRecord(paper)).map(({ text }) => text),
    opensOn: '',
    link: enforcementPaths.paper(paper.id),
    ...(mayServe && { action: { label: '登记送达', link: enforcementPaths.service(paper.id) } }),
  };
}

/** Does it wait for another paper first? Force waits for all of them; the clock says so in full. */
export const isLater = ({ step, standing, blockers }: StepOffer): boolean =>
  standing === 'waiting' &&
  (step === 'executed' || blockers.some(({ code }) => code === 'removal.step-before'));

// What only waits for a day may have been issued on another one, and is written down later; what misses a paper may not.
function actionOf(
  step: StepOffer['step'],
  blockers: readonly Blocker[],
  view: CaseView,
): EnforcementLine['action'] {
  const { structure, mayEdit, mayForce } = view;
  if (!mayEdit || settingBlockers(settingOf(view), step).length) return undefined;
  if (step === 'executed') {
    if (!mayForce || stopping(blockers).length) return undefined;
    return { label: '登记强制拆除', link: enforcementPaths.removeByForce(structure.id) };
  }
  if (blockers.some(({ code }) => code === 'removal.step-before')) return undefined;
  return {
    label: stopping(blockers).length ? '补登' : '登记',
    link: enforcementPaths.newPaper(structure.id, step),
  };
}
