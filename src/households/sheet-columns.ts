import type { DoorLine } from '../compounds/doors.service';
import { callOutcomeNames } from '../domain/meeting/household-call';
import { HouseholdQuestion, householdQuestions } from '../domain/meeting/household-questions';
import { SheetChoice, questionsOf, unitKey } from './sheet-choice';
import { questionColumns } from './sheet-rows';

/** One column of boxes: what is asked, and the answers as paper numbers them. */
export interface Asked {
  column: string;
  label: string;
  answers: Record<string, string>;
}

/** '1 同意 2 反对 3 观望': what the numbers of a column mean. */
export interface SheetColumn {
  name: string;
  key: string;
}

/** The columns of boxes: what came of the call, then the questions. */
export const askedOf = ({ questions }: Pick<SheetChoice, 'questions'>): Asked[] => [
  { column: 'outcome', label: '到户结果', answers: callOutcomeNames },
  ...questionsOf(questions).map((question: HouseholdQuestion) => ({
    column: questionColumns[question],
    label: householdQuestions[question].name,
    answers: householdQuestions[question].answers as Record<string, string>,
  })),
];

/** What the numbers of a column mean. */
export const numbered = (answers: Record<string, string>): string =>
  Object.values(answers)
    .map((answer, at) => `${at + 1} ${answer}`)
    .join('\u3000');

/** The doors of a sheet unit by unit, in its order. */
export function byUnit(doors: readonly DoorLine[]): { name: string; doors: DoorLine[] }[] {
  const units = new Map<string, { name: string; doors: DoorLine[] }>();
  for (const door of doors) {
    const known = units.get(unitKey(door));
    if (known) known.doors.push(door);
    else units.set(unitKey(door), { name: `${door.buildingNo} ${door.unitNo} 单元`, doors: [door] });
  }
  return [...units.values()];
}
