import { removalSums, SummedStructure } from './removal-sums';
import { structureStates } from './structure-states';

const one = (state: SummedStructure['state'], area: number | null, removedArea: number | null = null) => ({
  state,
  area,
  removedArea,
});

describe('the sums of structures', () => {
  it('removed, kept and left add up to the whole in every state', () => {
    const all = structureStates.map((state, at) => one(state, 1000 + at));
    const sums = removalSums(all);
    expect(sums.all.count).toBe(structureStates.length - 1);
    expect(sums.removed.count + sums.kept.count + sums.left.count).toBe(sums.all.count);
    expect(sums.removed.area + sums.kept.area + sums.left.area).toBe(sums.all.area);
    expect([sums.closed, sums.agreed]).toEqual([4, 1]);
  });

  it('what was struck out is nowhere, what covers no ground counts with no area', () => {
    const sums = removalSums([one('struck-out', 9900), one('standing', null), one('standing', 1500)]);
    expect([sums.all, sums.left]).toEqual([
      { count: 2, area: 1500 },
      { count: 2, area: 1500 },
    ]);
  });

  it('what was measured is said beside what was registered, of those that are gone', () => {
    const sums = removalSums([
      one('verified', 1500, 1520),
      one('removed', 1500, 1480),
      one('agreed', 1500, 1),
    ]);
    expect([sums.removed.area, sums.measured]).toEqual([3000, 3000]);
  });
});
