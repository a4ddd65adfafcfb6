import { countsAt } from '../domain/disclosure/counting';
import { staleAfterDays } from '../domain/disclosure/staleness';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { stageNames, stages } from '../domain/renovation/stages';
import { patrolPaths } from '../patrols/patrols.paths';
import {
  ActionLink,
  Crumb,
  EmptyNote,
  Filters,
  FunnelStep,
  NumberFigure,
  Pager,
  SortHead,
} from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { BoardRow, toBoardRow } from './board-row.presenter';
import { PlaceChoice, boardAddress, isNarrowed, toBoardFilters } from './board-query';
import { BoardFinding, BoardLine, BoardQuery, BoardSort, boardPageSize } from './board.service';
import { portfolioPaths } from './portfolio.paths';

/** All compounds in scope (views/portfolio/board). */
export interface BoardPage {
  title: string;
  crumbs: Crumb[];
  about: string;
  actions: ActionLink[];
  filters: Filters;
  totals: NumberFigure[];
  funnel: FunnelStep[];
  caption: string;
  /** Is there a column for the sign? */
  hasSigns: boolean;
  columns: SortHead[];
  rows: BoardRow[];
  pager: Pager;
  empty?: EmptyNote;
}

const signLabel = '达标情况';

const columns: { label: string; sort?: BoardSort; right?: boolean }[] = [
  { label: '楼院', sort: 'name' },
  { label: '街道和社区', sort: 'place' },
  { label: '阶段', sort: 'stage' },
  { label: '进度' },
  { label: '施工 实际/计划', right: true },
  { label: '计划完成', sort: 'planned' },
  { label: '预计完成', sort: 'expected' },
  { label: '偏差（天）', sort: 'drift', right: true },
  { label: '户数', sort: 'households', right: true },
  { label: '还缺' },
  { label: signLabel },
  { label: '最近更新', sort: 'updated' },
];

/** The board as a page. */
export function toBoard(
  found: BoardFinding,
  query: BoardQuery,
  places: readonly PlaceChoice[],
  today: CalendarDate,
): BoardPage {
  const { lines, atAnyStage, page, signs, works } = found;
  const shown = columns.filter(({ label }) => signs !== null || label !== signLabel);
  const sorted = columns.find(({ sort }) => sort === query.sort)!;
  return {
    title: '看板',
    crumbs: [{ label: '看板' }],
    about: `您管辖范围内的楼院，数据到今天 ${nearDay(today, today)}`,
    actions: signs ? [{ label: '销号台账', link: patrolPaths.ledger() }] : [],
    filters: toBoardFilters(query, places, signs !== null),
    totals: toTotals(lines, today),
    funnel: toFunnel(atAnyStage, query),
    caption: `楼院列表，按${sorted.label}${query.descending ? '从大到小' : '从小到大'}`,
    hasSigns: signs !== null,
    columns: shown.map((column) => toHead(column, query)),
    rows: page.map((line) =>
      toBoardRow(line, { standing: signs?.get(line.id), works: works.get(line.renovationId ?? 0) }, today),
    ),
    pager: toPager(query.page, lines.length, boardPageSize, (other) => boardAddress(query, { page: other })),
    ...(!page.length && { empty: emptyNote(query) }),
  };
}

function toTotals(lines: readonly BoardLine[], today: CalendarDate): NumberFigure[] {
  const count = (wanted: (line: BoardLine) => boolean) => lines.filter(wanted).length;
  const households = lines.reduce((sum, { householdCount }) => sum + (householdCount ?? 0), 0);
  const late = lines.filter(({ overdueDays }) => overdueDays > 0);
  const worst = Math.max(0, ...late.map(({ overdueDays }) => overdueDays));
  const stale = count(({ staleDays }) => staleDays !== null);
  const number = (value: number) => value.toLocaleString('en-US');
  return [
    { term: '楼院', value: number(lines.length), note: `个，${number(households)} 户` },
    {
      term: stageNames.construction,
      value: number(count((line) => countsAt(line, 'construction'))),
      note: '个',
    },
    { term: '已办结', value: number(count(({ state }) => state === 'closed')), note: '个' },
    {
      term: '逾期',
      value: number(late.length),
      note: late.length ? `个，最长 ${worst} 天` : '个',
      ...(late.length && { late: true }),
    },
    {
      term: `超过 ${staleAfterDays(today)} 天没有更新`,
      value: number(stale),
      note: '个',
      ...(stale && { late: true }),
    },
    { term: '未立项', value: number(count(({ state }) => state === null)), note: '个' },
  ];
}

function toFunnel(lines: readonly BoardLine[], query: BoardQuery): FunnelStep[] {
  const counts = stages.map((stage) => lines.filter((line) => countsAt(line, stage)).length);
  const most = Math.max(1, ...counts);
  return stages.map((stage, index) => {
    const share = Math.round((counts[index] * 100) / most);
    const current = query.stage === stage;
    return {
      name: stageNames[stage],
      count: counts[index],
      link: boardAddress(query, { stage: current ? '' : stage, page: 1 }),
      current,
      bar: {
        label: `${stageNames[stage]} ${counts[index]} 个`,
        ...(stage === 'handover' ? { solid: share } : { hatch: share }),
      },
    };
  });
}

function toHead({ label, sort, right }: (typeof columns)[number], query: BoardQuery): SortHead {
  if (!sort) return { label };
  const isSorted = query.sort === sort;
  const descending = isSorted ? !query.descending : false;
  return {
    label,
    link: boardAddress(query, { sort, descending, page: 1 }),
    ...(right && { right }),
    ...(isSorted && { sorted: query.descending ? 'descending' : 'ascending' }),
  };
}

const emptyNote = (query: BoardQuery): EmptyNote =>
  isNarrowed(query)
    ? { text: '没有符合条件的楼院。', link: portfolioPaths.board(), label: '清除筛选' }
    : { text: '您的管辖范围内还没有楼院。登记或导入以后，进度在这里一眼看到。' };
