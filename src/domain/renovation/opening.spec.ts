import { openingBlockers, partyBlockers } from './opening';

const codes = (blockers: { code: string }[]) => blockers.map((blocker) => blocker.code);

describe('opening a renovation', () => {
  const last = { name: '第一次改造', openedOn: '2026-03-01' };

  it.each([
    ['active', ['renovation.one-current']],
    ['paused', ['renovation.one-current']],
    ['closed', []],
    ['cancelled', []],
  ] as const)('after one that is %s', (state, expected) => {
    expect(codes(openingBlockers({ ...last, state }, '2026-07-12', '2026-07-12'))).toEqual(expected);
  });

  it('today is allowed, tomorrow is not', () => {
    expect(openingBlockers(undefined, '2026-07-12', '2026-07-12')).toEqual([]);
    expect(codes(openingBlockers(undefined, '2026-07-13', '2026-07-12'))).toEqual(['renovation.opened-on']);
  });

  it('never begins before the one before it', () => {
    const closed = { ...last, state: 'closed' as const };
    expect(openingBlockers(closed, '2026-03-01', '2026-07-12')).toEqual([]);
    expect(codes(openingBlockers(closed, '2026-02-28', '2026-07-12'))).toEqual(['renovation.opened-on']);
  });
});

describe('a firm on a renovation', () => {
  it('that builds does not supervise, by law', () => {
    expect(partyBlockers('甲公司', 'supervisor', ['contractor'])[0]).toMatchObject({ level: 'law' });
    expect(partyBlockers('甲公司', 'contractor', ['supervisor'])[0]).toMatchObject({ level: 'law' });
  });

  it('may design and build', () => {
    expect(partyBlockers('甲公司', 'designer', ['contractor'])).toEqual([]);
    expect(partyBlockers('甲公司', 'contractor', ['designer'])).toEqual([]);
  });

  it('is named once for each part', () => {
    expect(codes(partyBlockers('甲公司', 'contractor', ['contractor']))).toEqual(['party.twice']);
  });
});
