import { CalendarDate } from '../domain/kernel/calendar-date';
import { Ballot, ballotBlockers, ballotMarkNames, seenFaultNames } from '../domain/meeting/vote-ballots';
import { Day, OnceKey, WholeNumber, readDay } from '../platform/web/fields';
import { FieldError } from '../platform/web/form';
import { byRow, cellError } from '../platform/web/cells';
import { Cell, Column } from '../platform/web/list-fields';
import { isKeyOf } from '../platform/web/options';
import { VoterLine, doorsInWords } from './vote-records';

/** The ballots of one page, a line for each; lines are named '<owner>-<n>', '17-2' is the second ballot of owner 17. */
export class BallotsForm {
  @Column({ label: '表决' }) mark: Cell[];
  @Column({ label: '无效原因' }) fault: Cell[];
  @Column({ label: '代理' }) proxy: Cell[];
  @Column({ label: '委托书日期' }) authorisedOn: Cell[];
  @Column({ label: '收到日期' }) receivedOn: Cell[];
  /** The ballot the person saw in this line, by id; '' where none was there. */
  @Column({ label: '页面' }) seen: Cell[];
  /** The day of all lines that have none of their own. */
  @Day({ label: '这批票的收到日期', optional: true }) batchOn?: string;
  /** The owner of whom another ballot has come. */
  @WholeNumber({ label: '又收到一张', min: 1, max: 2_000_000_000, optional: true }) again?: number;
  @OnceKey() onceKey: string;
}

/** What a ballot says, without who gave it. */
export type BallotValues = Omit<Ballot, 'id' | 'ownerId'>;

/** One line as it was typed: what the person saw there, and what is there now (null: nothing). */
export interface TypedLine {
  row: string;
  ownerId: number;
  seenId: number | null;
  values: BallotValues | null;
}

/** The lines of a form, what is wrong in which cell, and lines of owners who have no vote here. */
export interface ReadBallots {
  lines: TypedLine[];
  errors: FieldError[];
  strangers: number;
}

/** The days the ballots must fit. */
interface VoteDays {
  opensOn: CalendarDate;
  today: CalendarDate;
}

type CellName = 'mark' | 'fault' | 'proxy' | 'authorisedOn' | 'receivedOn' | 'seen';

/** The cells of one line, and where to say what is wrong with them. */
interface LineCells {
  cell(column: CellName): string;
  wrong(column: CellName, what: string): void;
}

/** Reads the lines of a form against the roster of the vote. */
export function readBallots(form: BallotsForm, voters: readonly VoterLine[], days: VoteDays): ReadBallots {
  const known = new Map(voters.map((voter) => [voter.id, voter]));
  const columns = new Map(cellNames.map((name) => [name, byRow(form[name])]));
  const rows = new Set([...columns.values()].flatMap((column) => [...column.keys()]));
  const read: ReadBallots = { lines: [], errors: [], strangers: 0 };
  for (const row of rows) {
    const voter = known.get(Number(row.split('-')[0]));
    if (!voter) {
      read.strangers += 1;
      continue;
    }
    const cells: LineCells = {
      cell: (column) => (columns.get(column)!.get(row) ?? '').trim(),
      wrong: (column, what) => read.errors.push(cellError(column, row, doorsInWords(voter), what)),
    };
    const seenId = Number(cells.cell('seen')) || null;
    read.lines.push({ row, ownerId: voter.id, seenId, values: readLine(cells, form.batchOn, days) });
  }
  return read;
}

/** Every line has its hidden field, so lines are read in the order of the page. */
const cellNames: CellName[] = ['seen', 'mark', 'fault', 'proxy', 'authorisedOn', 'receivedOn'];

/** One line; null where nothing is chosen. */
function readLine(
  { cell, wrong }: LineCells,
  batchOn: CalendarDate | undefined,
  days: VoteDays,
): BallotValues | null {
  const day = (column: 'authorisedOn' | 'receivedOn', label: string): CalendarDate | null => {
    const reading = cell(column) ? readDay(label, cell(column)) : { value: null };
    if ('wrong' in reading) wrong(column, reading.wrong);
    return 'value' in reading ? reading.value : null;
  };
  const [mark, fault] = [cell('mark'), cell('fault')];
  const authorisedOn = day('authorisedOn', '委托书日期');
  const ownDay = day('receivedOn', '收到日期');
  if (!isKeyOf(ballotMarkNames, mark)) {
    // A ballot that is there is taken back by an empty mark, not by one nobody offered.
    const isBegun = cell('proxy') || authorisedOn || ownDay || fault;
    if (mark || (isBegun && !cell('seen'))) wrong('mark', '请选择同意、反对、弃权或无效');
    return null;
  }
  const receivedOn = ownDay ?? batchOn;
  if (!receivedOn) {
    if (!cell('receivedOn')) wrong('receivedOn', '请填写收到日期，或在上面填这批票的收到日期');
    return null;
  }
  const values: BallotValues = {
    mark,
    fault: mark === 'invalid' && isKeyOf(seenFaultNames, fault) ? fault : null,
    isProxy: cell('proxy') === 'yes',
    authorisedOn,
    receivedOn,
  };
  for (const { code, text } of ballotBlockers(values, days)) wrong(columnOf[code] ?? 'mark', text);
  return values;
}

/** Beside which cell each reason is said. */
const columnOf: Record<string, CellName> = {
  'ballot.early': 'receivedOn',
  'ballot.future': 'receivedOn',
  'ballot.fault': 'fault',
  'ballot.proxy': 'authorisedOn',
  'ballot.authorised': 'authorisedOn',
};

/** Do two ballots say the same? */
export const isSameBallot = (one: BallotValues, other: BallotValues): boolean =>
  (['mark', 'fault', 'authorisedOn', 'receivedOn'] as const).every((key) => one[key] === other[key]) &&
  Boolean(one.isProxy) === Boolean(other.isProxy);
