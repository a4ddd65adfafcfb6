import { areaInWords } from '../domain/kernel/area';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { isIdentified, StatutoryCase } from '../domain/removal/statutory-case';
import { structureName, structureNumber } from '../domain/removal/structure-kinds';
import type { StructureRecord } from '../structures/structure.entities';

/** A sheet on one A4 page, with lines to write on; nothing in it names a person (views/enforcement/print). */
export interface PrintSheet {
  title: string;
  heading: string;
  /** What the paper is, and is not; boxed above it. */
  note: string;
  /** 文号：____ of a paper that has one. */
  number: string;
  addressee: string;
  paragraphs: string[];
  /** Numbered, 一、 二、 … */
  points: string[];
  closing: string;
  /** Rows of a form: what is filled in already, what is left for a pen. */
  rows: { term: string; value: string }[];
  signatures: string[];
}

/** What the sheets are filled from. */
export interface PrintView {
  compound: string;
  street: string;
  community: string;
  structure: Pick<StructureRecord, 'number' | 'kind' | 'place' | 'area' | 'blocksFireLane' | 'blocksPipe'>;
  known: StatutoryCase;
  today: CalendarDate;
}

/** Room for a pen. */
export const blank = '＿＿＿＿＿＿';

/** Room for a day. */
export const blankDay = '＿＿＿＿年＿＿月＿＿日';

/** The offices under their full names: 刘寨街道办事处, 粮运社区居民委员会. */
export const officeNames = (street?: string, community?: string) => ({
  street: street?.endsWith('街道') ? `${street}办事处` : (street ?? '街道办事处'),
  community: community?.endsWith('社区') ? `${community}居民委员会` : (community ?? '社区居民委员会'),
});

/** A source as a paper cites it: '行政强制法 §35、§36' is 《行政强制法》第35条、第36条. */
export const lawInWords = (source: string): string =>
  source
    .split('；')
    .map((one) => {
      const [, law, articles] = /^(.+?) ((?:§\d+、?)+)/.exec(one) ?? [];
      return law ? `《${law}》${articles.replace(/§(\d+)/g, '第$1条')}` : one.replace('（待核）', '');
    })
    .join('、');

/** What stands where: '院门东侧的疑似私搭房屋、棚屋（登记第 3 处，约 15.00 ㎡）'. */
export function whatStands({ compound, structure, known }: PrintView): string {
  const { kind, place, number, area } = structure;
  const size = area === null ? '' : `，约 ${areaInWords(area)}`;
  const name = structureName(kind, isIdentified(known));
  return `${compound}${place}的${name}（登记${structureNumber(number)}${size}）`;
}
