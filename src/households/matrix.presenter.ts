import type { DoorMark } from '../compounds/door-layers';
import type { DoorLine } from '../compounds/doors.service';
import { dwellingUseNames } from '../domain/compound/words';
import type { StatusMark } from '../platform/web/figures';
import { householdsOf } from './households.desk';
import { householdPaths } from './households.paths';

/** The doors of one unit as a table: a row for each floor, the top floor first as the house stands. */
export interface UnitMatrix {
  name: string;
  about: string;
  floors: { name: string; doors: { label: string; note: string; status: StatusMark; link: string }[] }[];
}

/** How many households carry which mark. */
export interface MarkCount {
  status: StatusMark;
  count: number;
}

const nothing: DoorMark = { state: 'idle', word: '—' };

/** Every unit of every building with one layer on its doors. */
export function toUnitMatrices(
  doors: readonly DoorLine[],
  marks: ReadonlyMap<number, DoorMark>,
): UnitMatrix[] {
  const units = new Map<string, DoorLine[]>();
  for (const door of doors) {
    const name = `${door.buildingNo} ${door.unitNo} 单元`;
    const known = units.get(name);
    if (known) known.push(door);
    else units.set(name, [door]);
  }
  return [...units].map(([name, unit]) => ({
    name,
    about: `${householdsOf(unit).length} 户`,
    floors: floorsOf(unit).map(([floorNo, floor]) => ({
      name: `${floorNo} 层`,
      doors: floor.map(({ id, roomNo, use }) => ({
        label: roomNo,
        note: use === 'dwelling' ? '' : dwellingUseNames[use],
        status: marks.get(id) ?? nothing,
        link: householdPaths.history(id),
      })),
    })),
  }));
}

function floorsOf(unit: readonly DoorLine[]): [number, DoorLine[]][] {
  const floors = new Map<number, DoorLine[]>();
  for (const door of unit) floors.set(door.floorNo, [...(floors.get(door.floorNo) ?? []), door]);
  return [...floors].sort(([one], [other]) => other - one);
}

const order: StatusMark['state'][] = ['done', 'late', 'doing', 'idle'];

/** The marks of a layer with how many households carry each: what is settled first, what is open last. */
export function toMarkCounts(doors: readonly DoorLine[], marks: ReadonlyMap<number, DoorMark>): MarkCount[] {
  const counts = new Map<string, MarkCount>();
  for (const { id } of householdsOf(doors)) {
    const status = marks.get(id) ?? nothing;
    const known = counts.get(status.word);
    if (known) known.count += 1;
    else counts.set(status.word, { status, count: 1 });
  }
  return [...counts.values()].sort(
    (one, other) =>
      order.indexOf(one.status.state) - order.indexOf(other.status.state) || other.count - one.count,
  );
}
