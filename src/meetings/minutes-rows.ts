import type { Attendance } from '../domain/meeting/meeting-attendance';
import type { ActionPointDraft } from '../domain/meeting/action-point';
import { Decision, DecisionMatter, decisionMatterNames } from '../domain/meeting/meeting-decisions';
import { MeetingParty, meetingParties, meetingPartyNames } from '../domain/meeting/meeting-parties';
import { WishKind, wishKindNames, wishLimits } from '../domain/meeting/wish';
import { FieldError, RawForm, typedList } from '../platform/web/form';
import { Choice, Day, Text, WholeNumber } from '../platform/web/fields';
import { keysOf } from '../platform/web/options';
import { Answers, AnswersField } from './meeting.fields';
import { PostedRows, RowTable, readRows, typedRows } from './posted-rows';

class AttendanceForm {
  @Choice({ label: '参会方', of: meetingParties }) party: MeetingParty;
  @WholeNumber({ label: '应到', min: 0, max: 20_000, optional: true }) expected?: number;
  @WholeNumber({ label: '到会', min: 0, max: 20_000 }) present: number;
  @Text({ label: '到会的是谁', max: 200, optional: true }) who?: string;
}

class SaidForm {
  @Text({ label: '发言要点', max: 500, multiline: true }) said: string;
}

class DecisionForm {
  @Choice({ label: '事项', of: keysOf(decisionMatterNames) }) matter: DecisionMatter;
  @Text({ label: '议定内容', max: 2000, multiline: true }) text: string;
  @WholeNumber({ label: '同意', min: 0, max: 20_000, optional: true }) yes?: number;
  @WholeNumber({ label: '反对', min: 0, max: 20_000, optional: true }) no?: number;
  @WholeNumber({ label: '弃权', min: 0, max: 20_000, optional: true }) abstain?: number;
}

/** One new action point as typed; also the form of a point that is added later. */
export class PointForm {
  @Text({ label: '办什么', max: 300 }) text: string;
  @AnswersField({ label: '谁负责' }) answers: Answers;
  @Text({ label: '责任岗位', max: 40, optional: true }) role?: string;
  @Day({ label: '期限' }) dueOn: string;
}

class WishForm {
  @Choice({ label: '类别', of: keysOf(wishKindNames) }) kind: WishKind;
  @Text({ label: '居民意见', max: wishLimits.text, multiline: true }) text: string;
}

const attendanceTable: RowTable<AttendanceForm> = {
  prefix: 'attendance',
  row: AttendanceForm,
  columns: ['party', 'expected', 'present', 'who'],
  filled: ['expected', 'present', 'who'],
  called: (_, { party }) => `「${meetingPartyNames[party as MeetingParty] ?? '到会情况'}」一行`,
};

const saidTable: RowTable<SaidForm> = {
  prefix: 'agenda',
  row: SaidForm,
  columns: ['said'],
  filled: ['said'],
  called: (number) => `议程第 ${number} 项`,
};

export const decisionTable: RowTable<DecisionForm> = {
  prefix: 'decision',
  row: DecisionForm,
  columns: ['matter', 'text', 'yes', 'no', 'abstain'],
  filled: ['text', 'yes', 'no', 'abstain'],
  called: (number) => `第 ${number} 条议定事项`,
};

export const pointTable: RowTable<PointForm> = {
  prefix: 'point',
  row: PointForm,
  columns: ['text', 'answers', 'role', 'dueOn'],
  filled: ['text', 'role', 'dueOn'],
  called: (number) => `第 ${number} 条督办事项`,
};

export const wishTable: RowTable<WishForm> = {
  prefix: 'wish',
  row: WishForm,
  columns: ['kind', 'text'],
  filled: ['text'],
  called: (number) => `第 ${number} 条居民意见`,
};

/** A new action point with the role title of who answers. */
export interface NewPoint extends ActionPointDraft {
  role: string;
}

/** The tables of the minutes as they were filled in. */
export interface MinutesRows {
  attendance: Attendance[];
  /** What was said, by the place of its item on the agenda. */
  said: Map<number, string>;
  decisions: Decision[];
  points: NewPoint[];
  wishes: { kind: WishKind; text: string }[];
}

/** A point as typed in the words of the law. */
export const toNewPoint = ({ text, answers, role, dueOn }: PointForm): NewPoint => ({
  ...answers,
  text,
  role: role ?? '',
  dueOn,
});

const noRows: MinutesRows = { attendance: [], said: new Map(), decisions: [], points: [], wishes: [] };

/** Reads the tables; whatever is wrong in a row is said beside it. */
export function readMinutesRows(raw: RawForm): { rows: MinutesRows; errors: FieldError[] } {
  const attendance = readRows(raw, attendanceTable);
  const said = readRows(raw, saidTable);
  const decisions = readRows(raw, decisionTable);
  const points = readRows(raw, pointTable);
  const wishes = readRows(raw, wishTable);
  const errors = [attendance, said, decisions, points, wishes].flatMap(
    (read: PostedRows<object>) => read.errors,
  );
  if (errors.length) return { rows: noRows, errors };
  const signed = typedList(raw.signed);
  return {
    rows: {
      attendance: attendance.rows.map(({ party, expected = null, present, who = '' }) => ({
        ...{ party, expected, present, who },
        signed: signed.includes(party),
      })),
      said: new Map(said.rows.map((row, at) => [said.places[at], row.said])),
      decisions: decisions.rows.map(({ matter, text, yes = null, no = null, abstain = null }) => ({
        ...{ matter, text },
        ...{ yes, no, abstain },
      })),
      points: points.rows.map(toNewPoint),
      wishes: wishes.rows.map(({ kind, text }) => ({ kind, text })),
    },
    errors: repeated(attendance.rows.map(({ party }) => party)),
  };
}

/** What was typed for one party; undefined where its row was not posted. */
export const typedAttendance = (raw: RawForm): Map<string, Record<string, string>> =>
  new Map(typedRows(raw, attendanceTable).map((row) => [row.party, row]));

const repeated = (parties: readonly string[]): FieldError[] =>
  new Set(parties).size === parties.length
    ? []
    : [{ field: 'attendanceParty', message: '同一参会方只填一行，请刷新页面后再填' }];
