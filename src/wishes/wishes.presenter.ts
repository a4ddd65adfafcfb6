import type { RenovationChoice } from '../compounds/compounds.desk';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { PostedNoticeLine } from '../compounds/posted-notices';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Frame } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import { beginning } from '../domain/kernel/text';
import {
  WishState,
  wishKindNames,
  wishOverBlockers,
  wishSourceNames,
  wishStateNames,
} from '../domain/meeting/wish';
import { queryNumber, queryText } from '../platform/web/address';
import { EmptyNote, Filters, Pager, StatusMark } from '../platform/web/figures';
import { keysOf, toOptions } from '../platform/web/options';
import { toPager } from '../platform/web/pager';
import { WishRecord } from './wish.entities';
import { kindLevel, numberInWords, wishMark } from './wish-words';
import { WishCounts, WishQuery, wishesPerPage } from './wishes.desk';
import { wishPaths } from './wishes.paths';

/** One wish in the list. */
export interface WishRow {
  number: string;
  text: string;
  link: string;
  kind: { word: string; level?: 'policy' };
  source: string;
  day: string;
  status: StatusMark;
  answer: string;
  /** Whether residents read it yet. */
  isPublic: boolean;
}

/** The wishes of a compound (views/wishes/index). */
export interface WishesPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  newLink: string;
  /** How many stand how, in a sentence. */
  summary: string;
  filters?: Filters;
  rows: WishRow[];
  pager?: Pager;
  empty?: EmptyNote;
}

/** Reads the state of the list from its address; what cannot be is left out. */
export function readWishQuery(query: Record<string, unknown>): WishQuery {
  const one = <T extends string>(name: string, of: readonly T[]): T | '' =>
    of.find((value) => value === queryText(query[name])) ?? '';
  return {
    renovation: queryNumber(query.renovation),
    state: one('state', keysOf(wishStateNames)),
    kind: one('kind', keysOf(wishKindNames)),
    source: one('source', keysOf(wishSourceNames)),
    notice: queryNumber(query.notice),
    unseen: queryText(query.unseen) === '1',
    page: Math.max(1, queryNumber(query.page)),
  };
}

/** What the list is made of; everything but the choice is empty before the first renovation. */
export interface WishesView {
  choice: RenovationChoice;
  query: WishQuery;
  wishes: readonly WishRecord[];
  total: number;
  counts: WishCounts;
  notices: readonly PostedNoticeLine[];
  mayEdit: boolean;
  today: string;
}

/** The wishes of a renovation: open ones first, with what became of each. */
export function toWishes(view: WishesView, frame: Frame): WishesPage {
  const { choice, query, wishes, total, counts, notices, today } = view;
  const { compound, renovation } = choice;
  const page = {
    ...frame,
    title: `居民意见 · ${compound.name}`,
    renovations: toRenovationTabs(choice, (code, sequence) =>
      wishPaths.index(code, { renovation: sequence }),
    ),
  };
  if (!renovation)
    return {
      ...page,
      newLink: '',
      summary: '',
      rows: [],
      empty: toNotOpened(compound.code, '在这里登记居民的心愿和异议'),
    };
  const isOpen = view.mayEdit && renovation.isCurrent && !wishOverBlockers(renovation.state).length;
  const newLink = isOpen ? wishPaths.new(compound.code) : '';
  const known = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const endsOn = new Map(notices.map((notice) => [notice.id, notice.endsOn]));
  return {
    ...page,
    newLink,
    summary: summaryOf(counts, known),
    ...(known && { filters: toFilters(view) }),
    rows: wishes.map((wish) => toRow(wish, today, wish.noticeId ? endsOn.get(wish.noticeId) : null)),
    ...(wishes.length && {
      pager: toPager(query.page, total, wishesPerPage, (to) => addressOf(view, { page: to })),
    }),
    ...(!wishes.length && { empty: known ? noneFits(view) : none(newLink) }),
  };
}

function toRow(wish: WishRecord, today: string, noticeEndsOn?: string | null): WishRow {
  const { kind, source, text, heardOn, answer } = wish;
  return {
    number: numberInWords(wish),
    text: beginning(text, 60),
    link: wishPaths.show(wish.id),
    kind: { word: wishKindNames[kind], level: kindLevel(kind) },
    source: wishSourceNames[source],
    day: dayInWords(heardOn),
    status: wishMark(wish, today, noticeEndsOn),
    answer: answer ? beginning(answer, 40) : '—',
    isPublic: wish.publicCheckedOn !== null,
  };
}

function summaryOf(counts: WishCounts, known: number): string {
  if (!known) return '';
  const parts = (Object.keys(wishStateNames) as WishState[])
    .filter((state) => counts[state])
    .map((state) => `${wishStateNames[state]} ${counts[state]} 条`);
  return `共 ${known} 条：${parts.join('，')}`;
}

const none = (newLink: string): EmptyNote => ({
  text: '还没有登记居民意见。入户、开会、到社区反映的，都记在这里，每条都有答复',
  ...(newLink && { link: newLink, label: '登记第一条' }),
});

const noneFits = (view: WishesView): EmptyNote => ({
  text: '没有符合条件的意见',
  link: addressOf(view, { state: '', kind: '', source: '', notice: 0, unseen: false, page: 1 }),
  label: '看全部',
});

function addressOf({ choice, query }: WishesView, change: Partial<WishQuery>): string {
  const { renovation, page, ...rest } = { ...query, ...change };
  return wishPaths.index(choice.compound.code, {
    ...rest,
    renovation: renovation || undefined,
    page: page > 1 ? page : undefined,
  });
}

function toFilters(view: WishesView): Filters {
  const { query, notices, choice } = view;
  const { state, kind, source, notice, unseen, renovation } = query;
  const select = (name: keyof WishQuery, label: string, value: string, names: Record<string, string>) => ({
    kind: 'select' as const,
    name,
    label,
    value,
    options: toOptions(names),
  });
  const titles = Object.fromEntries(notices.map(({ id, title }) => [String(id), title]));
  const chosen = [
    { set: state && wishStateNames[state], without: { state: '' } },
    { set: kind && wishKindNames[kind], without: { kind: '' } },
    { set: source && wishSourceNames[source], without: { source: '' } },
    { set: notice && (titles[notice] ?? '一份公示'), without: { notice: 0 } },
    { set: unseen && '居民还看不到', without: { unseen: false } },
  ] as { set: string; without: Partial<WishQuery> }[];
  return {
    action: wishPaths.index(choice.compound.code),
    hidden: renovation ? [{ name: 'renovation', value: String(renovation) }] : [],
    fields: [
      select('state', '结果', state, wishStateNames),
      select('kind', '类别', kind, wishKindNames),
      select('source', '从哪里听到', source, wishSourceNames),
      ...(notices.length ? [select('notice', '针对哪份公示', notice ? String(notice) : '', titles)] : []),
      { kind: 'tick', name: 'unseen', label: '只看居民还看不到的', checked: unseen },
    ],
    chosen: chosen
      .filter(({ set }) => set)
      .map(({ set, without }) => ({ label: set, link: addressOf(view, { ...without, page: 1 }) })),
  };
}
