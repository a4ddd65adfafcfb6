import * as fc from 'fast-check';
import { squareMetres } from '../kernel/area';
import { addDays } from '../kernel/calendar-date';
import {
  burnDown,
  burnDownInWords,
  burnDownSpan,
  burnDownStanding,
  BurnDownStructure,
  burnDownStructures,
  longestBurnDown,
  RegisteredStructure,
  removedOnDay,
} from './burn-down';
import type { StructureState } from './structure-states';

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

describe('what counts in the burn-down', () => {
  const registered = (change: Partial<RegisteredStructure>): RegisteredStructure => ({
    ...{ state: 'agreed', area: squareMetres(10), plannedOn: start, removedOn: null, ...change },
  });

  it.each<[StructureState, boolean]>([
    ['standing', true],
    ['ownership-check', true],
    ['agreed', true],
    ['removed', true],
    ['verified', true],
    ['retained-legal', false],
    ['retained-rectified', false],
    ['scoped-out', false],
    ['struck-out', false],
  ])('a structure that is %s: %s', (state, counts) => {
    expect(burnDownStructures([registered({ state })])).toHaveLength(counts ? 1 : 0);
  });

  it('is what covers ground; what stands again was not removed', () => {
    expect(burnDownStructures([registered({ area: null })])).toEqual([]);
    const again = registered({ state: 'standing', removedOn: start });
    const gone = registered({ state: 'removed', removedOn: start });
    expect(burnDownStructures([again, gone]).map(({ removedOn }) => removedOn)).toEqual([null, start]);
  });

  it('is drawn from the day before the first to the last, and on to today while something stands', () => {
    const day = (days: number) => addDays(start, days);
    expect(burnDownSpan([], start)).toBeNull();
    expect(burnDownSpan([one(1, null, null)], start)).toBeNull();
    expect(burnDownSpan([one(1, 2, 2), one(1, 5, 4)], day(9))).toEqual({ from: day(1), to: day(5) });
    expect(burnDownSpan([one(1, 2, 2), one(1, 5, null)], day(9))).toEqual({ from: day(1), to: day(9) });
    expect(burnDownSpan([one(1, 2, null)], day(1))).toEqual({ from: day(1), to: day(2) });
    const long = burnDownSpan([one(1, 0, null)], day(1000))!;
    expect(burnDown([one(1, 0, null)], long, day(1000)).at(-1)).toMatchObject({ on: day(1000) });
  });

  it('shows today also where something is planned in years to come', () => {
    const far = [one(1, 2, 2), one(1, 5, null), one(1, 20_000, null)];
    expect(burnDownSpan(far, addDays(start, 9))).toEqual({
      ...{ from: addDays(start, 1), to: addDays(start, 366) },
    });
    const late = burnDownSpan(far, addDays(start, 1000))!;
    expect(late).toEqual({ from: addDays(start, 818), to: addDays(start, 1183) });
    expect(burnDown(far, late, addDays(start, 1000))).toHaveLength(longestBurnDown);
    expect(burnDownSpan([one(1, 20_000, null)], start)).toEqual({
      ...{ from: addDays(start, 19_999), to: addDays(start, 20_000) },
    });
  });

  it('is told day by day with how many went', () => {
    const structures = [one(10, 0, 1), one(5.5, 0, 1), one(1, 0, null)];
    expect(removedOnDay(structures, addDays(start, 1))).toEqual({ count: 2, area: 1550 });
    expect(removedOnDay(structures, start)).toEqual({ count: 0, area: 0 });
  });
});
