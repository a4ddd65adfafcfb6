// What may be told of the hazards of a compound: counted by heading of the catalogue, with the usual remedy, and nothing
// that staff typed and nothing that names a door (domain reference §9.1).
import { ItemCode, itemNames } from '../renovation/items';
import { Hazard, Severity } from './hazard';
import { HazardGroup, hazardGroupNames, hazardKindOf } from './hazard-kinds';

/** A hazard as far as it is counted. */
export type CountedHazard = Pick<Hazard, 'kind' | 'severity' | 'controlledOn'> & { item: string | null };

/** One heading as residents may read it: how many, how many of them controlled, and what is suggested. */
export interface HazardGroupLine {
  group: HazardGroup;
  name: string;
  count: number;
  controlled: number;
  remedies: string[];
}

/** The hazards by heading, in the order of the walk; headings without any are left out. */
export function hazardsByGroup(hazards: readonly CountedHazard[]): HazardGroupLine[] {
  return (Object.keys(hazardGroupNames) as HazardGroup[]).flatMap((group) => {
    const found = hazards.filter(({ kind }) => hazardKindOf(kind)?.group === group);
    if (found.length === 0) return [];
    return {
      group,
      name: hazardGroupNames[group],
      count: found.length,
      controlled: found.filter(({ controlledOn }) => controlledOn !== null).length,
      remedies: [...new Set(found.flatMap(({ item }) => remedyOf(item)))],
    };
  });
}

/** How many hazards of each grade? */
export function hazardsBySeverity(hazards: readonly Pick<Hazard, 'severity'>[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { severity } of hazards) counts[severity as Severity] += 1;
  return counts;
}

const remedyOf = (item: string | null): string[] =>
  item !== null && item in itemNames ? [itemNames[item as ItemCode]] : [];
