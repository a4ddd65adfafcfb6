import { Frame } from '../compounds/workspace';
import { decisionMatterNames } from '../domain/meeting/meeting-decisions';
import { meetingKinds } from '../domain/meeting/meeting-kinds';
import { MeetingParty, meetingPartyNames } from '../domain/meeting/meeting-parties';
import { wishKindNames, wishLimits } from '../domain/meeting/wish';
import { KeptFile } from '../files/kept-files';
import { DroppablePhoto, toDroppable } from '../files/photo-on-page';
import { StoredFile } from '../files/stored-file.entity';
import { FactLine, Option } from '../platform/web/figures';
import { FormState, RawForm, typedList } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { MeetingRecords } from './meeting-records';
import { mostRows } from './meeting.fields';
import { kindInWords } from './meetings.presenter';
import { meetingPaths } from './meetings.paths';
import { MinutesPress } from './minutes.form';
import { decisionTable, pointTable, typedAttendance, wishTable } from './minutes-rows';
import { PointRow } from './points.presenter';
import { partiesInOrder, storedFacts } from './stored-minutes';
import { RowTable, cellName, rowField, typedRows } from './posted-rows';

/** One control of a row, with what was typed and what is wrong. */
interface RowCell {
  name: string;
  id: string;
  value: string;
  error: string;
  options?: Option[];
}

/** One row of a table: its cells by column. */
interface FormRow {
  number: number;
  cells: Record<string, RowCell>;
}

/** A table to which rows can be added. */
interface FormTable {
  rows: FormRow[];
  /** Set while one more row fits. */
  more: boolean;
}

/** The form on which a meeting is written down (views/meetings/minutes). */
export interface MinutesPage extends Frame {
  title: string;
  heading: string;
  kind: { name: string; may: string; mayNot: string };
  action: string;
  form: FormState;
  attendance: { main: AttendanceFormRow[]; others: AttendanceFormRow[]; hasOthers: boolean };
  agenda: { number: number; text: string; said: RowCell }[];
  decisions: FormTable;
  counts: boolean;
  /** Action points that are written down already. */
  written: PointRow[];
  points: FormTable;
  /** Wishes that are written down already. */
  taken: { text: string; link: string }[];
  wishes: FormTable;
  wishHint: string;
  needsSignIn: boolean;
  signIn: DroppablePhoto[];
  photos: DroppablePhoto[];
  kept: { signIn: KeptFile[]; photos: KeptFile[] };
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  /** Set where the page is shown again because a row was added. */
  added: MinutesPress | '';
  backLink: string;
}

interface AttendanceFormRow {
  party: MeetingParty;
  name: string;
  expected: RowCell;
  present: RowCell;
  who: RowCell;
  signed: boolean;
}

/** What the form is made of; `raw` is what was typed, or what is stored in the same shape. */
export interface MinutesView {
  records: MeetingRecords;
  raw: RawForm;
  answers: Option[];
  written: PointRow[];
  taken: { text: string; link: string }[];
  signIn: StoredFile[];
  photos: StoredFile[];
  kept: { signIn: KeptFile[]; photos: KeptFile[] };
  wasStale: boolean;
  added: MinutesPress | '';
  today: string;
}

/** The form of what was held. */
export function toMinutes(view: MinutesView, form: FormState, frame: Frame): MinutesPage {
  const { records, raw, kept, added, today } = view;
  const { meeting, compound, agenda } = records;
  const { kind } = meeting;
  const rows = attendanceRows(view, form);
  const main = rows.filter(({ party }) => meetingKinds[kind].parties.includes(party));
  const others = rows.filter((row) => !main.includes(row));
  const said = typedList(raw.agendaSaid);
  const dropped = typedList(raw.drop);
  const matters = toOptions(decisionMatterNames);
  return {
    ...frame,
    title: `会议记录 · ${compound.name}`,
    heading: `会议记录：${meeting.title}`,
    kind: kindInWords(kind, today),
    action: meetingPaths.minutes(meeting.id),
    form,
    attendance: {
      main,
      others,
      hasOthers: others.some(({ expected, present, who }) => expected.value || present.value || who.value),
    },
    agenda: agenda.map(({ text }, at) => ({
      number: at + 1,
      text,
      said: cell(form, 'agendaSaid', at, said[at] ?? ''),
    })),
    decisions: toTable(view, form, decisionTable, { least: 2, options: { matter: matters } }),
    counts: meetingKinds[kind].counts,
    written: view.written,
    points: toTable(view, form, pointTable, { least: 2, options: { answers: view.answers } }),
    taken: view.taken,
    wishes: toTable(view, form, wishTable, { least: 1, options: { kind: toOptions(wishKindNames) } }),
    wishHint: `会上居民提的心愿和异议，一条一行，最多 ${wishLimits.text} 个字；会进入「居民意见」逐条答复`,
    needsSignIn: meetingKinds[kind].needsSignIn,
    signIn: toDroppable(view.signIn, dropped),
    photos: toDroppable(view.photos, dropped),
    kept,
    latest: view.wasStale ? storedFacts(records) : [],
    added,
    backLink: meetingPaths.show(meeting.id),
  };
}

const cell = (form: FormState, field: string, at: number, value: string, options?: Option[]): RowCell => {
  const id = cellName(field, at);
  const chosen = options?.map((option) => ({ ...option, selected: option.value === value }));
  return { name: field, id, value, error: form.errors[id] ?? '', ...(chosen && { options: chosen }) };
};

function toTable<Row extends object>(
  { raw, added }: MinutesView,
  form: FormState,
  table: RowTable<Row>,
  { least, options }: { least: number; options: Record<string, Option[]> },
): FormTable {
  const typed = typedRows(raw, table);
  const wanted = Math.max(least, typed.length) + (added === table.prefix ? 1 : 0);
  const count = Math.min(mostRows, wanted);
  const rows = Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    cells: Object.fromEntries(
      table.columns.map((column) => {
        const field = rowField(table.prefix, column);
        return [column, cell(form, field, at, typed[at]?.[column] ?? '', options[column])];
      }),
    ),
  }));
  return { rows, more: count < mostRows };
}

/** Every party has its row; the places of the cells follow the order of the parties, so that errors find them. */
function attendanceRows({ records, raw }: MinutesView, form: FormState): AttendanceFormRow[] {
  const typed = typedAttendance(raw);
  const signed = typedList(raw.signed);
  return partiesInOrder(records.meeting.kind).map((party, at) => {
    const row = typed.get(party) ?? {};
    const at_ = (column: string) => cell(form, `attendance${column}`, at, row[column.toLowerCase()] ?? '');
    return {
      party,
      name: meetingPartyNames[party],
      ...{ expected: at_('Expected'), present: at_('Present'), who: at_('Who') },
      signed: signed.includes(party),
    };
  });
}
