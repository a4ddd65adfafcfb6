import { factOf, FactCode } from '../renovation/facts';
import { ConcealedState, concealedStateNames } from './concealed-work';
import { constructionFacts, GateItem, WorksForGates } from './construction-facts';
import { charging } from './given-construction';
import { WorkItemState, workItemStates } from './work-item';

const item = (id: number, state: WorkItemState, change: Partial<GateItem> = {}): GateItem => ({
  ...charging({ id, name: `第${id}项`, state }),
  finishedOn: state === 'finished' || state === 'accepted' ? `2026-06-1${id}` : null,
  acceptedOn: state === 'accepted' ? `2026-06-2${id}` : null,
  ...change,
});
const of = (works: Partial<WorksForGates>) =>
  constructionFacts({ contracts: [], items: [], concealed: [], ...works }, '/link');
const fact = (code: FactCode, works: Partial<WorksForGates>) => factOf(of(works), code);

describe('the facts of the works', () => {
  it('are silent while nothing is recorded, so that a milestone is believed', () => {
    expect(of({})).toEqual([]);
    expect(of({ items: [item(1, 'dropped')] })).toEqual([]);
    expect(of({ contracts: [{ role: 'contractor', state: 'ended', signedOn: '2026-05-15' }] })).toEqual([]);
  });

  it('contracts: signed or not yet, each kind by itself', () => {
    const builds = { role: 'contractor', state: 'running', signedOn: '2026-05-15' } as const;
    expect(of({ contracts: [builds] })).toEqual([
      {
        ...{ code: 'works.contract-signed', state: 'met', detail: '施工合同 1 份已签订，2026年5月15日' },
        ...{ on: '2026-05-15', link: '/link' },
      },
    ]);
    const contracts = [builds, { ...builds, signedOn: null }];
    expect(fact('works.contract-signed', { contracts }).detail).toBe('施工合同 1 份还没有签订');
    const supervises = { ...builds, role: 'supervisor' } as const;
    expect(of({ contracts: [supervises] }).map(({ code }) => code)).toEqual(['works.supervision-engaged']);
    expect(of({ contracts: [{ ...builds, role: 'designer' }] })).toEqual([]);
  });

  it.each(workItemStates.filter((state) => state !== 'dropped'))('with an item that is %s', (state) => {
    const isDone = state === 'finished' || state === 'accepted';
    expect(fact('works.complete', { items: [item(1, state)] }).state).toBe(isDone ? 'met' : 'missing');
    const accepted = fact('works.items-accepted', { items: [item(1, state)] }).state;
    expect(accepted).toBe(state === 'accepted' ? 'met' : 'missing');
  });

  it('say how many are open, which, and since when all are done', () => {
    const items = [
      item(1, 'accepted'),
      item(2, 'open'),
      item(3, 'planned'),
      item(4, 'open'),
      item(5, 'planned'),
    ];
    expect(fact('works.complete', { items }).detail).toBe(
      '共 5 项，还有 4 项没有完工：第2项、第3项、第4项 等',
    );
    const done = [item(1, 'accepted'), item(2, 'accepted'), item(3, 'dropped')];
    expect(fact('works.items-accepted', { items: done })).toMatchObject({ state: 'met', on: '2026-06-22' });
  });

  const hidden = item(1, 'open', { hasConcealed: true });
  const work = (state: ConcealedState, itemId = 1) => ({
    ...{ id: 1, itemId, part: '排水管', state, acceptedOn: '2026-06-05' },
  });
  const expected: Record<ConcealedState, string> = {
    ...{ noticed: 'missing', rejected: 'missing', accepted: 'met', covered: 'met', withdrawn: 'missing' },
  };
  it.each(Object.keys(concealedStateNames) as ConcealedState[])('with concealed work that is %s', (state) => {
    const works = { items: [hidden], concealed: [work(state)] };
    expect(fact('works.concealed-accepted', works).state).toBe(expected[state]);
  });

  it('concealed work: none to be looked at, none recorded, or of an item that is not built', () => {
    const state = (works: Partial<WorksForGates>) => fact('works.concealed-accepted', works).state;
    expect(state({ items: [item(1, 'open')] })).toBe('not-applicable');
    expect(state({ items: [hidden] })).toBe('missing');
    expect(state({ items: [item(1, 'open'), item(2, 'dropped')], concealed: [work('noticed', 2)] })).toBe(
      'not-applicable',
    );
  });
});
