// What a signed survey found, told to everybody: headings and counts in the words of the catalogue. Places, notes and
// photos of single findings may point at a household and stay inside (domain reference §9.1).
import type { CalendarDate } from '../kernel/calendar-date';
import { ItemCode, itemNames } from '../renovation/items';
import { HazardGroup, hazardGroupNames, hazardKindOf } from '../survey/hazard-kinds';

/** One finding as the survey keeps it. */
export interface KnownHazard {
  kind: string;
  severity: number;
  item: string | null;
  controlledOn: CalendarDate | null;
}

/** A signed survey: how many doors it went to, and what it found. */
export interface KnownSurvey {
  signedOn: CalendarDate;
  doors: number;
  reached: number;
  hazards: readonly KnownHazard[];
}

/** One heading: how many findings, of which kinds, and what usually mends them. */
export interface FindingGroup {
  name: string;
  count: number;
  kinds: string[];
  items: string[];
}

/** What was found, for everybody. */
export interface PublicFindings {
  signedOn: CalendarDate;
  doors: number;
  reached: number;
  count: number;
  severe: number;
  severeControlled: number;
  groups: FindingGroup[];
}

/** Counts the findings under their headings, in the order of the catalogue. */
export function publicFindings({ signedOn, doors, reached, hazards }: KnownSurvey): PublicFindings {
  const severe = hazards.filter(({ severity }) => severity === 4);
  return {
    signedOn,
    doors,
    reached,
    count: hazards.length,
    severe: severe.length,
    severeControlled: severe.filter(({ controlledOn }) => controlledOn !== null).length,
    groups: (Object.keys(hazardGroupNames) as HazardGroup[]).flatMap((group) => groupOf(group, hazards)),
  };
}

function groupOf(group: HazardGroup, hazards: readonly KnownHazard[]): FindingGroup[] {
  const found = hazards.flatMap(({ kind, item }) => {
    const known = hazardKindOf(kind);
    return known?.group === group ? [{ name: known.name, item: item ?? known.item }] : [];
  });
  if (found.length === 0) return [];
  return [
    {
      name: hazardGroupNames[group],
      count: found.length,
      kinds: [...new Set(found.map(({ name }) => name))],
      items: [...new Set(found.flatMap(({ item }) => itemNames[item as ItemCode] ?? []))],
    },
  ];
}
