import { applyDecorators } from '@nestjs/common';
import { Expose, Transform } from 'class-transformer';
import { ValidateBy, ValidationArguments } from 'class-validator';
import { parseArea } from '../../domain/kernel/area';
import { isCalendarDate, yearOf } from '../../domain/kernel/calendar-date';
import { parseMetres } from '../../domain/kernel/metres';
import { parseFen } from '../../domain/kernel/money';

// Each decorator reads one kind of field as people type it, and says in their words what is wrong with it.

interface Field {
  label: string;
  optional?: boolean;
}

/** Text as read, or why it could not be read. */
type Reading<T> = { value: T } | { wrong: string };

class Unreadable {
  constructor(readonly message: string) {}
}

/** A field whose text is read by `read`, after `clean` took out what may be there unseen; an empty optional field becomes undefined. */
function field<T>(
  options: Field,
  read: (text: string) => Reading<T>,
  clean = (text: string) => text,
): PropertyDecorator {
  const { label, optional } = options;
  return applyDecorators(
    Expose(),
    Transform(({ value: typed }) => {
      if (typed === undefined || typed === null) return undefined;
      if (typeof typed !== 'string') return new Unreadable(`「${label}」只能填一个值`);
      const value = clean(typed);
      if (value.trim() === '') return undefined;
      if (!isPlain(value)) {
        return new Unreadable(`「${label}」里有看不见的特殊字符，请删掉后重新输入`);
      }
      const reading = read(value);
      return 'wrong' in reading ? new Unreadable(reading.wrong) : reading.value;
    }),
    ValidateBy({
      name: 'readable',
      validator: {
        validate: (value) => (value === undefined ? optional === true : !(value instanceof Unreadable)),
        defaultMessage: (args?: ValidationArguments) =>
          args?.value instanceof Unreadable ? args.value.message : `请填写「${label}」`,
      },
    }),
  );
}

// Tab, line feed and carriage return are typed by people; the other control characters are not.
// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** Is there nothing in it but what people type and see? */
export const isPlain = (text: string) => text.isWellFormed() && !controlCharacters.test(text);

/** Digits and signs typed full-width, and the spaces and commas people put into numbers. */
const plainNumber = (text: string) => text.normalize('NFKC').replace(/[\s,，]/g, '');

/** What people type behind a count: 28户, 1栋, 7 层. */
const measureWord = /(户|栋|幢|个|层|人|年|间)$/;

/** Text from a word processor as it reads: its page and line breaks are breaks, its fixed blanks are blanks, and what has no width is gone. */
const fromWordProcessor = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');

/** A line or a paragraph of text, kept as typed (single lines are trimmed); max in characters. */
export const Text = (options: Field & { max: number; multiline?: boolean }) =>
  field(
    options,
    (text) => {
      const value = options.multiline ? text : text.replace(/\n+/g, ' ').trim();
      const length = [...value].length;
      return length > options.max
        ? { wrong: `「${options.label}」最多 ${options.max} 个字，现在是 ${length} 个，请删减后再保存` }
        : { value };
    },
    fromWordProcessor,
  );

/** A whole number from min to max. */
export const WholeNumber = (options: Field & { min: number; max: number }) =>
  field(options, (text) => {
    const plain = plainNumber(text).replace(measureWord, '');
    if (!/^[-+]?\d{1,15}$/.test(plain))
      return { wrong: `「${options.label}」只能填整数，如 ${Math.max(options.min, 12)}` };
    const value = Number(plain);
    return value < options.min || value > options.max
      ? { wrong: `「${options.label}」要在 ${options.min} 到 ${options.max} 之间，现在填的是 ${value}` }
      : { value };
  });

/** An area typed in ㎡, read as an integer of 0.01 ㎡. */
export const SquareMetres = (options: Field) =>
  field(options, (text) => {
    const value = parseArea(text);
    return value === undefined || value === 0
      ? { wrong: `「${options.label}」只能填大于 0 的数字，最多两位小数，如 1677.5` }
      : { value };
  });

/** A length typed in metres, read as an integer of centimetres. */
export const Metres = (options: Field) =>
  field(options, (text) => {
    const value = parseMetres(text);
    return value === undefined
      ? { wrong: `「${options.label}」只能填大于 0、不超过 1000 的数字，单位米，最多两位小数，如 5.2` }
      : { value };
  });

/** An amount typed in yuan or 万元, read as integer fen. */
export const Money = (options: Field) =>
  field(options, (text) => {
    const value = parseFen(text);
    return value === undefined
      ? { wrong: `「${options.label}」只能填金额，如 200000 或 20万元，最多到分` }
      : { value };
  });

/** Later days are slips of the hand; a plan for 9999 would also have no day after it to be drawn to. */
const lastYear = 2100;

/** A day, as the date field sends it ('2026-05-18') or as people type it ('2026.5.18', '2026年5月18日'). */
export const Day = (options: Field) => field(options, (text) => readDay(options.label, text));

/** Reads a day as people type it, or says what is wrong with it. */
export function readDay(label: string, text: string): Reading<string> {
  const parts = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plainNumber(text));
  const value = parts ? `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}` : '';
  if (!isCalendarDate(value)) return { wrong: `「${label}」不是一个日期，请按 2026-05-18 这样填写` };
  return yearOf(value) > lastYear
    ? { wrong: `「${label}」的年份不能晚于 ${lastYear} 年，请核对` }
    : { value };
}

/** One of the given values. */
export const Choice = (options: Field & { of: readonly string[] }) =>
  field(options, (value) =>
    options.of.includes(value) ? { value } : { wrong: `请为「${options.label}」选一项` },
  );

/** A telephone number: mobile, or landline with area code; spaces and dashes are taken out. */
export const Phone = (options: Field) =>
  field(options, (text) => {
    const value = plainNumber(text).replace(/[-()（）]/g, '');
    if (/^1\d{10}$/.test(value) || /^0\d{2,3}\d{7,8}$/.test(value)) return { value };
    const message = value.startsWith('1')
      ? `手机号应为 11 位数字，现在是 ${value.length} 位`
      : `「${options.label}」应为 11 位手机号，或带区号的座机号，如 0371-00000001`;
    return { wrong: message };
  });

/** A password exactly as typed: not trimmed, not normalised. */
export const Secret = (options: Field) => field(options, (value) => ({ value }));

/** A check box: true when ticked. */
export const Tick = () =>
  applyDecorators(
    Expose(),
    Transform(({ value }) => value === 'on' || value === 'yes' || value === 'true'),
    ValidateBy({ name: 'tick', validator: { validate: (value) => typeof value === 'boolean' } }),
  );

/** The version of the record the person saw; hidden in every edit form. */
export const Version = () => WholeNumber({ label: '版本', min: 1, max: 2_000_000_000 });

/** The key that makes a repeated post harmless; hidden in every form that creates something. */
export const OnceKey = () =>
  field({ label: '表单编号' }, (value) =>
    /^[A-Za-z0-9_-]{16,64}$/.test(value) ? { value } : { wrong: '这张表单已失效，请刷新页面后再填' },
  );
