import { confirmBlockers, GroupCounts, importableCount, undoBlockers } from './import-batch';
import { Decision, groupOf, judgedAlike, JudgedRow, stepFor } from './row-step';

const counts = (over: Partial<GroupCounts>): GroupCounts => ({
  problem: 0,
  ask: 0,
  conflict: 0,
  fill: 0,
  new: 0,
  same: 0,
  ...over,
});
const codes = (found: { code: string }[]) => found.map(({ code }) => code);

describe('confirming an import', () => {
  it.each<[string, Partial<GroupCounts>, boolean, string[]]>([
    ['one new compound', { new: 1 }, false, []],
    ['nothing but problems', { problem: 3 }, true, ['import.nothing']],
    ['nothing but what is known', { same: 3 }, false, ['import.known-already']],
    ['problems not left out', { new: 1, problem: 1 }, false, ['import.problems-left']],
    ['problems left out', { new: 1, problem: 1 }, true, []],
    ['only problems, not left out', { problem: 1 }, false, ['import.nothing', 'import.problems-left']],
  ])('with %s', (_, groups, leaves, expected) => {
    expect(codes(confirmBlockers(counts(groups), leaves))).toEqual(expected);
  });

  it('counts every row without a problem as one that can be imported', () => {
    expect(importableCount(counts({ problem: 2, new: 53, conflict: 1, same: 4, ask: 1, fill: 1 }))).toBe(60);
  });
});

describe('undoing an import', () => {
  const touched = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ code: `k${index}`, name: `院${index}` }));

  it('is free as long as nothing of it was touched', () => {
    expect(undoBlockers([])).toEqual([]);
  });

  it('names every compound that was changed since, at most twenty', () => {
    expect(undoBlockers(touched(20))).toHaveLength(20);
    const many = undoBlockers(touched(21));
    expect(many).toHaveLength(21);
    expect(many[20].text).toBe('另外还有 1 个楼院导入以后又有改动');
  });
});

describe('what importing a row writes', () => {
  const known = (by: 'name' | 'address') => ({ id: 7, code: 'fl106', name: '丰乐路106号院', by });
  const row = (over: Partial<JudgedRow>): JudgedRow => ({
    verdict: 'differs',
    fills: [],
    conflicts: [],
    values: { householdCount: 4, builtYear: 1989 },
    ...over,
  });
  const conflict = { field: 'householdCount' as const, known: 28, listed: 4 };
  const fill = { field: 'builtYear' as const, known: null, listed: 1989 };

  it('a new row registers a compound', () => {
    expect(stepFor(row({ verdict: 'new' }), '', [])).toEqual({
      kind: 'register',
      values: { householdCount: 4, builtYear: 1989 },
    });
  });

  it('a known compound keeps its value unless the list is chosen', () => {
    const differing = row({ known: known('name'), conflicts: [conflict] });
    expect(stepFor(differing, '', [])).toEqual({ kind: 'nothing' });
    expect(stepFor(differing, '', ['householdCount'])).toEqual({
      kind: 'change',
      compoundId: 7,
      change: { householdCount: 4 },
      before: { householdCount: 28 },
    });
    expect(stepFor(differing, '', ['floorArea'])).toEqual({ kind: 'nothing' });
  });

  it('an open field is filled', () => {
    expect(
      stepFor(row({ known: known('name'), conflicts: [conflict], fills: [fill] }), '', []),
    ).toMatchObject({ change: { builtYear: 1989 }, before: { builtYear: null } });
  });

  it.each<[Decision, string]>([
    ['', 'nothing'],
    ['same', 'change'],
    ['apart', 'register'],
  ])('a row recognised by its address alone, decided %j: %s', (decision, kind) => {
    expect(stepFor(row({ known: known('address'), fills: [fill] }), decision, []).kind).toBe(kind);
  });

  it('a row with problems, or the same as the register, writes nothing', () => {
    expect(stepFor(row({ verdict: 'problem' }), 'apart', ['householdCount'])).toEqual({ kind: 'nothing' });
    expect(stepFor(row({ verdict: 'same', known: known('name') }), '', [])).toEqual({ kind: 'nothing' });
  });

  it.each<[string, Partial<JudgedRow>, string]>([
    ['problem', { verdict: 'problem', known: known('address') }, 'problem'],
    ['address', { known: known('address'), conflicts: [conflict] }, 'ask'],
    ['conflict', { known: known('name'), conflicts: [conflict], fills: [fill] }, 'conflict'],
    ['fill', { known: known('name'), fills: [fill] }, 'fill'],
    ['new', { verdict: 'new' }, 'new'],
    ['same', { verdict: 'same', known: known('name') }, 'same'],
  ])('is looked over as %s', (_, over, group) => {
    expect(groupOf(row(over))).toBe(group);
  });

  it('is asked again when the register says something else than in the preview', () => {
    const seen = row({ known: known('name'), conflicts: [conflict] });
    expect(judgedAlike(seen, row({ known: known('name'), conflicts: [{ ...conflict }] }))).toBe(true);
    expect(judgedAlike(seen, row({ known: known('name'), conflicts: [{ ...conflict, known: 29 }] }))).toBe(
      false,
    );
    expect(judgedAlike(row({ verdict: 'new' }), seen)).toBe(false);
  });
});
