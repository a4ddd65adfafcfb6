// How doors are shown: unit by unit as one walks, in each unit floor by floor. What is grouped keeps its order.
import { Door, unitInWords } from './doors';

/** One unit with its doors. */
export interface Unit<One extends Door> {
  /** '1号楼 1单元'. */
  name: string;
  doors: One[];
}

/** One floor of a unit with its doors. */
export interface Floor<One extends Door> {
  floorNo: number;
  doors: One[];
}

/** The doors unit by unit. */
export function byUnit<One extends Door>(doors: readonly One[]): Unit<One>[] {
  const units = new Map<string, One[]>();
  for (const door of doors) {
    const name = unitInWords(door);
    const known = units.get(name);
    if (known) known.push(door);
    else units.set(name, [door]);
  }
  return [...units].map(([name, own]) => ({ name, doors: own }));
}

/** The doors of one unit floor by floor. */
export const byFloor = <One extends Door>(doors: readonly One[]): Floor<One>[] =>
  [...new Set(doors.map(({ floorNo }) => floorNo))].map((floorNo) => ({
    floorNo,
    doors: doors.filter((door) => door.floorNo === floorNo),
  }));

/** The same with the top floor first, as one looks at the house. */
export const fromTop = <One extends Door>(doors: readonly One[]): Floor<One>[] =>
  byFloor(doors).sort((one, other) => other.floorNo - one.floorNo);
