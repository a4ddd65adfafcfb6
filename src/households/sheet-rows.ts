import type { DoorLine } from '../compounds/doors.service';
import { doorInWords } from '../domain/compound/doors';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { CallOutcome, callOutcomeNames } from '../domain/meeting/household-call';
import {
  HouseholdAnswer,
  HouseholdQuestion,
  householdQuestions,
} from '../domain/meeting/household-questions';
import type { SheetRow } from '../domain/meeting/household-sheet';
import { byRow } from '../platform/web/cells';
import { isKeyOf } from '../platform/web/options';
import type { SheetForm } from './household.forms';

/** The column of the form in which each question is typed. */
export const questionColumns = {
  renovation: 'renovation',
  removal: 'removal',
  fee: 'fee',
  satisfaction: 'satisfaction',
  'gate-card': 'gateCard',
} as const satisfies Record<HouseholdQuestion, keyof SheetForm>;

/** The typed cells as rows of doors; a door that is not on the list, or a value nobody offered, is a reason against. */
export function readRows(
  form: Pick<SheetForm, 'outcome' | 'note' | (typeof questionColumns)[HouseholdQuestion]>,
  doors: readonly DoorLine[],
): { rows: SheetRow[]; blockers: Blocker[] } {
  const [outcomes, notes] = [form.outcome, form.note].map(byRow);
  const columns = Object.entries(questionColumns).map(
    ([question, column]) => [question as HouseholdQuestion, byRow(form[column])] as const,
  );
  const typed = new Set(
    [outcomes, notes, ...columns.map(([, cells]) => cells)].flatMap((one) => [...one.keys()]),
  );
  const blockers: Blocker[] = [];
  const rows = doors
    .filter(({ id }) => typed.delete(String(id)))
    .map((door): SheetRow => {
      const key = String(door.id);
      const row: SheetRow = {
        dwellingId: door.id,
        door: doorInWords(door),
        answers: {},
        note: notes.get(key) ?? '',
      };
      const outcome = outcomes.get(key);
      let isOffered = !outcome || isKeyOf(callOutcomeNames, outcome);
      if (outcome) row.outcome = outcome as CallOutcome;
      for (const [question, cells] of columns) {
        const answer = cells.get(key);
        if (!answer) continue;
        isOffered &&= isKeyOf(householdQuestions[question].answers, answer);
        row.answers[question] = answer as HouseholdAnswer;
      }
      if (!isOffered) blockers.push(houseRule('sheet.cell', `${row.door}：请从列出的选项里选择`));
      return row;
    });
  if (typed.size) {
    blockers.push(houseRule('sheet.door', '表里有一户不在这个楼院的名册里，请刷新页面后再录入'));
  }
  return { rows, blockers };
}
