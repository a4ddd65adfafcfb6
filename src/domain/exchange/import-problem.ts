// How a bad cell is reported: which row and column, the value, why it cannot be used and how to mend it, in one
// sentence (「第 14 行「户数」：值「二十八」不是数字，请改为 28」).
import { columnLetter } from './sheet';

/** A cell that keeps its row out of the import. Rows count from 1 and columns are letters, as people see them. */
export interface ImportProblem {
  row: number;
  column: string;
  label: string;
  value: string;
  why: string;
  mend: string;
}

/** Something a person should know about a row that can be imported all the same. */
export interface ImportRemark {
  row: number;
  label: string;
  text: string;
  doubtful: boolean;
}

/** A problem at a cell; `column` counts from 0, undefined when no column is to blame. */
export function problemAt(
  row: number,
  column: number | undefined,
  label: string,
  said: { value: string; why: string; mend: string },
): ImportProblem {
  const value = said.value.length > 60 ? `${said.value.slice(0, 60)}…` : said.value;
  return {
    row,
    column: column === undefined ? '' : columnLetter(column),
    label,
    value,
    why: said.why,
    mend: said.mend,
  };
}

/** The whole problem in one sentence. */
export function problemInWords(problem: ImportProblem): string {
  const value = problem.value === '' ? '' : `值「${problem.value}」`;
  return `第 ${problem.row} 行「${problem.label}」：${value}${problem.why}，${problem.mend}`;
}
