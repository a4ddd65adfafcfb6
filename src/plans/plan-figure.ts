import { Blocker, blockerLevelNames } from '../domain/kernel/blocker';
import type { BlockerLevel } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import { fenInTenThousands } from '../domain/kernel/money';
import { itemClassNames, itemClasses, planTotal } from '../domain/plan/plan-totals';
import { itemClassOf } from '../domain/renovation/items';
import { toLinkedPhoto, filesOf } from '../files/photo-on-page';
import { filesPaths } from '../files/files.paths';
import type { StoredFile } from '../files/stored-file.entity';
import type { GateLine, NumberFigure, PhotoFigure, StatusMark } from '../platform/web/figures';
import { numberInWords, wishMark } from '../wishes/wish-words';
import { votePaths } from '../votes/votes.paths';
import { wishPaths } from '../wishes/wishes.paths';
import type { Objection } from './plan-objections';
import type { LinkedItem } from './plan-records';
import { plansPaths } from './plans.paths';

/** Reasons against fixing in the order of their weight: of the law, of the house, to be heeded (partial gate-list). */
export function toReasons(blockers: readonly Blocker[], way?: ReasonWay): GateLine[] {
  const weight: BlockerLevel[] = ['law', 'policy', 'warning'];
  return [...blockers]
    .sort((one, other) => weight.indexOf(one.level) - weight.indexOf(other.level))
    .map(({ code, text, level, source }) => ({
      text,
      level,
      levelWord: blockerLevelNames[level],
      status: level === 'warning' ? { state: 'doing', word: '提醒' } : { state: 'late', word: '缺' },
      ...(source && { source }),
      ...(way && actionFor(code, way)),
    }));
}

/** Where the person may supply what is lacking. */
interface ReasonWay {
  code: string;
  versionId: number;
  /** May the content still be changed? */
  isDraft: boolean;
}

/** The way to what a reason asks for; none for what only time brings. */
function actionFor(reason: string, { code, versionId, isDraft }: ReasonWay): Pick<GateLine, 'action'> {
  const action = (label: string, link: string) => ({ action: { label, link } });
  if (reason.startsWith('fix.vote')) return action('去表决', votePaths.index(code));
  if (reason === 'fix.objections') return action('去答复', plansPaths.objections(code));
  if (reason === 'fix.notice') return action('看公示', plansPaths.objections(code));
  if (!isDraft) return {};
  switch (reason) {
    case 'fix.items':
      return action('去添加', plansPaths.newItem(code));
    case 'fix.tree-permit':
      return action('去补许可', plansPaths.items(code));
    case 'fix.drawings':
      return action('去上传', plansPaths.drawings(versionId));
    case 'fix.sheet':
    case 'fix.management':
      return action('去填写', plansPaths.edit(code));
    default:
      return {};
  }
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
  const known = filesOf(ids, files);
  return {
    photos: known.filter(({ kind }) => kind === 'photo').map(toLinkedPhoto),
    documents: known
      .filter(({ kind }) => kind === 'document')
      .map((file) => ({ name: file.caption || file.originalName, link: filesPaths.download(file.id) })),
  };
}
