import { Unit, fromTop } from '../domain/compound/doors-by-unit';
import { useBesideDoor } from '../domain/compound/words';
import type { StatusMark } from '../platform/web/figures';
import type { DoorLine } from './doors.service';

/** One unit as a table: a row for each floor, the top floor first as one looks at the house (partial door-grid). */
export interface DoorGrid<Cell = { status: StatusMark; link: string }> {
  name: string;
  floors: { name: string; doors: (Cell & { label: string; note: string })[] }[];
}

/** The doors of one unit, each with what the room knows of it. */
export const toDoorGrid = <Cell>(
  { name, doors }: Unit<DoorLine>,
  cellOf: (door: DoorLine) => Cell,
): DoorGrid<Cell> => ({
  name,
  floors: fromTop(doors).map((floor) => ({
    name: `${floor.floorNo} 层`,
    doors: floor.doors.map((door) => ({
      label: door.roomNo,
      note: useBesideDoor(door.use),
      ...cellOf(door),
    })),
  })),
});
