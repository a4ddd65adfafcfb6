import { sequenceOf } from '../compounds/renovation-address';
import { attitudeWords, PersuasionStanding } from '../domain/removal/persuasion';
import { StructureState, structureStateNames, structureStates } from '../domain/removal/structure-states';
import { zoneShortName } from '../domain/removal/zone-draft';
import { withQuery } from '../platform/web/address';
import type { PlacedStructure } from '../structures/structures.desk';
import type { WorkZone } from '../zones/zone.entities';
import { removalsPaths } from './removals.paths';

/** Which structures are looked at; an empty value asks for all. */
export interface RemovalFilter {
  state: string;
  /** Number of a zone. */
  zone: number;
  attitude: string;
}

/** One way to look at fewer of them. */
export interface FilterLinks {
  label: string;
  links: { label: string; link: string; current: boolean; count: number }[];
}

/** What the list is narrowed from. */
export interface Narrowed {
  compound: { code: string };
  renovation: { sequence: number; isCurrent: boolean } | null;
  structures: readonly PlacedStructure[];
  persuasion: ReadonlyMap<number, PersuasionStanding>;
  zones: readonly WorkZone[];
}

/** Is this one looked at? */
export const isShown = (
  view: Narrowed,
  one: PlacedStructure,
  { state, zone, attitude }: RemovalFilter,
): boolean =>
  (!state || one.state === state) &&
  (!zone || one.zoneIds.some((id) => view.zones.some((known) => known.id === id && known.number === zone))) &&
  (!attitude || view.persuasion.get(one.id)?.attitude === attitude);

/** The list narrowed in this way. */
export const addressOf = (
  { compound, renovation }: Narrowed,
  { state, zone, attitude }: RemovalFilter,
): string =>
  withQuery(removalsPaths.index(compound.code), {
    renovation: sequenceOf(renovation),
    ...{ state, zone, attitude },
  });

/** The links above the list; a choice counts what is behind it, with the other choices as they stand. */
export function toFilterLinks(view: Narrowed, filter: RemovalFilter): FilterLinks[] {
  const count = (change: Partial<RemovalFilter>) =>
    view.structures.filter((one) => isShown(view, one, { ...filter, ...change })).length;
  const choice = (label: string, change: Partial<RemovalFilter>) => ({
    label,
    link: addressOf(view, { ...filter, ...change }),
    current: Object.entries(change).every(([key, value]) => filter[key as keyof RemovalFilter] === value),
    count: count(change),
  });
  const used = (link: { count: number; current: boolean }) => link.count > 0 || link.current;
  const states = structureStates.map((state: StructureState) =>
    choice(structureStateNames[state], { state }),
  );
  const zones = view.zones.map((zone) => choice(zoneShortName(zone), { zone: zone.number }));
  const attitudes = Object.entries(attitudeWords).map(([attitude, label]) => choice(label, { attitude }));
  return [
    { label: '状态', links: [choice('全部', { state: '' }), ...states.filter(used)] },
    ...(zones.length ? [{ label: '区域', links: [choice('全部', { zone: 0 }), ...zones] }] : []),
    { label: '态度', links: [choice('全部', { attitude: '' }), ...attitudes.filter(used)] },
  ];
}
