import { callOutcomeNames } from '../domain/meeting/household-call';
import { HouseholdQuestion, householdQuestions } from '../domain/meeting/household-questions';
import { SheetChoice, questionsOf } from './sheet-choice';
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
