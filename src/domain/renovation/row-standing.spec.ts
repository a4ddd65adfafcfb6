import { rowStanding } from './row-standing';

const today = '2026-06-08';
const days = {
  state: 'active' as const,
  plannedFinishOn: '2026-07-11',
  openFinishOn: '2026-07-11',
  lastEndedOn: '2026-05-18',
  nextEndOn: '2026-06-18',
};

describe('a compound on the board', () => {
  it.each([
    ['with its next day tomorrow is not late', { nextEndOn: '2026-06-09' }, [0, 0]],
    ['with its next day today is not late', { nextEndOn: '2026-06-08' }, [0, 0]],
    [
      'with its next day yesterday is one day overdue, and off by that day',
      { nextEndOn: '2026-06-07' },
      [1, 1],
    ],
    [
      'expected later than overdue is off by the larger',
      { nextEndOn: '2026-06-07', openFinishOn: '2026-07-20' },
      [1, 9],
    ],
    ['expected earlier is off to the good side', { openFinishOn: '2026-07-01' }, [0, -10]],
    ['paused is watched', { state: 'paused' as const, nextEndOn: '2026-06-07' }, [1, 1]],
    ['cancelled is not watched', { state: 'cancelled' as const, nextEndOn: '2026-06-07' }, [0, 0]],
    [
      'closed is judged by its actual end',
      { state: 'closed' as const, lastEndedOn: '2026-07-13', openFinishOn: null },
      [0, 2],
    ],
    [
      'without a plan has no drift',
      { plannedFinishOn: null, openFinishOn: null, nextEndOn: null },
      [0, null],
    ],
  ])('%s', (_, change, expected) => {
    const { overdueDays, driftDays } = rowStanding({ ...days, ...change }, today);
    expect([overdueDays, driftDays]).toEqual(expected);
  });

  it('without a renovation is neither late nor expected', () => {
    const none = {
      state: null,
      plannedFinishOn: null,
      openFinishOn: null,
      lastEndedOn: null,
      nextEndOn: null,
    };
    expect(rowStanding(none, today)).toEqual({ overdueDays: 0, expectedFinishOn: null, driftDays: null });
  });
});
