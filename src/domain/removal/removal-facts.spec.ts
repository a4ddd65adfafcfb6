import { factOf } from '../renovation/facts';
import { GateStructure, removalFacts } from './removal-facts';
import { isClosedState, StructureState, structureStates } from './structure-states';

const one = (id: number, state: StructureState, zones: number[] = [1]): GateStructure => ({
  ...{ id, number: id, state, zones },
  closedOn: isClosedState(state) ? `2026-05-${17 + id}` : null,
});
const fact = (
  code: 'removal.first-area-clear' | 'removal.all-closed',
  structures: GateStructure[],
  zone: number | null,
) => factOf(removalFacts(structures, zone, '/link'), code);

describe('the facts of the removal', () => {
  it('are silent while nothing counts, so that a milestone is believed', () => {
    expect(removalFacts([], 1, '/link')).toEqual([]);
    expect(removalFacts([one(1, 'struck-out')], 1, '/link')).toEqual([]);
  });

  it.each(structureStates.filter((state) => state !== 'struck-out'))('with one that is %s', (state) => {
    const expected = isClosedState(state) ? 'met' : 'missing';
    expect(fact('removal.all-closed', [one(1, state)], 1).state).toBe(expected);
    expect(fact('removal.first-area-clear', [one(1, state)], 1).state).toBe(expected);
  });

  it('all closed says how and until when', () => {
    const all = [one(1, 'verified'), one(2, 'verified'), one(3, 'retained-legal')];
    expect(fact('removal.all-closed', all, 1)).toMatchObject({
      on: '2026-05-20',
      detail: '登记 3 处：已拆除，已复核 2 处、合法保留 1 处，2026年5月20日处理完',
    });
  });

  it('the first area may be clear while another is not', () => {
    const some = [one(1, 'verified', [1]), one(2, 'standing', [2])];
    expect(fact('removal.first-area-clear', some, 1).state).toBe('met');
    expect(fact('removal.first-area-clear', some, 2).state).toBe('missing');
    expect(fact('removal.first-area-clear', some, 3)).toMatchObject({
      state: 'met',
      detail: '首个施工区域没有登记违建和障碍',
    });
    expect(fact('removal.all-closed', some, 1).detail).toBe('登记 2 处，还有 1 处没有处理完：待处理 1 处');
  });

  it('no first area was chosen', () => {
    expect(fact('removal.first-area-clear', [one(1, 'verified')], null).state).toBe('missing');
  });
});
