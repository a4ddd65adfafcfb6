// For specs only: one compound of the board, in the middle of its works.
import type { BoardLine } from './board.service';

export const today = '2026-06-08';

/** 丰乐路106号院 as the board judges it; change what the row is about. */
export const givenLine = (change: Partial<BoardLine> = {}): BoardLine => ({
  id: 1,
  code: 'fl106',
  name: '丰乐路106号院',
  revision: 3,
  street: '刘寨街道',
  streetCode: '410108002000',
  community: '粮运社区',
  householdCount: 28,
  renovationId: 7,
  stage: 'construction',
  state: 'active',
  removal: 'finished',
  openedOn: '2026-03-01',
  plannedFinishOn: '2026-07-11',
  openFinishOn: '2026-07-11',
  lastEndedOn: '2026-05-18',
  nextEndOn: '2026-06-18',
  stagePlannedOn: '2026-06-18',
  stageForecastOn: null,
  slipReason: null,
  overdueDays: 0,
  expectedFinishOn: '2026-07-11',
  driftDays: 0,
  updatedAt: '2026-06-08T02:00:00.000Z',
  staleDays: null,
  ...change,
});
