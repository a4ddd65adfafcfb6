// How much stood, went, stays and still stands, so that the parts add up to the whole: areas as registered, whole numbers
// of 0.01 ㎡; what was measured at the removal is said beside it (field lesson B2b; figures of the house).
import type { Area } from '../kernel/area';
import { isClosedState, isCounted, isGone, StructureState } from './structure-states';

/** A structure with its areas: as registered and as measured, null where it covers no ground or was not measured. */
export interface SummedStructure {
  state: StructureState;
  area: Area | null;
  removedArea: Area | null;
}

/** Some structures: how many, and how many ㎡ were registered. */
export interface RemovalPart {
  count: number;
  area: Area;
}

/** The whole and its three parts: removed + kept + left = all. */
export interface RemovalSums {
  all: RemovalPart;
  /** Removed, verified or not yet. */
  removed: RemovalPart;
  /** Retained, or left out of the works. */
  kept: RemovalPart;
  /** Still to be dealt with. */
  left: RemovalPart;
  /** Dealt with: verified, retained or left out. */
  closed: number;
  agreed: number;
  /** What was measured of those removed. */
  measured: Area;
}

/** The sums of these structures; what was struck out is in none of them. */
export function removalSums(structures: readonly SummedStructure[]): RemovalSums {
  const counted = structures.filter(({ state }) => isCounted(state));
  const part = (belongs: (state: StructureState) => boolean): RemovalPart => {
    const some = counted.filter(({ state }) => belongs(state));
    return { count: some.length, area: some.reduce((sum, { area }) => sum + (area ?? 0), 0) };
  };
  return {
    all: part(() => true),
    removed: part(isGone),
    kept: part((state) => isClosedState(state) && !isGone(state)),
    left: part((state) => !isClosedState(state) && !isGone(state)),
    closed: part(isClosedState).count,
    agreed: part((state) => state === 'agreed').count,
    measured: counted
      .filter(({ state }) => isGone(state))
      .reduce((sum, { removedArea }) => sum + (removedArea ?? 0), 0),
  };
}
