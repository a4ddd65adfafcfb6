// What of an evening sheet is written down, when it is typed back in? Only rows somebody touched; a row with an answer
// but no outcome met the owner; a row that says nothing new beside what was recorded of that door that day is left out,
// so that a sheet typed twice makes no second calls (field lessons 2.1: a second send makes one record).
import { Blocker, houseRule } from '../kernel/blocker';
import { CallDays, CallOutcome, HouseholdCall, callBlockers, outcomeOf } from './household-call';
import { HouseholdAnswers, answered } from './household-questions';
import { CountedCall, inOrder } from './household-standing';

/** One row as it was typed; `door` is how it is named in a sentence. */
export interface SheetRow {
  dwellingId: number;
  door: string;
  outcome?: CallOutcome;
  answers: HouseholdAnswers;
  note: string;
}

/** A call already recorded, with what was noted. */
export type RecordedCall = CountedCall & { note: string };

/** What the whole sheet says once. */
export type SheetHead = Pick<HouseholdCall, 'calledOn' | 'callers'>;

/** A row to be written. */
type WrittenRow = SheetRow & { outcome: CallOutcome };

/** What becomes of a sheet: rows to be written, doors that said nothing new, every reason against it. */
interface SheetResult {
  write: WrittenRow[];
  same: string[];
  blockers: Blocker[];
}

/** How long the note of a row may be, in characters; more belongs on the door's own page. */
const noteLimit = 200;

const isTouched = ({ outcome, answers, note }: SheetRow): boolean =>
  outcome !== undefined || answered(answers).length > 0 || note.trim() !== '';

/** Reads a sheet against the calls already recorded of that day; a reason names its door unless it holds for all. */
export function readSheet(
  head: SheetHead,
  rows: readonly SheetRow[],
  recorded: readonly RecordedCall[],
  days: CallDays,
): SheetResult {
  const touched = rows.filter(isTouched);
  const result: SheetResult = { write: [], same: [], blockers: sheetBlockers(head, touched, days) };
  const onDay = inOrder(recorded.filter(({ calledOn }) => calledOn === head.calledOn));
  for (const row of touched) {
    const outcome = outcomeOf(row.outcome, row.answers);
    const blockers = outcome
      ? callBlockers({ ...head, outcome, answers: row.answers }, days).filter(
          ({ code }) => code === 'call.answers',
        )
      : [houseRule('call.outcome', '写了备注，请选「到户结果」')];
    const length = [...row.note].length;
    if (length > noteLimit) {
      blockers.push(
        houseRule('call.note', `备注最多 ${noteLimit} 个字，现在是 ${length} 个，请删减后再保存`),
      );
    }
    result.blockers.push(...blockers.map((one) => ({ ...one, text: `${row.door}：${one.text}` })));
    if (!outcome) continue;
    const written = { ...row, outcome };
    if (saysNothingNew(row, onDay)) result.same.push(row.door);
    else result.write.push(written);
  }
  return result;
}

/** Reasons that hold for the whole sheet are said once. */
function sheetBlockers(head: SheetHead, touched: readonly SheetRow[], days: CallDays): Blocker[] {
  const found = callBlockers({ ...head, outcome: 'met', answers: {} }, days);
  if (touched.length) return found;
  return [...found, houseRule('sheet.empty', '还没有录入任何一户。请至少为一户选择到户结果或意愿')];
}

/** Was the same outcome with the same answers recorded of this door that day, and the same note if there is one? */
function saysNothingNew(row: SheetRow, onDay: readonly RecordedCall[]): boolean {
  const calls = onDay.filter(({ dwellingId }) => dwellingId === row.dwellingId);
  if (!calls.length) return false;
  if (row.note.trim() && !calls.some(({ note }) => note === row.note)) return false;
  const answers: HouseholdAnswers = Object.assign({}, ...calls.map((one) => one.answers));
  const isSame = answered(row.answers).every((question) => answers[question] === row.answers[question]);
  return isSame && (row.outcome === undefined || calls.at(-1)!.outcome === row.outcome);
}
