import { staleDays } from './staleness';

const today = '2026-06-08';

describe('a page nobody has told anything on', () => {
  it.each([
    ['7 days ago is fresh', '2026-06-01', null],
    ['8 days ago is stale', '2026-05-31', 8],
    ['today is fresh', '2026-06-08', null],
  ])('last told %s', (_, changedOn, expected) => {
    expect(staleDays({ state: 'active', changedOn }, today)).toBe(expected);
  });

  it.each([
    ['a paused renovation still owes word', 'paused' as const, 8],
    ['a closed one owes none', 'closed' as const, null],
    ['a cancelled one owes none', 'cancelled' as const, null],
    ['a compound without renovation owes none', null, null],
  ])('%s', (_, state, expected) => {
    expect(staleDays({ state, changedOn: '2026-05-31' }, today)).toBe(expected);
  });

  it('is not stale when nothing was ever told', () => {
    expect(staleDays({ state: 'active', changedOn: null }, today)).toBeNull();
  });
});
