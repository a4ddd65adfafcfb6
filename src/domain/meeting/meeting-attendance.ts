// Who really came? Counted by part, with role titles and a tick for the signed sheet; representatives consult with
// authority only when at least half of them came (a setting of the office; domain reference §4.1, §4.7; field-lesson 53).
import { Blocker, houseRule, warning } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { percent, reaches } from '../kernel/ratio';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { MeetingKind, meetingKinds } from './meeting-kinds';
import { MeetingParty, meetingPartyNames } from './meeting-parties';

/** How many of one part should have come, how many came, in which roles, and did they sign? null: not known. */
export interface Attendance {
  party: MeetingParty;
  expected: number | null;
  present: number;
  who: string;
  signed: boolean;
}

/**
 * How many came of how many? '24/28'; '24' where nobody knows how many should have come; '8/9，另 4 人' where it is known
 * of some parts only; '—' while nothing is written.
 */
export function attendanceInWords(rows: readonly Attendance[]): string {
  if (!rows.length) return '—';
  const known = rows.filter(({ expected }) => expected !== null);
  const came = (some: readonly Attendance[]) => some.reduce((sum, { present }) => sum + present, 0);
  if (!known.length) return String(came(rows));
  const expected = known.reduce((sum, row) => sum + (row.expected ?? 0), 0);
  const others = came(rows) - came(known);
  return `${came(known)}/${expected}${others ? `，另 ${others} 人` : ''}`;
}

/** What is wrong with the counts? */
export function attendanceBlockers(rows: readonly Attendance[]): Blocker[] {
  return rows
    .filter(({ expected, present }) => expected !== null && present > expected)
    .map(({ party, expected, present }) =>
      houseRule(
        'meeting.more-than-expected',
        `「${meetingPartyNames[party]}」到会 ${present} 人，多于应到 ${expected} 人，请核对`,
      ),
    );
}

/** Are enough representatives there to decide anything? */
interface RepresentativesPresent {
  expected: number;
  present: number;
  isEnough: boolean;
}

/** The representatives of a meeting; null while it is not known how many there are. */
export function representativesPresent(
  rows: readonly Attendance[],
  day: CalendarDate,
): RepresentativesPresent | null {
  const row = rows.find(({ party }) => party === 'representatives');
  if (!row || row.expected === null) return null;
  const { expected, present } = row;
  const quorum = percent(valueOn('meeting.representatives-quorum', day));
  return { expected, present, isEnough: reaches(present, expected, quorum) };
}

/** What is to be thought of: parts that normally come and did not, too few representatives. Stops nothing. */
export function attendanceWarnings(
  kind: MeetingKind,
  rows: readonly Attendance[],
  day: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  const came = (party: MeetingParty) => rows.some((row) => row.party === party && row.present > 0);
  const absent = meetingKinds[kind].parties.filter((party) => !came(party));
  if (kind === 'four-party' && absent.length) {
    const names = absent.map((party) => meetingPartyNames[party]).join('、');
    found.push(warning('meeting.party-absent', `四方缺了${names}，议定的事请会后告知`));
  }
  const representatives = kind === 'representatives' ? representativesPresent(rows, day) : null;
  if (representatives && !representatives.isEnough) {
    const { expected, present } = representatives;
    const share = ruleInWords(ruleOn('meeting.representatives-quorum', day)!);
    const text = `应到居民代表 ${expected} 人，到会 ${present} 人，不到 ${share}，议定事项不能算通过，请再开一次`;
    found.push(warning('meeting.no-quorum', text));
  }
  return found;
}

/** What must be known before the minutes of representatives are done? */
export function representativesBlockers(kind: MeetingKind, rows: readonly Attendance[]): Blocker[] {
  if (kind !== 'representatives') return [];
  const row = rows.find(({ party }) => party === 'representatives');
  return row && row.expected !== null
    ? []
    : [
        houseRule(
          'meeting.representatives-count',
          '请填写「居民代表」的应到和到会人数，到会够数才能议定事项',
        ),
      ];
}
