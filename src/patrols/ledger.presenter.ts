import type { PlaceChoice } from '../compounds/compound-form.presenter';
import { areaInWords } from '../domain/kernel/area';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { addedCounts, ledgerInWords, putRight, putRightPercent } from '../domain/removal/ledger-totals';
import { LedgerSign, ledgerSignNames } from '../domain/removal/living-ledger';
import type {
  Crumb,
  EmptyNote,
  Filters,
  NumberFigure,
  Pager,
  SortHead,
  StatusMark,
} from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { isNarrowed, ledgerAddress, LedgerQuery, LedgerSort, toLedgerFilters } from './ledger-query';
import { signMark } from './ledger-words';
import { LedgerFinding, LedgerLine, ledgerPageSize } from './ledger.list';
import { patrolPaths } from './patrols.paths';

/** One compound of the ledger. */
export interface LedgerRow {
  link: string;
  name: string;
  place: string;
  sign: StatusMark;
  open: string;
  agreed: string;
  removed: string;
  verified: string;
  kept: string;
  area: string;
  looked: string;
  due: string;
  dueLate?: boolean;
}

/** The living ledger over all compounds in scope (views/patrols/ledger). */
export interface LedgerPage {
  title: string;
  crumbs: Crumb[];
  about: string;
  filters: Filters;
  totals: NumberFigure[];
  /** What the numbers are counted from. */
  sentence: string;
  caption: string;
  columns: SortHead[];
  rows: LedgerRow[];
  pager: Pager;
  empty?: EmptyNote;
}

const columns: { label: string; sort?: LedgerSort; right?: boolean }[] = [
  { label: '楼院', sort: 'name' },
  { label: '街道和社区', sort: 'place' },
  { label: '达标情况', sort: 'sign' },
  { label: '待处理', sort: 'open', right: true },
  { label: '已同意', right: true },
  { label: '待复核', right: true },
  { label: '已复核', right: true },
  { label: '保留、划出', right: true },
  { label: '拆除 ㎡', sort: 'area', right: true },
  { label: '最近查看', sort: 'looked' },
  { label: '下次查看', sort: 'due' },
];

/** The ledger as a page. */
export function toLedger(
  found: LedgerFinding,
  query: LedgerQuery,
  places: readonly PlaceChoice[],
  today: CalendarDate,
): LedgerPage {
  const { lines, page } = found;
  const sorted = columns.find(({ sort }) => sort === query.sort)!;
  return {
    title: '销号台账',
    crumbs: [{ label: '销号台账' }],
    about: `登记过拆除对象或巡查过的楼院，数据到今天 ${nearDay(today, today)}`,
    filters: toLedgerFilters(query, places),
    totals: toTotals(lines),
    sentence: `${isNarrowed(query) ? '筛选出的' : '您管辖范围内的'} ${lines.length} 个楼院：${ledgerInWords(addedCounts(lines.map(({ counts }) => counts)))}。登记有误撤销的不计；保留和划出的算已销号。`,
    caption: `销号台账，按${sorted.label}${query.descending ? '从大到小' : '从小到大'}`,
    columns: columns.map((column) => toHead(column, query)),
    rows: page.map((line) => toRow(line, today)),
    pager: toPager(query.page, lines.length, ledgerPageSize, (other) =>
      ledgerAddress(query, { page: other }),
    ),
    ...(!page.length && { empty: emptyNote(query) }),
  };
}

function toTotals(lines: readonly LedgerLine[]): NumberFigure[] {
  const counts = addedCounts(lines.map((line) => line.counts));
  const bySign = (sign: LedgerSign) => lines.filter(({ standing }) => standing.sign === sign).length;
  const late = lines.filter(({ standing }) => standing.overdueDays > 0);
  const worst = Math.max(0, ...late.map(({ standing }) => standing.overdueDays));
  const number = (value: number) => value.toLocaleString('en-US');
  const percent = putRightPercent(counts);
  return [
    ...(['passing', 'mending', 'failing'] as const).map((sign) => ({
      ...{ term: ledgerSignNames[sign], value: number(bySign(sign)), note: '个楼院' },
      ...(sign === 'failing' && bySign(sign) > 0 && { late: true }),
    })),
    {
      term: '已销号',
      value: percent === null ? '—' : `${percent}%`,
      note: `${number(putRight(counts))} / ${number(counts.total)} 处`,
    },
    { term: '拆除面积', value: areaInWords(counts.removedArea).replace(/ ?㎡$/, ''), note: '㎡' },
    {
      term: '回访逾期',
      value: number(late.length),
      note: late.length ? `个楼院，最长 ${worst} 天` : '个楼院',
      ...(late.length > 0 && { late: true }),
    },
  ];
}

function toRow(
  { code, name, street, community, standing, counts }: LedgerLine,
  today: CalendarDate,
): LedgerRow {
  const { lookedOn, nextDueOn, overdueDays } = standing;
  const due = nextDueOn ? nearDay(nextDueOn, today) : '—';
  return {
    ...{ link: patrolPaths.index(code), name, place: [street, community ?? '社区待定'].join(' · ') },
    sign: signMark({ sign: standing.sign, open: 0 }),
    open: String(counts.open),
    agreed: String(counts.agreed),
    removed: String(counts.removed),
    verified: String(counts.verified),
    kept: String(counts.kept),
    area: areaInWords(counts.removedArea).replace(/ ?㎡$/, ''),
    looked: lookedOn ? nearDay(lookedOn, today) : '还没有回访',
    due: overdueDays > 0 ? `${due}，逾期 ${overdueDays} 天` : due,
    ...(overdueDays > 0 && { dueLate: true }),
  };
}

function toHead({ label, sort, right }: (typeof columns)[number], query: LedgerQuery): SortHead {
  if (!sort) return { label, ...(right && { right }) };
  const isSorted = query.sort === sort;
  return {
    label,
    link: ledgerAddress(query, { sort, descending: isSorted && !query.descending, page: 1 }),
    ...(right && { right }),
    ...(isSorted && { sorted: query.descending ? 'descending' : 'ascending' }),
  };
}

const emptyNote = (query: LedgerQuery): EmptyNote =>
  isNarrowed(query)
    ? { text: '没有符合条件的楼院。', link: patrolPaths.ledger(), label: '清除筛选' }
    : { text: '还没有楼院登记拆除对象或巡查。登记以后，每个楼院的达标情况在这里一眼看到。' };
