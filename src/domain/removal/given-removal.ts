// Structures and cases as the tests of the law and of the room tell them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { squareMetres } from '../kernel/area';
import type { WorkCalendar } from '../kernel/work-calendar';
import type { StructureSheet } from './structure';

/** The published work calendar of 2025 and 2026. */
export const workCalendar = JSON.parse(
  readFileSync(join(process.cwd(), 'data', 'reference', 'work-calendar.json'), 'utf8'),
) as WorkCalendar;

/** One of the garages of 丰乐路106号院 (case C1). */
export const garage = (change: Partial<StructureSheet> = {}): StructureSheet => ({
  ...{ kind: 'building', place: '院门东侧', area: squareMetres(15), use: 'parking', material: 'steel-sheet' },
  ...{ sinceYear: 2003, party: 'owner', isOccupied: false, isSoleHome: false, blocksFireLane: true },
  ...{ blocksPipe: false, ownership: 'no-claim', foundOn: '2026-03-10', ...change },
});
