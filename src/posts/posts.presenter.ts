import type { RenovationChoice } from '../compounds/compounds.desk';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import type { Frame } from '../compounds/workspace';
import { newestOf } from '../domain/construction/post-arrival';
import { MissingPost, postDueTime } from '../domain/construction/missing-posts';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { EmptyNote, Filters, Pager, StatusMark, TodoItem } from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { toOptions } from '../platform/web/options';
import type { ContractRecord } from '../works/work.entities';
import { worksPaths } from '../works/works.paths';
import type { PostWithRow } from './kept-posts';
import { DayFilter, dayFilterNames, PostsQuery, postsAddress } from './posts-query';
import { missingMark, postInShort, postMark } from './post-words';
import { fieldPaths } from './field.paths';
import { postsPaths } from './posts.paths';

/** Tab 日报 of a compound: what waits first, then every day beside every contract (views/posts/index). */
export interface PostsPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  waiting: TodoItem[];
  /** Said where nothing waits. */
  nothingWaits: string;
  filters?: Filters;
  columns: string[];
  caption: string;
  rows: DayRow[];
  pager?: Pager;
  empty?: EmptyNote;
}

interface DayRow {
  day: string;
  cells: DayCell[];
}

/** What one contract told of one day; `link` leads to it, empty where there is none. */
interface DayCell {
  status?: StatusMark;
  what: string;
  link: string;
}

/** What the tab is made of; contracts and posts are those this person may see. */
export interface PostsView {
  choice: RenovationChoice;
  contracts: readonly ContractRecord[];
  posts: readonly PostWithRow[];
  /** Those this person may decide on, the oldest day first. */
  deciding: readonly PostWithRow[];
  missing: ReadonlyMap<number, readonly MissingPost[]>;
  /** From which day on this person may still post for each contract; missing where they may not. */
  reportFrom: ReadonlyMap<number, CalendarDate>;
  query: PostsQuery;
  today: CalendarDate;
}

/** How many days stand on one page. */
export const daysPerPage = 30;

/** The tab as a page. */
export function toPosts(view: PostsView, frame: Frame): PostsPage {
  const { choice, contracts, posts, query, today } = view;
  const { compound, renovation } = choice;
  const page = {
    ...frame,
    title: `日报 · ${compound.name}`,
    renovations: toRenovationTabs(choice, (code, sequence) =>
      postsPaths.index(code, { renovation: sequence }),
    ),
    ...{ waiting: [], nothingWaits: '', columns: [], caption: '', rows: [] },
  };
  if (!renovation) return { ...page, empty: toNotOpened(compound.code, '施工方每天用手机报一次进度') };
  if (!contracts.length) return { ...page, empty: noContract(compound.code) };
  const shown = contracts.filter(({ id }) => !query.contract || id === query.contract);
  const days = daysOf(view, shown);
  const here = days.slice((query.page - 1) * daysPerPage, query.page * daysPerPage);
  const waiting = posts.filter(({ state }) => state === 'sent').length;
  return {
    ...page,
    waiting: view.deciding.map((post, at) => toWaiting(post, contracts, { today, primary: at === 0 })),
    nothingWaits: waiting ? `有 ${waiting} 份日报等别人确认，列在下面。` : '没有等确认的日报。',
    filters: toFilters(compound.code, query, contracts),
    columns: shown.map(({ name }) => name),
    caption: `每天的日报，最近的在前，共 ${days.length} 天`,
    rows: here.map((on) => ({
      day: nearDay(on, today),
      cells: shown.map(({ id }) => toCell(view, id, on)),
    })),
    pager: toPager(query.page, days.length, daysPerPage, (other) =>
      postsAddress(compound.code, query, { page: other }),
    ),
    ...(!days.length && { empty: noDays(compound.code, query, today) }),
  };
}

/** The days something is known of, the newest first, narrowed to what is asked for. */
function daysOf({ posts, missing, query }: PostsView, shown: readonly ContractRecord[]): CalendarDate[] {
  const ids = new Set(shown.map(({ id }) => id));
  const wanted = (state: DayFilter) => !query.state || query.state === state;
  const told = posts
    .filter(({ contractId }) => ids.has(contractId))
    .filter((one) => newestOf(posts, one)?.id === one.id && wanted(one.state as DayFilter))
    .map(({ workedOn }) => workedOn);
  const lacking = wanted('missing')
    ? shown.flatMap(({ id }) => (missing.get(id) ?? []).map(({ on }) => on))
    : [];
  return [...new Set([...told, ...lacking])].sort().reverse();
}

function toCell(view: PostsView, contractId: number, on: CalendarDate): DayCell {
  const { posts, missing, reportFrom, today } = view;
  const post = newestOf(posts, { contractId, workedOn: on });
  if (post) return { status: postMark(post), what: postInShort(post), link: postsPaths.show(post.id) };
  const lacks = missing.get(contractId)?.find((one) => one.on === on);
  if (!lacks) return { what: '—', link: '' };
  const from = reportFrom.get(contractId);
  const mayReport = from !== undefined && on >= from;
  return {
    status: missingMark(lacks, today),
    what: mayReport ? '去补报' : '',
    link: mayReport ? fieldPaths.report({ contract: contractId, on }) : '',
  };
}

function toWaiting(
  post: PostWithRow,
  contracts: readonly ContractRecord[],
  { today, primary }: { today: CalendarDate; primary: boolean },
): TodoItem {
  const contract = contracts.find(({ id }) => id === post.contractId);
  return {
    status: postMark(post),
    kind: contract?.name ?? '',
    what: `${nearDay(post.workedOn, today)}日报`,
    why: [postInShort(post), post.row.correctsId === null ? '' : '更正'].filter(Boolean).join(' · '),
    action: { label: '打开核对', link: postsPaths.show(post.id), primary },
  };
}

function toFilters(code: string, query: PostsQuery, contracts: readonly ContractRecord[]): Filters {
  const { renovation, contract, state } = query;
  const options = contracts.map(({ id, name }) => ({ value: String(id), label: name }));
  return {
    action: postsPaths.index(code),
    hidden: renovation ? [{ name: 'renovation', value: String(renovation) }] : [],
    fields: [
      ...(contracts.length > 1
        ? [
            {
              kind: 'select' as const,
              name: 'contract',
              label: '合同',
              value: contract ? String(contract) : '',
              options,
            },
          ]
        : []),
      { kind: 'select', name: 'state', label: '情况', value: state, options: toOptions(dayFilterNames) },
    ],
    ...((contract || state) && { clearLink: postsPaths.index(code, { renovation }) }),
  };
}

const noContract = (code: string): EmptyNote => ({
  text: '还没有施工合同。登记合同、开始履行以后，施工方每天用手机报一次进度。',
  link: worksPaths.index(code),
  label: '打开合同和项目',
});

const noDays = (code: string, { contract, state, renovation }: PostsQuery, today: CalendarDate): EmptyNote =>
  contract || state
    ? { text: '没有符合条件的日报。', link: postsPaths.index(code, { renovation }), label: '清除筛选' }
    : { text: `还没有日报。施工方每天 ${postDueTime(today)} 前提交，提交后在这里核对。` };
