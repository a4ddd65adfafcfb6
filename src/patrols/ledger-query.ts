import type { PlaceChoice } from '../compounds/compound-form.presenter';
import { LedgerSign, ledgerSignNames } from '../domain/removal/living-ledger';
import { queryNumber, queryText } from '../platform/web/address';
import type { Filters, Option } from '../platform/web/figures';
import { isKeyOf, toOptions } from '../platform/web/options';
import { patrolPaths } from './patrols.paths';

/** A column the ledger can be ordered by. */
export type LedgerSort = 'name' | 'place' | 'sign' | 'open' | 'area' | 'looked' | 'due';

const sorts: readonly LedgerSort[] = ['name', 'place', 'sign', 'open', 'area', 'looked', 'due'];

/** What the ledger is narrowed to and how it is ordered; read from the address. */
export interface LedgerQuery {
  street: number;
  community: number;
  sign: LedgerSign | '';
  late: boolean;
  sort: LedgerSort;
  descending: boolean;
  page: number;
}

/** What stands in an address that narrows and orders nothing: what is worst first. */
const plain: LedgerQuery = {
  ...{ street: 0, community: 0, sign: '', late: false },
  ...{ sort: 'sign', descending: true, page: 1 },
};

/** Reads the state of the ledger from its address; what cannot be is left out. */
export function readLedgerQuery(query: Record<string, unknown>): LedgerQuery {
  const sort = sorts.find((one) => one === queryText(query.sort));
  const sign = queryText(query.sign);
  return {
    street: queryNumber(query.street),
    community: queryNumber(query.community),
    sign: isKeyOf(ledgerSignNames, sign) ? sign : '',
    late: queryText(query.late) === '1',
    sort: sort ?? plain.sort,
    descending: sort ? queryText(query.order) === 'desc' : plain.descending,
    page: Math.max(1, queryNumber(query.page)),
  };
}

/** The address of the ledger with some of its state changed. */
export function ledgerAddress(query: LedgerQuery, change: Partial<LedgerQuery> = {}): string {
  const { sort, descending, page, late, ...rest } = { ...query, ...change };
  return patrolPaths.ledger({
    ...rest,
    late: late ? 1 : undefined,
    ...(!isPlainOrder({ sort, descending }) && { sort, order: descending ? 'desc' : '' }),
    page: page > 1 ? page : undefined,
  });
}

/** Is the ledger narrowed to a part of the scope? */
export const isNarrowed = ({ street, community, sign, late }: LedgerQuery): boolean =>
  Boolean(street || community || sign || late);

/** The filters above the ledger. */
export function toLedgerFilters(query: LedgerQuery, places: readonly PlaceChoice[]): Filters {
  const { street, community, sign, late, sort, descending } = query;
  const communities = places
    .filter((place) => !street || place.street.id === street)
    .flatMap((place) => place.communities);
  const streets = places.map((place) => place.street);
  return {
    action: patrolPaths.ledger(),
    hidden: isPlainOrder(query)
      ? []
      : [{ name: 'sort', value: sort }, ...(descending ? [{ name: 'order', value: 'desc' }] : [])],
    fields: [
      ...(streets.length > 1 ? [select('street', '街道', street, streets.map(toOption))] : []),
      ...(communities.length > 1 ? [select('community', '社区', community, communities.map(toOption))] : []),
      select('sign', '达标情况', sign, toOptions(ledgerSignNames)),
      { kind: 'tick', name: 'late', label: '只看回访逾期', checked: late },
    ],
    ...(isNarrowed(query) && { clearLink: patrolPaths.ledger() }),
  };
}

const isPlainOrder = ({ sort, descending }: Pick<LedgerQuery, 'sort' | 'descending'>): boolean =>
  sort === plain.sort && descending === plain.descending;

const select = (
  name: string,
  label: string,
  value: string | number,
  options: Option[],
): Filters['fields'][number] => ({ kind: 'select', name, label, value: value ? String(value) : '', options });

const toOption = ({ id, shortName }: { id: number; shortName: string }): Option => ({
  ...{ value: String(id), label: shortName },
});
