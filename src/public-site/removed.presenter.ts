import type {
  PublicKeeping,
  PublicRemovals,
  RemovedPair,
  RemovedPicture,
} from '../domain/disclosure/removals';
import { areaInWords } from '../domain/kernel/area';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { PhotoFigure } from '../platform/web/figures';
import { figureOf } from './photo.presenter';
import { publicPaths } from './public-site.paths';

/** What was removed, in the words of residents (partial removed-block). */
export interface RemovedBlock {
  sentence: string;
  /** Whether it stays that way: '拆后保持：达标，最近查看 7月3日。' */
  keeping?: string;
  rows: { what: string; area: string; way: string; when: string }[];
  pairs?: { before?: PhotoFigure; after?: PhotoFigure; caption: string }[];
}

/** So many pairs of pictures stand on the page. */
const shownPairs = 4;

/** What was removed; undefined where nothing was. */
export function toRemoved(
  removals: PublicRemovals | null,
  keeping: PublicKeeping | null,
  { code, today }: { code: string; today: CalendarDate },
): RemovedBlock | undefined {
  if (!removals) return undefined;
  const { count, area, groups } = removals;
  const pairs = removals.pairs.slice(0, shownPairs).map((pair) => toPair(pair, code, today));
  return {
    sentence: `一共拆了 ${count} 处${area > 0 ? `，${areaInWords(area)}` : ''}。`,
    ...(keeping && { keeping: `拆后保持：${keeping.word}，最近查看 ${nearDay(keeping.on, today)}。` }),
    rows: groups.map((group) => ({
      what: group.count > 1 ? `${group.kind} ${group.count} 处` : group.kind,
      area: group.area === null ? '—' : areaInWords(group.area),
      way: group.way,
      when: nearDay(group.on, today),
    })),
    ...(pairs.length && { pairs }),
  };
}

function toPair({ kind, on, before, after }: RemovedPair, code: string, today: CalendarDate) {
  const figure = (picture: RemovedPicture, word: string): PhotoFigure => ({
    ...figureOf(picture, 480, picture.caption || `${kind} ${word}`),
    link: publicPaths.photo(code, picture.publicId),
    tag: word,
  });
  return {
    ...(before && { before: figure(before, '拆除前') }),
    ...(after && { after: { ...figure(after, '拆除后'), tagDone: true } }),
    caption: `${kind}，${nearDay(on, today)} 拆除。`,
  };
}
