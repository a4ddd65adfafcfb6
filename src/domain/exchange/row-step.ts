// Says what importing one compared row will write, given what a person decided about it: nothing is overwritten unless
// chosen, and a row recognised only by its address waits for a person's word.
import { ComparedRow } from './comparison';
import { RowGroup } from './import-batch';
import { RegisterField, RegisterValues } from './register-values';

/** What a person says about a row recognised by its address alone. */
export type Decision = '' | 'same' | 'apart';

/** What is needed of a compared row to take a step. */
export type JudgedRow = Pick<ComparedRow, 'verdict' | 'known' | 'fills' | 'conflicts' | 'values'>;

/** What importing a row writes: a new compound, some fields of a known one, or nothing. */
export type RowStep =
  | { kind: 'register'; values: RegisterValues }
  | {
      kind: 'change';
      compoundId: number;
      change: RegisterValues;
      before: Partial<Record<RegisterField, unknown>>;
    }
  | { kind: 'nothing' };

/** In which group is this row looked over? */
export function groupOf(row: JudgedRow): RowGroup {
  if (row.verdict === 'problem') return 'problem';
  if (row.known?.by === 'address') return 'ask';
  if (row.conflicts.length > 0) return 'conflict';
  if (row.fills.length > 0) return 'fill';
  return row.known ? 'same' : 'new';
}

/** The step for a row; `taken` are the conflicting fields in which the list was chosen over the register. */
export function stepFor(row: JudgedRow, decision: Decision, taken: readonly RegisterField[]): RowStep {
  const group = groupOf(row);
  if (group === 'problem' || group === 'same') return { kind: 'nothing' };
  if (!row.known || (group === 'ask' && decision === 'apart'))
    return { kind: 'register', values: row.values };
  if (group === 'ask' && decision === '') return { kind: 'nothing' };
  const differences = [...row.fills, ...row.conflicts.filter(({ field }) => taken.includes(field))];
  if (differences.length === 0) return { kind: 'nothing' };
  return {
    kind: 'change',
    compoundId: row.known.id,
    change: Object.fromEntries(differences.map(({ field, listed }) => [field, listed])) as RegisterValues,
    before: Object.fromEntries(differences.map(({ field, known }) => [field, known])),
  };
}

/** Is a row still judged as the person saw it? */
export function judgedAlike(seen: JudgedRow, now: JudgedRow): boolean {
  const mark = ({ verdict, known, fills, conflicts }: JudgedRow) =>
    JSON.stringify([verdict, known?.id ?? null, known?.by ?? null, fills, conflicts]);
  return mark(seen) === mark(now);
}
