import { pinyin } from 'pinyin-pro';

/** The pinyin of a text, one entry for each character, digits and letters as they are. */
export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced' });

/** What the search field is compared with: the words themselves, and the initials of their pinyin. */
export function searchTextOf(compound: {
  code: string;
  name: string;
  alias?: string | null;
  address?: string | null;
}): string {
  const initials = (text: string | null | undefined) =>
    syllablesOf(text ?? '')
      .map((syllable) => (/^\d/.test(syllable) ? syllable : syllable.slice(0, 1)))
      .join('');
  const { code, name, alias, address } = compound;
  const parts = [code, name, alias ?? '', address ?? '', initials(name), initials(alias)];
  return plainSearch(parts.filter(Boolean).join(' ')).slice(0, 500);
}

/** The same letters and digits however they were typed: lower case, half width, no blanks around. */
const plainSearch = (text: string): string =>
  text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

/** A LIKE pattern that finds the text itself; its own signs stand for themselves (ESCAPE '!'). */
export const containing = (text: string): string => `%${plainSearch(text).replace(/[!%_]/g, '!$&')}%`;
