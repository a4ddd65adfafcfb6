import { dayInWords } from '../domain/kernel/calendar-date';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { newsInWords } from '../domain/removal/ground-news';
import type { StatusMark } from '../platform/web/figures';
import type { ReadChange } from './ground-news.service';
import { zonesPaths } from './zones.paths';

/** The latest change of each item, and which firms have seen it. */
export interface NewsView {
  changes: readonly ReadChange[];
  /** Names of the firms that have read something. */
  firms: ReadonlyMap<number, string>;
  /** Set for people of a firm the news is meant for. */
  firmId: number | null;
}

/** What became free or is held back again, the newest first. */
export interface NewsFigure {
  lines: { words: string; about: string; status: StatusMark }[];
  /** Set where this firm has something to acknowledge. */
  read?: { action: string; upTo: number; label: string };
}

/** A list goes no further back. */
const mostLines = 12;

/** The news of the ground; left out while there is none. */
export function toNews(
  { changes, firms, firmId }: NewsView,
  { code, role, names }: { code: string; role: Role; names: ReadonlyMap<number, string> },
): NewsFigure | undefined {
  const known = changes.filter(({ line }) => names.has(line));
  if (!known.length) return undefined;
  const isUnread = ({ readings }: ReadChange) =>
    firmId !== null && !readings.some(({ organisationId }) => organisationId === firmId);
  const unread = known.filter(isUnread);
  const forFirms = mayDo(role, 'zone.acknowledge');
  return {
    lines: known.slice(0, Math.max(mostLines, unread.length)).map((one) => ({
      words: newsInWords(names.get(one.line)!, one.change),
      about: dayInWords(one.changedOn),
      status: forFirms
        ? isUnread(one)
          ? { state: 'doing', word: '还没有看' }
          : { state: 'done', word: '看过' }
        : readInWords(one, firms),
    })),
    ...(unread.length && {
      read: {
        action: zonesPaths.readings(code),
        upTo: Math.max(...changes.map(({ id }) => id)),
        label: unread.length === 1 ? '知道了' : `知道了，${unread.length} 项都看过`,
      },
    }),
  };
}

function readInWords({ readings }: ReadChange, firms: ReadonlyMap<number, string>): StatusMark {
  if (!readings.length) return { state: 'doing', word: '参建单位还没有看' };
  const by = readings.map(
    ({ organisationId, readOn }) => `${firms.get(organisationId) ?? '参建单位'} ${dayInWords(readOn)}`,
  );
  return { state: 'done', word: `已看：${by.join('，')}` };
}
