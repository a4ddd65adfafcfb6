// What in a text would tell who somebody is or where they live, and how it is recognised. Texts are read with full-width
// digits and signs as half-width ones (reference §9.1: published information is de-identified; 2018年政务公开工作要点).

/** What is hidden in a text? */
export type RedactionKind = 'phone' | 'id-number' | 'door' | 'plate' | 'email';

/** One way to recognise something; `unless` lets go what only looks like it, with the text before and after it. */
export interface RedactionPattern {
  kind: RedactionKind;
  pattern: RegExp;
  unless?: (found: string, before: string, after: string) => boolean;
}

// Between the digits of one number people put blanks, dashes, and what a copied text carries unseen.
const between = '[ \\t\\u00a0\\u00ad\\u2002-\\u2015\\u202f\\u2060\\ufeff\\u2212-]{0,3}';
const digits = (count: string) => `(?:${between}\\d)${count}`;
const alone = (text: string, flags = 'g') => new RegExp(`(?<!\\d)${text}(?!\\d)`, flags);

const month = '(?:0[1-9]|1[0-2])';
const monthDay = '(?:0[1-9]|[12]\\d|3[01])';
/** A number in which something may stand between the digits at each ~. */
const spaced = (pattern: string) => pattern.replaceAll('~', between);

const numeral = '[零〇一二两三四五六七八九十百]';
const building = `(?:\\d{1,3}|${numeral}{1,4}|[A-Za-z甲乙丙丁东西南北前后中])\\s*(?:号?楼栋?|栋|幢|座|#\\s*楼?)`;
const unit = `(?:\\d{1,2}|${numeral}{1,3}|[A-Za-z甲乙丙丁东西南北中])\\s*单元`;
const storey = `(?:-?\\d{1,2}|${numeral}{1,3}|[顶底])\\s*[楼层]`;
const room = '[A-Za-z]?\\d{3,4}[A-Za-z]?';
const spokenRoom = `(?:${room}|[零〇一二两三四五六七八九]{3,4})`;
const side = '[东西南北中左右]{1,2}\\s*户';
const suffix = '(?:号?房间?|室|户|号)';
/** What people put between the parts of a door. */
const joint = '[\\s,，的/-]*';
/** A number with a measure behind it is no door, nor is the first of two: 120-150 米. */
const unmeasured =
  '(?![\\d.%]|(?:\\s*[-~至]\\s*\\d+)?\\s*[元米㎡平块个人年月日天万份处棵件条次页盏根套辆吨])';
/** 301、302、303 behind the first one, and 301-303. */
const more = `(?:\\s*[、,，/和及与~至-]\\s*${room}${unmeasured})*`;
const measures = '[元米㎡平块个人年月日天万千百亿份处棵件条次页盏根套辆吨升瓦度岁分秒公毫厘种名位组台间级倍]';
/** What makes a room of a number that stands alone; 号 alone does not. */
const roomWords = '(?:号?房(?!屋|产|改)|室|住?户|业主|邻居)';

/** What stands before a count of households; the vaguer words do so only before a number that is set apart. */
const countWords =
  /(?:共|总计|合计|小计|计|约|近|满|超|超过|不足|余|剩|全院|全体|其中|涉及|惠及|已|达|达到|同意|反对|未表态|参加|比|每|等)\s*$/;
const vagueCountWords = /(?:有|为|是|走访|访到|入户|改造|到|至)\s*$/;

