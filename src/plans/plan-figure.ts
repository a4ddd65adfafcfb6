import { Blocker, blockerLevelNames } from '../domain/kernel/blocker';
import type { BlockerLevel } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import { fenInTenThousands } from '../domain/kernel/money';
import { itemClassNames, itemClasses, planTotal } from '../domain/plan/plan-totals';
import { itemClassOf } from '../domain/renovation/items';
import { toStaffPhoto } from '../files/photo-on-page';
import { filesPaths } from '../files/files.paths';
import type { StoredFile } from '../files/stored-file.entity';
import type { NumberFigure, PhotoFigure, StatusMark } from '../platform/web/figures';
import { numberInWords, wishMark } from '../wishes/wish-words';
import { wishPaths } from '../wishes/wishes.paths';
import type { Objection } from './plan-objections';
import type { LinkedItem } from './plan-records';

/** One reason against fixing, with how strongly it holds. */
export interface ReasonLine {
  text: string;
  level: BlockerLevel;
  levelWord: string;
  source: string;
}

/** Reasons in the order of their weight: of the law, of the house, to be heeded. */
export function toReasons(blockers: readonly Blocker[]): ReasonLine[] {
  const weight: BlockerLevel[] = ['law', 'policy', 'warning'];
  return [...blockers]
    .sort((one, other) => weight.indexOf(one.level) - weight.indexOf(other.level))
    .map(({ text, level, source = '' }) => ({ text, level, levelWord: blockerLevelNames[level], source }));
}

/** One objection with what became of it. */
export interface ObjectionLine {
  name: string;
  text: string;
  status: StatusMark;
  /** '4月12日提出'; says where it came after the notice had ended. */
  about: string;
  answer: string;
  link: string;
}

/** What was objected, for the offices. */
export const toObjections = (objections: readonly Objection[], today: string): ObjectionLine[] =>
  objections.map(({ wish, noticeEndsOn, isLate }) => ({
    name: numberInWords(wish),
    text: wish.text,
    status: wishMark(wish, today, noticeEndsOn),
    about: `${dayInWords(wish.heardOn)} 提出${isLate ? '，在公示期满以后' : ''}`,
    answer: wish.answer ?? '',
    link: wishPaths.show(wish.id),
  }));

/** What a version comes to, in the numbers above its page. */
export function toPlanNumbers(items: readonly LinkedItem[]): NumberFigure[] {
  const { items: count, estimatedFen, withoutEstimate } = planTotal(items);
  return [
    { term: '改造内容', value: `${count} 项` },
    {
      term: '估算（万元）',
      value: count > withoutEstimate ? fenInTenThousands(estimatedFen) : '—',
      ...(withoutEstimate > 0 && { note: `${withoutEstimate} 项还没有估算` }),
    },
    ...itemClasses.map((one) => ({
      term: itemClassNames[one],
      value: `${items.filter(({ code }) => itemClassOf(code) === one).length} 项`,
    })),
  ];
}

/** Drawings of a version: pictures to look at, documents to open. */
export interface DrawingFigures {
  photos: PhotoFigure[];
  documents: { name: string; link: string }[];
}

/** The drawings that are known, in their order. */
export function toDrawings(ids: readonly number[], files: ReadonlyMap<number, StoredFile>): DrawingFigures {
  const known = ids.flatMap((id) => files.get(id) ?? []);
  return {
    photos: known
      .filter(({ kind }) => kind === 'photo')
      .map((file) => ({ ...toStaffPhoto(file), link: filesPaths.copy(file.id, '1600.jpg') })),
    documents: known
      .filter(({ kind }) => kind === 'document')
      .map((file) => ({ name: file.caption || file.originalName, link: filesPaths.download(file.id) })),
  };
}
