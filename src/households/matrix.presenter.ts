import { DoorGrid, toDoorGrid } from '../compounds/door-grid.presenter';
import type { DoorMark } from '../compounds/door-layers';
import type { DoorLine } from '../compounds/doors.service';
import { byUnit } from '../domain/compound/doors-by-unit';
import type { StatusMark } from '../platform/web/figures';
import { householdsOf } from './households.desk';
import { householdPaths } from './households.paths';

/** One unit with one layer on its doors. */
export interface UnitMatrix extends DoorGrid {
  about: string;
}

/** How many households carry which mark. */
export interface MarkCount {
  status: StatusMark;
  count: number;
}

const nothing: DoorMark = { state: 'idle', word: '—' };

/** Every unit of every building with one layer on its doors. */
export const toUnitMatrices = (
  doors: readonly DoorLine[],
  marks: ReadonlyMap<number, DoorMark>,
): UnitMatrix[] =>
  byUnit(doors).map((unit) => ({
    ...toDoorGrid(unit, ({ id }) => ({
      status: marks.get(id) ?? nothing,
      link: householdPaths.history(id),
    })),
    about: `${householdsOf(unit.doors).length} 户`,
  }));

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
