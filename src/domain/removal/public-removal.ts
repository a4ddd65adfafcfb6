// What was removed, for everybody: kind, ㎡, way and day, with pictures that a person released. Never whose, never which
// door, never where in the yard; what stands, is disputed or was talked over stays inside (个人信息保护法 §25; visibility
// matrix of domain reference §9.1; field lessons §4: no case data).
import type { Area } from '../kernel/area';
import { CalendarDate, compareDates } from '../kernel/calendar-date';
import { RemovalWay, removalWayNames } from './removal-ways';
import { StructureKind, structureName } from './structure-kinds';
import type { StructureState } from './structure-states';

/** A case as the room keeps it; only what is picked below leaves it. */
export interface KnownRemoval {
  kind: StructureKind;
  state: StructureState;
  isIdentified: boolean;
  way: RemovalWay | null;
  removedOn: CalendarDate | null;
  removedArea: Area | null;
  /** Public ids of the pictures that were released; null where none is. */
  beforePublicId: string | null;
  afterPublicId: string | null;
}

/** One thing that was removed. */
export interface PublicRemovedStructure {
  kind: string;
  area: Area | null;
  way: string;
  on: CalendarDate;
  beforePublicId: string | null;
  afterPublicId: string | null;
}

/** What was removed in a renovation; the newest first. */
export interface PublicRemoval {
  count: number;
  area: Area;
  removed: PublicRemovedStructure[];
}

/** Picks what everybody may see: verified removals only; null while there is none. */
export function publicRemoval(cases: readonly KnownRemoval[]): PublicRemoval | null {
  const removed = cases.flatMap(toPublic).sort((one, other) => compareDates(other.on, one.on));
  if (removed.length === 0) return null;
  const area = removed.reduce((sum, one) => sum + (one.area ?? 0), 0);
  return { count: removed.length, area, removed };
}

function toPublic(known: KnownRemoval): PublicRemovedStructure[] {
  const { state, way, removedOn, removedArea, kind, isIdentified, beforePublicId, afterPublicId } = known;
  if (state !== 'verified' || way === null || removedOn === null) return [];
  return [
    {
      ...{
        kind: structureName(kind, isIdentified),
        area: removedArea,
        way: removalWayNames[way],
        on: removedOn,
      },
      ...{ beforePublicId, afterPublicId },
    },
  ];
}
