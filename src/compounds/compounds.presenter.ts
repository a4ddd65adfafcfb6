import { managementStatusNames } from '../domain/compound/words';
import { areaInWords } from '../domain/kernel/area';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { stageNames } from '../domain/renovation/stages';
import { dayOf } from '../platform/clock/clock';
import { queryNumber, queryText, withQuery } from '../platform/web/address';
import { ActionLink, Crumb, EmptyNote, Filters, Pager, SortHead, StatusMark } from '../platform/web/figures';
import { dayInWords } from '../domain/kernel/calendar-date';
import { toOptions } from '../platform/web/options';
import { toPager } from '../platform/web/pager';
import type { CompoundSign } from './compound-signs';
import { CompoundListQuery, SignedLine, SortKey, pageSize, sortColumns } from './compounds.list';
import { compoundPaths } from './compounds.paths';
import { PlaceChoice } from './compound-form.presenter';
import { renovationStatus } from './workspace.presenter';

/** The register as a list (views/compounds/index). */
export interface CompoundsPage {
  title: string;
  crumbs: Crumb[];
  about: string;
  actions: ActionLink[];
  filters: Filters;
  columns: SortHead[];
  /** Is there a column for the sign? Not for those who may not read of removals. */
  hasSigns: boolean;
  rows: {
    link: string;
    name: string;
    address: string;
    place: string;
    built: string;
    households: string;
    floorArea: string;
    management: string;
    stage: StatusMark;
    sign?: CompoundSign;
    updated: string;
  }[];
  pager: Pager;
  empty?: EmptyNote;
}

/** Reads the state of the list from its address; what cannot be is left out. */
export function readListQuery(query: Record<string, unknown>): CompoundListQuery {
  const sort = queryText(query.sort);
  return {
    q: queryText(query.q).trim(),
    street: queryNumber(query.street),
    community: queryNumber(query.community),
    stage: queryText(query.stage),
    management: queryText(query.management),
    sort: (Object.hasOwn(sortColumns, sort) ? sort : 'name') as SortKey,
    descending: queryText(query.order) === 'desc',
    page: Math.max(1, queryNumber(query.page)),
  };
}

const signLabel = '达标情况';

const columns: { label: string; sort?: SortKey; right?: boolean }[] = [
  { label: '楼院', sort: 'name' },
  { label: '街道、社区', sort: 'street' },
  { label: '建成年份', sort: 'built', right: true },
  { label: '户数', sort: 'households', right: true },
  { label: '建筑面积', right: true },
  { label: '管理现状' },
  { label: '改造阶段' },
  { label: signLabel },
  { label: '更新', sort: 'updated' },
];

/** The register as a page. */
export function toCompounds(
  found: { lines: SignedLine[]; total: number },
  query: CompoundListQuery,
  places: PlaceChoice[],
  role: Role,
): CompoundsPage {
  const address = (change: Partial<Record<string, string | number>> = {}) => listAddress(query, change);
  const hasSigns = mayDo(role, 'removal.read');
  const shown = columns.filter(({ label }) => hasSigns || label !== signLabel);
  const isNarrowed = Boolean(query.q || query.street || query.community || query.stage || query.management);
  return {
    title: '楼院台账',
    crumbs: [{ label: '楼院' }],
    about: '您管辖范围内的全部楼院',
    actions: [
      ...(mayDo(role, 'import.run')
        ? [{ label: '导入清单', link: '/imports/new', icon: 'file-import' }]
        : []),
      ...(mayDo(role, 'compound.register')
        ? [{ label: '登记楼院', link: compoundPaths.new(), primary: true }]
        : []),
    ],
    filters: toFilters(query, places, address, isNarrowed),
    hasSigns,
    columns: shown.map(({ label, sort, right }) => {
      if (!sort) return { label, right };
      const isSorted = query.sort === sort;
      const order = isSorted && !query.descending ? 'desc' : '';
      const direction = query.descending ? ('descending' as const) : ('ascending' as const);
      return {
        label,
        right,
        link: address({ sort, order, page: 0 }),
        sorted: isSorted ? direction : undefined,
      };
    }),
    rows: found.lines.map(toRow),
    pager: toPager(query.page, found.total, pageSize, (page) => address({ page })),
    empty: found.lines.length ? undefined : emptyNote(isNarrowed, role),
  };
}

