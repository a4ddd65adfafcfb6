import type { PublicWorkItem } from '../domain/construction/public-works';
import type { PublicWorks } from '../domain/disclosure/works';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { StatusMark } from '../platform/web/figures';
import { LogBlock, toLogLinks } from './log.presenter';
import { PairBlock, toEarlierPairs } from './works.presenter';

/** How an earlier renovation was built, folded (partial built-block). */
export interface BuiltBlock extends Pick<LogBlock, 'more' | 'bulletin'> {
  /** '5月19日 至 6月18日，一共 21 天的记录，其中停工 2 天。' */
  sentence?: string;
  /** Its items: what became of each, and on which days. */
  lines: { name: string; status: StatusMark; when?: string }[];
  pairs?: PairBlock[];
}

/** What everybody may read of the works of an earlier renovation; undefined where nothing was built. */
export function toBuilt(
  works: PublicWorks,
  about: { code: string; renovation: number; today: CalendarDate },
): BuiltBlock | undefined {
  const { code, today } = about;
  const { items, days, bulletins } = works;
  const pairs = toEarlierPairs(works, code, today);
  const isBegun = items.some(({ state, share }) => state !== 'planned' || share > 0);
  if (!isBegun && !days.length && !bulletins.length && !pairs.length) return undefined;
  const sentence = toSentence(works, today);
  return {
    ...(sentence && { sentence }),
    lines: items.map((item) => toLine(item, today)),
    ...(pairs.length && { pairs }),
    ...toLogLinks(works, about),
  };
}

function toSentence({ days }: PublicWorks, today: CalendarDate): string | undefined {
  const [last, first] = [days.at(0), days.at(-1)];
  if (!first || !last) return undefined;
  const stopped = days.filter(({ isStopped }) => isStopped).length;
  const among = stopped ? `，其中停工 ${stopped} 天` : '';
  return `${stretchOf(first.on, last.on, today)}，一共 ${days.length} 天的记录${among}。`;
}

function toLine(item: PublicWorkItem, today: CalendarDate): BuiltBlock['lines'][number] {
  const { name, firstToldOn, toldOn } = item;
  return {
    ...{ name, status: statusOf(item) },
    ...(firstToldOn && toldOn && { when: stretchOf(firstToldOn, toldOn, today) }),
  };
}

function statusOf({ state, share }: PublicWorkItem): StatusMark {
  if (state === 'accepted') return { state: 'done', word: '已完成，验收合格' };
  if (state === 'finished') return { state: 'done', word: '已完成' };
  if (share >= 10_000) return { state: 'idle', word: '已做完，没有验收' };
  const percent = Math.floor(share / 100);
  return { state: 'idle', word: percent > 0 ? `做到 ${percent}%` : '没有做' };
}

const stretchOf = (from: CalendarDate, until: CalendarDate, today: CalendarDate): string =>
  from === until ? nearDay(from, today) : nearDays(from, until, today);
