import { HTMLElement } from 'node-html-parser';
import { Seen } from './person';

/** The key of a form that creates, against double presses. */
export const onceKeyIn = (form: HTMLElement): string =>
  form.querySelector('input[name=onceKey]')!.getAttribute('value')!;

/** The lines of the summary of what is to be mended; none where the form was taken. */
export const toMend = ({ page }: Seen): string[] =>
  page.querySelectorAll('.mend-summary li').map((line) => line.textContent.trim());

/** The value of the first choice of a list whose words contain these. */
export const choiceOf = (page: HTMLElement, list: string, words: string): string =>
  page
    .querySelectorAll(`${list} option`)
    .find((one) => one.textContent.includes(words))!
    .getAttribute('value')!;

/** Where a form that was taken leads; one that was refused is said aloud. */
export async function taken(answer: Promise<Seen>): Promise<string> {
  const seen = await answer;
  if (seen.status !== 303)
    throw new Error(`answered ${seen.status}: ${toMend(seen).join('; ') || seen.text.slice(0, 2000)}`);
  const { pathname, search } = new URL(seen.location!, 'http://any');
  return pathname + search;
}

/** A form that was refused, and the page says so in this sentence. */
export const expectRefused = ({ status, text }: Seen, sentence: string): void =>
  expect([status, text]).toEqual([422, expect.stringContaining(sentence)]);
