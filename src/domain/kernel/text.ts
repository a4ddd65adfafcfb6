// Text cut to a length, counted in characters as people count them: a rare character is one, not two.

/** The first so many characters of a text. */
export const cut = (text: string, length: number): string => [...text].slice(0, length).join('');

/** The beginning of a longer text in one line, with '…' where it goes on. */
export function beginning(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return [...line].length > length ? `${cut(line, length)}…` : line;
}
