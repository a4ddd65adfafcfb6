// The ground given back to the works: a structure that still stands in a zone blocks every item of the plan drawn there,
// and its verified removal, or a document that it stays or is left out, frees them (domain reference §1.3 G9; field lesson
// B2b; case C1: the new shed stands where the old sheds stood).
import { structureNumbers } from './structure-kinds';
import { isClosedState, isCounted, isRetained, StructureState } from './structure-states';

/** A structure on the ground of some zones. */
export interface ZoneStructure {
  id: number;
  number: number;
  state: StructureState;
  zones: readonly number[];
}

/** An item of the plan, drawn on some zones; `line` is its number in the plan. */
export interface ZoneItem {
  line: number;
  zones: readonly number[];
}

/** May this item begin, as far as its ground is concerned? `by` are the structures in its way. */
export interface ItemGround {
  line: number;
  isBlocked: boolean;
  by: number[];
  words: string;
}

/** May each item begin? An item that is drawn on no zone is held back by none. */
export const itemGrounds = (items: readonly ZoneItem[], structures: readonly ZoneStructure[]): ItemGround[] =>
  items.map(({ line, zones }) => {
    const inZones = structures.filter(
      (one) => isCounted(one.state) && one.zones.some((zone) => zones.includes(zone)),
    );
    const standing = inZones.filter(({ state }) => !isClosedState(state));
    const by = standing.map(({ id }) => id);
    return { line, isBlocked: by.length > 0, by, words: groundInWords(standing, inZones) };
  });

/**
 * Which items may begin now that could not before? One that lies on no zone any more is held back by none. Asked the other
 * way round it says which are held back anew.
 */
export function freedGrounds(before: readonly ItemGround[], after: readonly ItemGround[]): number[] {
  const held = new Set(after.filter(({ isBlocked }) => isBlocked).map(({ line }) => line));
  return before.filter(({ line, isBlocked }) => isBlocked && !held.has(line)).map(({ line }) => line);
}

/** Is every structure of this zone dealt with? */
export const isZoneClear = (zone: number, structures: readonly ZoneStructure[]): boolean =>
  structures.every(({ zones, state }) => !zones.includes(zone) || isClosedState(state));

function groundInWords(standing: readonly ZoneStructure[], all: readonly ZoneStructure[]): string {
  if (standing.length > 0) {
    const which = structureNumbers(standing);
    return `受阻：${which}还没有拆除复核`;
  }
  const kept = all.filter(({ state }) => isRetained(state));
  if (kept.length === 0) return '可开工';
  return `可开工，${structureNumbers(kept)}保留，施工时避让`;
}
