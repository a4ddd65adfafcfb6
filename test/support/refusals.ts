import { DataSource } from 'typeorm';
import { Fields, Seen, valuesOf } from './person';
import { untouched } from './rows';

/** Buttons: pressed, not typed. */
const buttons = ['step', 'press', 'next', 'again'];

/** Posts what has to be refused: nothing is written, and everything typed stands in the form again. Its words. */
export async function refusal<Typed extends Fields>(
  db: DataSource,
  typed: Typed,
  post: (typed: Typed) => Promise<Seen>,
): Promise<string> {
  const seen = await untouched(db, () => post(typed));
  const summary = seen.page.querySelector('.mend-summary');
  expect([seen.status, summary !== null]).toEqual([422, true]);
  expect(standing(seen, Object.keys(wordsOf(typed)))).toEqual(wordsOf(typed));
  return summary!.structuredText.replace(/\s+/g, ' ');
}

/** What was typed, field by field; files, buttons and what was left empty at the end of a table are not. */
function wordsOf(typed: Fields): Record<string, string[]> {
  const words = Object.entries(typed).flatMap(([name, given]) => {
    const values = [given].flat().filter((one) => typeof one === 'string');
    const lines = withoutEmptyEnd(values.map((one) => one.replaceAll('\r\n', '\n').trim()));
    return lines.length && !buttons.includes(name) ? [[name, lines] as const] : [];
  });
  return Object.fromEntries(words);
}

/** What stands in the forms of a page under these names. */
function standing({ page }: Seen, names: string[]): Record<string, string[]> {
  const shown = page.querySelectorAll('main form').map((form) => wordsOf(valuesOf(form)));
  return Object.fromEntries(
    names.flatMap((name) => {
      const form = shown.find((one) => name in one);
      return form ? [[name, form[name]] as const] : [];
    }),
  );
}

function withoutEmptyEnd(lines: string[]): string[] {
  const end = lines.findLastIndex((line) => line !== '');
  return lines.slice(0, end + 1);
}
