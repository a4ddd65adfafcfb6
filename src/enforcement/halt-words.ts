import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { haltKindNames, haltOn, haltSources } from '../domain/removal/statutory-halts';
import type { StatusMark } from '../platform/web/figures';
import { CaseRecords, liveHalts } from './case-records';
import type { StatutoryHalt } from './enforcement.entities';
import { enforcementPaths } from './enforcement.paths';

/** One halt of a case, as the column shows it. */
export interface HaltLine {
  mark: StatusMark;
  about: string;
  reason: string;
  /** Set where it may be ended or taken back. */
  endLink: string;
}

/** From when to when a case is halted, and by which paragraph. */
export const haltAbout = ({ kind, fromOn, endedOn }: StatutoryHalt): string =>
  [`${dayInWords(fromOn)}起`, endedOn ? `${dayInWords(endedOn)}恢复` : '', haltSources[kind]]
    .filter(Boolean)
    .join('，');

/** The halts of the case of now. */
export const toHalts = (records: CaseRecords, today: CalendarDate, mayEdit: boolean): HaltLine[] =>
  liveHalts(records).map((halt) => ({
    mark: { state: haltOn([halt], today) ? 'late' : 'idle', word: haltKindNames[halt.kind] },
    about: haltAbout(halt),
    reason: [halt.reason, halt.endedReason].filter(Boolean).join('；'),
    endLink: mayEdit && halt.endedOn === null ? enforcementPaths.endHalt(halt.id) : '',
  }));
