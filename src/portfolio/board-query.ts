import { managementStatusNames } from '../domain/compound/words';
import { ledgerSignNames } from '../domain/removal/living-ledger';
import { renovationStateNames, stageNames, stages } from '../domain/renovation/stages';
import { queryNumber, queryText } from '../platform/web/address';
import { Filters, Option } from '../platform/web/figures';
import { keysOf, toOptions } from '../platform/web/options';
import type { BoardQuery, BoardSort } from './board.service';
import { portfolioPaths } from './portfolio.paths';

interface Place {
  id: number;
  shortName: string;
}

/** A street with its communities, as the filters offer them. */
export interface PlaceChoice {
  street: Place;
  communities: Place[];
}

const sorts: readonly BoardSort[] = [
  'name',
  'place',
  'stage',
  'planned',
  'expected',
  'drift',
  'households',
  'updated',
];

/** What stands in an address that narrows and orders nothing: the latest first. */
const plain: BoardQuery = {
  q: '',
  street: 0,
  community: 0,
  stage: '',
  state: '',
  management: '',
  sign: '',
  late: false,
  sort: 'drift',
  descending: true,
  page: 1,
};

/** Reads the state of the board from its address; what cannot be is left out. */
export function readBoardQuery(query: Record<string, unknown>): BoardQuery {
  const one = <T extends string>(name: string, of: readonly T[]): T | '' =>
    of.find((value) => value === queryText(query[name])) ?? '';
  const sort = one('sort', sorts);
  return {
    q: queryText(query.q).trim(),
    street: queryNumber(query.street),
    community: queryText(query.community) === 'none' ? 'none' : queryNumber(query.community),
    stage: one('stage', stages),
    state: one('state', [...keysOf(renovationStateNames), 'none']),
    management: one('management', keysOf(managementStatusNames)),
    sign: one('sign', keysOf(ledgerSignNames)),
    late: queryText(query.late) === '1',
    sort: sort || plain.sort,
    descending: sort ? queryText(query.order) === 'desc' : plain.descending,
    page: Math.max(1, queryNumber(query.page)),
  };
}

/** The address of the board with some of its state changed. */
export function boardAddress(query: BoardQuery, change: Partial<BoardQuery> = {}): string {
  const { sort, descending, page, ...rest } = { ...query, ...change };
  const isPlainOrder = sort === plain.sort && descending === plain.descending;
  return portfolioPaths.board({
    ...rest,
    ...(!isPlainOrder && { sort, order: descending ? 'desc' : '' }),
    page: page > 1 ? page : undefined,
  });
}

/** Is the board narrowed to a part of the scope? */
export const isNarrowed = (query: BoardQuery): boolean => chosen(query).length > 0;

/** The filters above the board; each that is set can be left out alone. */
export function toBoardFilters(
  query: BoardQuery,
  places: readonly PlaceChoice[],
  hasSigns: boolean,
): Filters {
  const { q, street, community, stage, state, management, sign, late, sort, descending } = query;
  const isPlainOrder = sort === plain.sort && descending === plain.descending;
  const set = chosen(query);
  const communities = places
    .filter((place) => !street || place.street.id === street)
    .flatMap((place) => place.communities);
  return {
    action: portfolioPaths.board(),
    hidden: isPlainOrder
      ? []
      : [{ name: 'sort', value: sort }, ...(descending ? [{ name: 'order', value: 'desc' }] : [])],
    fields: [
      { kind: 'text', name: 'q', label: '名称、地址、代码、拼音首字母', value: q },
      ...(places.length > 1
        ? [
            select(
              'street',
              '街道',
              street,
              places.map((place) => toOption(place.street)),
            ),
          ]
        : []),
      ...(communities.length > 1
        ? [
            select('community', '社区', community, [
              { value: 'none', label: '社区待定' },
              ...communities.map(toOption),
            ]),
          ]
        : []),
      select('stage', '阶段', stage, toOptions(stageNames)),
      select('state', '状态', state, [
        ...toOptions(renovationStateNames),
        { value: 'none', label: '未立项' },
      ]),
      select('management', '管理现状', management, toOptions(managementStatusNames)),
      ...(hasSigns ? [select('sign', '达标情况', sign, toOptions(ledgerSignNames))] : []),
      { kind: 'tick', name: 'late', label: '只看逾期', checked: late },
    ],
    chosen: set.map(({ key, label }) => {
      const name = typeof label === 'string' ? label : label(places);
      return { label: name, link: boardAddress(query, { [key]: plain[key], page: 1 }) };
    }),
    ...(set.length && { clearLink: portfolioPaths.board() }),
  };
}

interface Chosen {
  key: keyof BoardQuery;
  label: string | ((places: readonly PlaceChoice[]) => string);
}

function chosen(query: BoardQuery): Chosen[] {
  const { q, street, community, stage, state, management, sign, late } = query;
  const found: Chosen[] = [];
  const nameOf =
    (id: number | 'none', among: (place: PlaceChoice) => Place[]) => (places: readonly PlaceChoice[]) =>
      places.flatMap(among).find((place) => place.id === id)?.shortName ?? '社区待定';
  if (q) found.push({ key: 'q', label: `「${q}」` });
  if (street) found.push({ key: 'street', label: nameOf(street, (place) => [place.street]) });
  if (community) found.push({ key: 'community', label: nameOf(community, (place) => place.communities) });
  if (stage) found.push({ key: 'stage', label: stageNames[stage] });
  if (state) found.push({ key: 'state', label: state === 'none' ? '未立项' : renovationStateNames[state] });
  if (management) found.push({ key: 'management', label: managementStatusNames[management] });
  if (sign) found.push({ key: 'sign', label: ledgerSignNames[sign] });
  if (late) found.push({ key: 'late', label: '只看逾期' });
  return found;
}

const select = (
  name: string,
  label: string,
  value: string | number,
  options: Option[],
): Filters['fields'][number] => ({ kind: 'select', name, label, value: value ? String(value) : '', options });

const toOption = ({ id, shortName }: Place) => ({ value: String(id), label: shortName });