function toRow(line: SignedLine): CompoundsPage['rows'][number] {
  return {
    link: compoundPaths.show(line.code),
    name: line.name,
    address: line.address ?? '',
    place: [line.street, line.community ?? '社区待定'].join(' · '),
    built: line.builtYear ? String(line.builtYear) : (line.builtYearNote ?? '—'),
    households: line.householdCount === null ? '—' : String(line.householdCount),
    floorArea: line.floorArea === null ? '—' : areaInWords(line.floorArea),
    management: managementStatusNames[line.managementStatus as keyof typeof managementStatusNames] ?? '—',
    stage:
      line.stage && line.state
        ? renovationStatus({ stage: line.stage, state: line.state, removal: 'waiting' })
        : { state: 'idle', word: '未立项' },
    sign: line.sign,
    updated: dayInWords(dayOf(line.updatedAt)),
  };
}

function toFilters(
  query: CompoundListQuery,
  places: PlaceChoice[],
  address: (change: Record<string, string | number>) => string,
  isNarrowed: boolean,
): Filters {
  const option = ({ id, shortName }: { id: number; shortName: string }) => ({
    value: String(id),
    label: shortName,
  });
  const communities = places
    .filter(({ street }) => !query.street || street.id === query.street)
    .flatMap((place) => place.communities);
  return {
    action: compoundPaths.index(),
    hidden: [
      ...(query.sort === 'name' ? [] : [{ name: 'sort', value: query.sort }]),
      ...(query.descending ? [{ name: 'order', value: 'desc' }] : []),
    ],
    fields: [
      { kind: 'text', name: 'q', label: '名称、地址、代码、拼音首字母', value: query.q },
      ...(places.length > 1
        ? [
            {
              kind: 'select' as const,
              name: 'street',
              label: '街道',
              value: chosen(query.street),
              options: places.map(({ street }) => option(street)),
            },
          ]
        : []),
      ...(communities.length > 1
        ? [
            {
              kind: 'select' as const,
              name: 'community',
              label: '社区',
              value: chosen(query.community),
              options: communities.map(option),
            },
          ]
        : []),
      {
        kind: 'select',
        name: 'stage',
        label: '改造阶段',
        value: query.stage,
        options: [{ value: 'none', label: '未立项' }, ...toOptions(stageNames)],
      },
      {
        kind: 'select',
        name: 'management',
        label: '管理现状',
        value: query.management,
        options: toOptions(managementStatusNames),
      },
    ],
    clearLink: isNarrowed
      ? address({ q: '', street: 0, community: 0, stage: '', management: '', page: 0 })
      : undefined,
  };
}

const chosen = (id: number) => (id ? String(id) : '');

function listAddress(query: CompoundListQuery, change: Partial<Record<string, string | number>>): string {
  const { descending, sort, page, ...rest } = query;
  const state = { ...rest, sort: sort === 'name' ? '' : sort, order: descending ? 'desc' : '', page };
  const next = { ...state, ...change };
  return withQuery(compoundPaths.index(), { ...next, page: Number(next.page) > 1 ? next.page : undefined });
}

function emptyNote(isNarrowed: boolean, role: Role): EmptyNote {
  if (isNarrowed) return { text: '没有符合条件的楼院', link: compoundPaths.index(), label: '清除筛选' };
  if (mayDo(role, 'import.run')) {
    return { text: '台账还是空的。手里有楼院清单的，可以直接导入', link: '/imports/new', label: '导入清单' };
  }
  return { text: '您的范围内还没有楼院' };
}
