import {
  PlanStanding,
  dropBlockers,
  newVersionBlockers,
  planEditBlockers,
  planOverBlockers,
  planStandingNames,
  standingOf,
} from './plan-version';

const standings = Object.keys(planStandingNames) as PlanStanding[];
const codesOf = (blockers: { code: string }[]) => blockers.map(({ code }) => code);

describe('how far a version is', () => {
  it.each([
    ['draft', null, 'draft'],
    ['draft', { withdrawnOn: null }, 'posted'],
    ['draft', { withdrawnOn: '2026-04-03' }, 'draft'],
    ['fixed', { withdrawnOn: null }, 'fixed'],
    ['dropped', { withdrawnOn: null }, 'dropped'],
  ] as const)('%s with notice %j is %s', (state, notice, standing) => {
    expect(standingOf({ state }, notice)).toBe(standing);
  });
});

describe('the content of a version', () => {
  it('is changed in a draft and in nothing else', () => {
    expect(standings.filter((standing) => planEditBlockers(standing).length === 0)).toEqual(['draft']);
  });
});

describe('a renovation that is over', () => {
  it.each([
    ['active', 0],
    ['paused', 0],
    ['cancelled', 1],
    ['closed', 1],
  ] as const)('%s: %d reasons', (state, reasons) => {
    expect(planOverBlockers(state)).toHaveLength(reasons);
  });
});

describe('the next version', () => {
  it('is the first without a reason', () => {
    expect(newVersionBlockers(null, '')).toEqual([]);
  });

  it('waits until the one before is fixed or given up', () => {
    const open = standings.filter((standing) => newVersionBlockers({ number: 1, standing }, '加电梯').length);
    expect(open).toEqual(['draft', 'posted']);
  });

  it('has a reason', () => {
    const latest = { number: 1, standing: 'fixed' } as const;
    expect(codesOf(newVersionBlockers(latest, ' '))).toEqual(['plan.reason']);
    expect(newVersionBlockers(latest, '加电梯')).toEqual([]);
  });
});

describe('a version that is given up', () => {
  it('is a draft beside a fixed one', () => {
    const given = standings.filter((standing) => dropBlockers({ standing, number: 2 }, true).length === 0);
    expect(given).toEqual(['draft']);
    expect(codesOf(dropBlockers({ standing: 'draft', number: 1 }, false))).toEqual(['plan.only']);
  });
});