/** Every way, those that take more first: what one has taken the next does not see. */
export const redactionPatterns: readonly RedactionPattern[] = [
  {
    kind: 'email',
    pattern: /(?<![\w.+-])(?:[\w.+-]{1,64}|[\u4e00-\u9fa5]{1,4})@[\w-]{1,63}(?:\.[\w-]{1,63})+/g,
  },
  {
    kind: 'id-number',
    pattern: alone(
      spaced(
        `[1-9]${digits('{5}')}~(?:1~8|1~9|2~0)${digits('{2}')}~(?:0~[1-9]|1~[0-2])~(?:0~[1-9]|[12]~\\d|3~[01])${digits('{3}')}~[\\dXx]`,
      ),
    ),
  },
  // 18 characters in one piece, 15 of the older cards, and the 16 to 19 digits of a bank card.
  { kind: 'id-number', pattern: /(?<!\d)(?:\d{17}[Xx]|\d{15,19})(?!\d)/g },
  { kind: 'id-number', pattern: alone(spaced(`[1-9]\\d{5}~\\d{2}${month}${monthDay}~\\d{3}`)) },
  { kind: 'id-number', pattern: alone(`\\d{4}(?:[ -]\\d{4}){3}(?:[ -]\\d{1,3})?`) },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[·•・\-—–]?\s?[A-HJ-NP-Za-hj-np-z]\s?[·•・.\-—– ]?\s?(?=[A-Za-z]{0,2}\d)[A-HJ-NP-Za-hj-np-z\d]{4,5}[A-HJ-NP-Za-hj-np-z\d挂学警港澳](?![A-Za-z\d])/g,
  },
  // 1号楼2单元301、302室 and what is left of it when a part is not said: 2单元301, 1号楼 301室, 三楼东户.
  {
    kind: 'door',
    pattern: new RegExp(
      `(?:${building}${joint})?${unit}${joint}(?:${storey}${joint})?(?:${side}|${spokenRoom}${unmeasured}${more}\\s*${suffix}?)`,
      'g',
    ),
    unless: (found) => isHouseholdCount(found),
  },
  {
    kind: 'door',
    pattern: new RegExp(
      `${building}${joint}(?:${storey}${joint}|\\d{1,2}[-/])?(?:${side}|${room}${unmeasured}${more}\\s*${suffix}?)`,
      'g',
    ),
    unless: (found) => isHouseholdCount(found),
  },
  {
    kind: 'door',
    pattern: new RegExp(`${storey}(?:${joint}(?:${side}|${room}\\s*[室户])|${room}${unmeasured})`, 'g'),
  },
  { kind: 'door', pattern: new RegExp(`[东西南北中]户\\s*${storey}`, 'g') },
  {
    kind: 'door',
    pattern: new RegExp(`(?<=(?:房号|门牌号?|(?<!某)户号)[\\s:为是]{0,3})${room}(?![\\d.])`, 'g'),
  },
  {
    kind: 'door',
    pattern: /(?<![\d.A-Za-z-])[A-Za-z]?\d{1,2}\s?-\s?\d{1,2}\s?-\s?\d{3,4}(?![\d-]|\.\d)\s*[室户]?/g,
  },
  { kind: 'door', pattern: /(?<![\d.A-Za-z-])\d{1,2}\s?-\s?\d{3,4}\s*[室户]/g },
  // 2-501 with nothing behind it, as people write who live there; the room is one of a low building.
  {
    kind: 'door',
    pattern: new RegExp(
      `(?<![\\d.A-Za-z/-])(?:[1-9]|[12]\\d|30)-[1-9](?:0[1-9]|1[0-5])(?![\\d.%A-Za-z~-]|至|\\s*${measures})`,
      'g',
    ),
  },
  { kind: 'door', pattern: new RegExp(`(?<=住在?\\s?)${room}${unmeasured}(?!\\s*户)`, 'g') },
  {
    kind: 'door',
    pattern: new RegExp(
      `(?<![\\d.A-Za-z-])${room}(?:\\s*[、,，/和及与~至-]\\s*${room})*\\s*${roomWords}`,
      'g',
    ),
    unless: (found, before) => isHouseholdCount(found) || isCounted(found, before),
  },
  // A mobile number in one piece, whatever is put before or behind it, and one with blanks and dashes in it.
  { kind: 'phone', pattern: /(?<!\d)\+?\d*1[3-9]\d{9}\d*(?:\s?[-转]\s?\d{1,6}(?!\d))?/g },
  {
    kind: 'phone',
    pattern: alone(`(?:\\+?(?:00)?86${between})?1${between}[3-9]${digits('{9}')}`),
    unless: (found) =>
      isRowOfAmounts(found) ||
      /(?:19|20)\d{2}[-‐‑–—−](?:0?[1-9]|1[0-2])[-‐‑–—−](?:0?[1-9]|[12]\d|3[01])(?!\d)/.test(found),
  },
  { kind: 'phone', pattern: /(?<!\d)1[3-9]\d\s?[.,/_·•|\n]\s?\d{4}\s?[.,/_·•|\n]\s?\d{4}(?!\d)/g },
  { kind: 'phone', pattern: /\(1[3-9]\d\)\s?-?\s?\d{4}\s?-?\s?\d{4}(?!\d)/g },
  { kind: 'phone', pattern: /(?<=(?:QQ|qq|微信|VX|vx|WX|wx)[号码群]{0,2}[\s:是为]{0,4})\d{5,12}(?!\d)/g },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\d.])(?<!\\d-)\\(?0[1-9]\\d{1,2}\\)?${between}\\d{3,4}${between}\\d{4}(?!\\d)(?:\\s?[-转]\\s?\\d{1,6}(?!\\d))?`,
      'g',
    ),
  },
  {
    kind: 'phone',
    pattern: alone(`[48]00${between}\\d{3,4}${between}\\d{3,4}`),
    unless: (found) => digitsOf(found).length !== 10,
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<=(?:电话|座机|手机|号码|热线|致电|拨打|联系方式|微信|QQ|Tel|TEL|tel)[号码]{0,2}[\\s:是为.]{0,4})\\d{3,4}${between}\\d{4}(?!\\d)`,
      'g',
    ),
  },
];

/** The digits of a number without what stands between them. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** 300户, 586 住户: no storey has so many rooms, so this counts households. */
function isHouseholdCount(found: string): boolean {
  const number = /(\d{3,4})\s*(?:住?户|业主)$/.exec(found)?.[1];
  if (number === undefined) return false;
  const atFloor = Number(number.slice(-2));
  return atFloor === 0 || atFloor > mostRoomsOfStorey;
}

const mostRoomsOfStorey = 15;

/** 共 212 户, 走访 212 户. */
const isCounted = (found: string, before: string): boolean =>
  /(?:户|业主)$/.test(found) &&
  (countWords.test(before) || (vagueCountWords.test(before) && /\s/.test(before.slice(-1) + found)));

/** 15000 12000 3: a telephone number is spoken in short groups, or in two; amounts are not joined by dashes. */
function isRowOfAmounts(found: string): boolean {
  if (/[-‐-―−]/.test(found)) return false;
  const groups = found.match(/\d+/g) ?? [];
  return groups.length > 2 && groups.some((group) => group.length > 4);
}
