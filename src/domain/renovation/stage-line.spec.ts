import { keepingInWords, lateness, shiftSinceFirst, StageDates, stageLine } from './stage-line';
import type { Baseline } from './schedule';
import { firstPosition, Position, StageCode, stages } from './stages';

const today = '2026-06-08';
const position: Position = { state: 'active', stage: 'construction', removal: 'finished' };
const dates = (stage: StageCode, change: Partial<StageDates> = {}): StageDates => ({
  stage,
  plannedStartOn: null,
  plannedEndOn: null,
  forecastEndOn: null,
  startedOn: null,
  endedOn: null,
  ...change,
});
const said = (stage: StageCode, change: Partial<StageDates>, at: Position = position) => {
  const entry = stageLine([dates(stage, change)], at, today).find((line) => line.stage === stage)!;
  return [entry.keeping, entry.days, keepingInWords(entry)];
};

describe('a stage that is over', () => {
  it.each([
    ['the day before its plan', '2026-04-30', '2026-04-29', ['done-early', 1, '提前 1 天完成']],
    ['four days before', '2026-04-30', '2026-04-26', ['done-early', 4, '提前 4 天完成']],
    ['on the planned day', '2026-04-30', '2026-04-30', ['done-on-time', 0, '按时完成']],
    ['the day after', '2026-04-30', '2026-05-01', ['done-late', 1, '晚 1 天完成']],
    ['without a plan', null, '2026-05-01', ['done', 0, '已完成']],
    ['without a known end', '2026-04-30', null, ['done', 0, '已完成']],
  ])('%s', (_, plannedEndOn, endedOn, expected) => {
    expect(said('consultation', { plannedEndOn, endedOn })).toEqual(expected);
  });
});

describe('a stage that runs', () => {
  it.each([
    ['with ten days left', '2026-06-18', null, ['on-time', 10, '还有 10 天']],
    ['due today', '2026-06-08', null, ['on-time', 0, '今天到期']],
    ['due yesterday', '2026-06-07', null, ['overdue', 1, '逾期 1 天']],
    ['due yesterday and expected in two weeks', '2026-06-07', '2026-06-22', ['overdue', 1, '逾期 1 天']],
    ['expected two days late', '2026-06-18', '2026-06-20', ['slipping', 2, '预计晚 2 天']],
    ['expected as planned', '2026-06-18', '2026-06-18', ['on-time', 10, '还有 10 天']],
    ['without a plan', null, null, ['running', 0, '进行中']],
  ])('%s', (_, plannedEndOn, forecastEndOn, expected) => {
    expect(said('construction', { plannedEndOn, forecastEndOn })).toEqual(expected);
  });

  it('is watched while paused and no more once cancelled', () => {
    const late = { plannedEndOn: '2026-06-07' };
    expect(said('construction', late, { ...position, state: 'paused' })[0]).toBe('overdue');
    expect(said('construction', late, { ...position, state: 'cancelled' })[0]).toBe('running');
  });
});

describe('a stage ahead', () => {
  it.each([
    ['planned for later', '2026-06-30', null, ['ahead', 0, '未开始']],
    ['due yesterday is overdue though it never began', '2026-06-07', null, ['overdue', 1, '逾期 1 天']],
    ['expected late', '2026-06-30', '2026-07-03', ['slipping', 3, '预计晚 3 天']],
    ['without a plan', null, null, ['ahead', 0, '未开始']],
  ])('%s', (_, plannedEndOn, forecastEndOn, expected) => {
    expect(said('acceptance', { plannedEndOn, forecastEndOn })).toEqual(expected);
  });
});

describe('the line', () => {
  it('always has six stages in order, planned or not', () => {
    expect(stageLine([], firstPosition, today).map(({ stage }) => stage)).toEqual([...stages]);
  });

  it('tells the worst lateness of what is not over', () => {
    const line = stageLine(
      [
        dates('consultation', {
          plannedEndOn: '2026-04-01',
          endedOn: '2026-05-01',
          forecastEndOn: '2026-05-01',
        }),
        dates('construction', { plannedEndOn: '2026-06-05', forecastEndOn: '2026-06-20' }),
        dates('acceptance', { plannedEndOn: '2026-06-07' }),
      ],
      position,
      today,
    );
    expect(lateness(line)).toEqual({ overdueDays: 3, slipDays: 15 });
    expect(lateness([])).toEqual({ overdueDays: 0, slipDays: 0 });
  });

  it('compares the plan in force with the first one, however often it was changed', () => {
    const baseline = (version: number, plannedEndOn: string): Baseline => ({
      version,
      reason: null,
      setOn: today,
      plan: [{ stage: 'construction', plannedStartOn: null, plannedEndOn }],
    });
    const history = [baseline(3, '2026-07-01'), baseline(1, '2026-06-18'), baseline(2, '2026-06-20')];
    expect(shiftSinceFirst(history)).toEqual([{ stage: 'construction', days: 13 }]);
    expect(shiftSinceFirst([])).toEqual([]);
    expect(shiftSinceFirst([{ ...history[0], plan: [] }, history[1]])).toEqual([]);
  });
});
