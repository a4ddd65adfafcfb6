// Which codes does a compound carry? A short public one, printed on the board and part of its address (fl106), and the
// official one for statistics: district, street, community and sequence (domain reference §2.1).
import type { Blocker } from '../kernel/blocker';
import { plateOf } from './plate';

/** Letters and digits, beginning with a letter, 2 to 24 of them. */
const pattern = /^[a-z][a-z0-9]{1,23}$/;

// Words that stand in the place of a code in the addresses of the staff pages.
const reserved = ['new', 'index', 'edit', 'import', 'imports', 'search', 'export', 'print'];

/** The code as it is kept: lower case, plain digits, no blanks. */
export const normaliseCode = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** What speaks against this public code? `taken` says whether another compound has it. */
export function codeBlockers(code: string, taken: boolean): Blocker[] {
  const against = (kind: string, text: string): Blocker[] => [
    { code: `code.${kind}`, level: 'policy', text },
  ];
  if (!pattern.test(code)) {
    return against('form', '公开代码用 2 到 24 个小写字母和数字，以字母开头，如 fl106');
  }
  if (reserved.includes(code)) return against('reserved', `「${code}」留给系统使用，请换一个`);
  return taken ? against('taken', `公开代码 ${code} 已有楼院在用，请换一个`) : [];
}

/**
 * A free code for this name: initials of the road and the number (丰乐路106号院 fl106), or the syllables of a name
 * without number (汝河小区 ruhe). `syllablesOf` gives the pinyin of a text, one entry for each character.
 */
export function suggestCode(
  name: string,
  syllablesOf: (text: string) => string[],
  isTaken: (code: string) => boolean,
): string {
  const stem = stemOf(name, syllablesOf);
  for (const tail of ['', ...'bcdefghijkmnpqrstuvwxyz']) {
    const code = `${stem.slice(0, 24 - tail.length)}${tail}`;
    if (codeBlockers(code, isTaken(code)).length === 0) return code;
  }
  for (let count = 2; ; count += 1) {
    const code = `${stem.slice(0, 18)}x${count}`;
    if (codeBlockers(code, isTaken(code)).length === 0) return code;
  }
}

/** The official code: the 12 digits of the community, and a sequence of three digits within it. */
export function officialCode(communityCode: string, sequence: number): string {
  if (!/^\d{12}$/.test(communityCode)) throw new RangeError(`not a community code: ${communityCode}`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999) {
    throw new RangeError(`not a sequence within a community: ${sequence}`);
  }
  return `${communityCode}${String(sequence).padStart(3, '0')}`;
}

function stemOf(name: string, syllablesOf: (text: string) => string[]): string {
  const letters = (text: string) =>
    syllablesOf(text)
      .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
      .filter(Boolean);
  const { road, number } = plateOf(name);
  if (number) {
    const initials = letters(road.replace(/(大街|大道|胡同|[路街道巷里])$/, '')).map(
      (syllable) => syllable[0],
    );
    return withLetterFirst(initials.join('') + number.replace(/\D/g, ''));
  }
  const syllables = letters(road.replace(/(小区|社区|家属院|新村|花园|公寓|院)$/, ''));
  const whole = syllables.join('');
  return withLetterFirst(whole.length <= 12 ? whole : syllables.map((syllable) => syllable[0]).join(''));
}

function withLetterFirst(stem: string): string {
  const code = /^[a-z]/.test(stem) ? stem : `y${stem}`;
  return code.length < 2 ? `${code}y` : code;
}
