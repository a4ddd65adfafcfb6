import * as fc from 'fast-check';
import { squareMetres } from '../kernel/area';
import { addDays } from '../kernel/calendar-date';
import { burnDown, burnDownInWords, burnDownStanding, BurnDownStructure, longestBurnDown } from './burn-down';

const start = '2026-05-01';
const one = (metres: number, plannedDay: number | null, removedDay: number | null): BurnDownStructure => ({
  area: squareMetres(metres),
  plannedOn: plannedDay === null ? null : addDays(start, plannedDay),
  removedOn: removedDay === null ? null : addDays(start, removedDay),
});

describe('the burn-down', () => {
  it('of case C2: 2000 ㎡ planned for 15 days', () => {
    const structures = [one(1200.5, 4, 5), one(600, 10, 8), one(199.5, 14, 14)];
    const days = burnDown(structures, { from: start, to: addDays(start, 14) }, addDays(start, 9));
    expect(days).toHaveLength(15);
    const row = (day: number) => [
      days[day].planned / 100,
      days[day].actual === null ? null : days[day].actual! / 100,
    ];
    expect([3, 4, 5, 8, 9, 10, 14].map(row)).toEqual([
      [2000, 2000],
      [799.5, 2000],
      [799.5, 799.5],
      [799.5, 199.5],
      [799.5, 199.5],
      [199.5, null],
      [0, null],
    ]);
  });

  it('says how far it is, and how far behind', () => {
    const structures = [one(1200.5, 4, 5), one(799.5, 14, null)];
    expect(burnDownInWords(burnDownStanding(structures, addDays(start, 4)))).toBe(
      '共 2,000 ㎡，已拆 0 ㎡，还剩 2,000 ㎡，比计划少拆 1,200.5 ㎡',
    );
    expect(burnDownInWords(burnDownStanding(structures, addDays(start, 5)))).toBe(
      '共 2,000 ㎡，已拆 1,200.5 ㎡，还剩 799.5 ㎡',
    );
  });

  it('draws nothing backwards and no more than a year', () => {
    expect(burnDown([], { from: start, to: addDays(start, -1) }, start)).toEqual([]);
    expect(burnDown([], { from: start, to: addDays(start, 4000) }, start)).toHaveLength(longestBurnDown);
  });

  it('never rises, begins at the whole and its days add up to what was removed', () => {
    const day = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
    const structure = fc.tuple(fc.integer({ min: 1, max: 100_000 }), day, day);
    fc.assert(
      fc.property(fc.array(structure, { maxLength: 12 }), (drawn) => {
        const structures = drawn.map(([area, planned, removed]) => ({ ...one(0, planned, removed), area }));
        const last = addDays(start, 20);
        const days = burnDown(structures, { from: addDays(start, -1), to: last }, last);
        const { total, removed, remaining } = burnDownStanding(structures, last);
        expect([days[0].planned, days[0].actual]).toEqual([total, total]);
        expect(removed + remaining).toBe(total);
        expect(days.at(-1)!.actual).toBe(remaining);
        let sum = 0;
        days.forEach((row, index) => {
          if (index === 0) return;
          expect(row.planned).toBeLessThanOrEqual(days[index - 1].planned);
          sum += days[index - 1].actual! - row.actual!;
        });
        expect(sum).toBe(removed);
      }),
    );
  });
});
