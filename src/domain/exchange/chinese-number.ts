// Reads a number written in Chinese characters (二十八, 一百零五, 二十万), to suggest how a cell can be mended and to
// see that 一号院 and 1号院 are one door.

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const steps: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const groups: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** The number these characters write; undefined when they are anything else. At most 20 characters. */
export function chineseNumber(text: string): number | undefined {
  if (text === '' || text.length > 20) return undefined;
  if ([...text].every((character) => character in digits)) return spelledDigits(text);
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  for (const character of text) {
    if (character in digits) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits[character];
    } else if (character in steps) {
      group += (digit ?? 1) * steps[character];
      digit = undefined;
    } else if (character in groups) {
      total = (total + group + (digit ?? 0)) * groups[character];
      group = 0;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + group + (digit ?? 0);
}

/** The same text with numbers in Chinese characters before 号 written in digits: 柳岸街一号院 → 柳岸街1号院. */
export function withDoorDigits(text: string): string {
  return text.replace(/[零〇一二两三四五六七八九十百千]{1,8}(?=号)/g, (characters) => {
    const number = chineseNumber(characters);
    return number === undefined ? characters : String(number);
  });
}

function spelledDigits(text: string): number | undefined {
  if (text.length === 1) return digits[text];
  return Number([...text].map((character) => digits[character]).join(''));
}
