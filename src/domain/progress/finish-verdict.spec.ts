import { finishForecast } from './finish-forecast';
import { finishVerdict, laterFinish, VerdictKind } from './finish-verdict';
import { yardCourse } from './given-progress';

const today = '2026-06-08';
const planned = '2026-06-18';
const range = (earlyOn: string, likelyOn: string, lateOn: string | null) => ({
  ...{ state: 'expected' as const, earlyOn, likelyOn, lateOn, slipDays: 0, words: '预计' },
});

describe('whether 18 June still holds', () => {
  it('at 丰乐路106号院 on 8 June is answered in one line', () => {
    expect(finishVerdict(finishForecast(yardCourse(), today), planned, today)).toEqual({
      kind: 'missed',
      question: '6月18日还能完工吗',
      answer: '赶不上，晚 13 天',
      why: '最可能 7月1日，最早也要 6月26日',
    });
  });

  it.each<[string, ReturnType<typeof range>, VerdictKind, string]>([
    [
      'the slowest week ends on the day',
      range('2026-06-15', '2026-06-16', '2026-06-18'),
      'holds',
      '最晚 6月18日，最可能 6月16日',
    ],
    [
      'the slowest week ends a day later',
      range('2026-06-15', '2026-06-16', '2026-06-19'),
      'tight',
      '最可能 6月16日，慢下来会到 6月19日',
    ],
    [
      'the slowest week leads too far',
      range('2026-06-15', '2026-06-18', null),
      'tight',
      '最可能 6月18日，慢下来会到 更晚',
    ],
    [
      'all weeks together end a day later',
      range('2026-06-18', '2026-06-19', '2026-06-25'),
      'doubtful',
      '最可能 6月19日，每周都像最快的一周才能 6月18日完工',
    ],
    [
      'even the fastest ends a day later',
      range('2026-06-19', '2026-06-22', '2026-06-25'),
      'missed',
      '最可能 6月22日，最早也要 6月19日',
    ],
  ])('where %s', (_, forecast, kind, why) => {
    expect(finishVerdict(forecast, planned, today)).toMatchObject({ kind, why });
  });

  it.each(['not-started', 'paused', 'no-rate'] as const)('is not said while it is %s', (state) => {
    const forecast = { ...range('', '', null), earlyOn: null, likelyOn: null, state, words: '还没有开工' };
    expect(finishVerdict(forecast, planned, today)).toMatchObject({
      kind: 'unknown',
      answer: '现在还说不准',
      why: '还没有开工',
    });
  });

  it('is lost at a rate that takes years, over once all is done, and not asked without a plan', () => {
    const open = { ...range('', '', null), earlyOn: null, likelyOn: null };
    expect(finishVerdict({ ...open, state: 'far' }, planned, today)?.answer).toBe('赶不上');
    expect(finishVerdict({ ...open, state: 'finished' }, planned, today)).toMatchObject({
      question: '计划 6月18日完工',
      answer: '已经完工',
    });
    expect(finishVerdict({ ...open, state: 'far' }, null, today)).toBeNull();
  });
});

describe('the later end that is to be said', () => {
  const missed = range('2026-06-26', '2026-07-01', '2026-07-09');
  const stopped = {
    ...{ forecastEndOn: '2026-06-22', days: 4, reason: '6月8日 至 6月10日因等管线单位停工 3 个工作日' },
    answerable: 'utility' as const,
  };

  it('is the likely day, for slow work of the builder where no stop explains it', () => {
    expect(laterFinish(missed, planned, null)).toEqual({
      ...{ forecastEndOn: '2026-07-01', reason: '施工比计划慢', answerable: 'contractor' },
    });
  });

  it('names the stops first, and what they leave unexplained', () => {
    expect(laterFinish(missed, planned, stopped)).toEqual({
      forecastEndOn: '2026-07-01',
      reason: '6月8日 至 6月10日因等管线单位停工 3 个工作日，施工比计划慢',
      answerable: 'utility',
    });
    const likely = { ...stopped, forecastEndOn: '2026-07-01' };
    expect(laterFinish(missed, planned, likely)!.reason).toBe(stopped.reason);
  });

  it.each<[string, ReturnType<typeof range>, string | null]>([
    ['where the likely day is the planned one', range('2026-06-15', planned, null), planned],
    ['where nothing is planned', missed, null],
  ])('is none %s', (_, forecast, on) => {
    expect(laterFinish(forecast, on, null)).toBeNull();
  });

  it('is the day after where the likely day is one later', () => {
    expect(laterFinish(range('2026-06-15', '2026-06-19', null), planned, null)!.forecastEndOn).toBe(
      '2026-06-19',
    );
  });
});
