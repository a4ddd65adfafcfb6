import { dayLookedAt, firstPlannedDay, inForceOn, sourcesUntil } from './as-of';
import { measuredOn } from './course-days';
import { finishForecast } from './finish-forecast';
import { posted, rain, untilEighthOfJune, yardCourse } from './given-progress';
import { knownStops, StopSources } from './known-stops';
import { progressOn } from './progress-on';

const plan = yardCourse().baseline;

describe('the day that is looked at', () => {
  it.each<[string, string, string | undefined]>([
    ['the day before the first planned day is that day', '2026-05-18', '2026-05-19'],
    ['the first planned day', '2026-05-19', '2026-05-19'],
    ['yesterday', '2026-06-07', '2026-06-07'],
    ['today needs no looking back', '2026-06-08', undefined],
    ['tomorrow is not known', '2026-06-09', undefined],
    ['a day that is none', '2026-02-30', undefined],
    ['no day', '', undefined],
  ])('%s', (_, asked, day) => {
    expect(dayLookedAt(asked, [plan], '2026-06-08')).toBe(day);
  });

  it('is none before anything was planned or should have begun', () => {
    expect(dayLookedAt('2026-06-01', [], '2026-06-08')).toBeUndefined();
    expect(dayLookedAt('2026-05-01', [plan], '2026-05-19')).toBeUndefined();
    expect([firstPlannedDay([]), firstPlannedDay([plan])]).toEqual([null, '2026-05-19']);
  });
});

describe('the plan in force on a day', () => {
  const plans = [
    { version: 1, setOn: '2026-05-12' },
    { version: 2, setOn: '2026-06-05' },
  ];

  it.each([
    ['2026-05-01', 1],
    ['2026-06-04', 1],
    ['2026-06-05', 2],
    ['2026-07-01', 2],
  ])('on %s is the %sst or 2nd', (day, version) => {
    expect(inForceOn(plans, day)?.version).toBe(version);
  });

  it('is none where none was frozen', () => {
    expect(inForceOn([], '2026-06-08')).toBeUndefined();
  });
});

describe('the stops known on a day', () => {
  const order = {
    ...{ id: 1, state: 'resumed' as const, cause: 'utility' as const, itemIds: [], zones: [] },
    ...{ stoppedOn: '2026-06-02', resumedOn: '2026-06-05' },
  };
  const sources: StopSources = {
    written: [{ ...rain, id: 4 }],
    orders: [order],
    told: [{ id: 9, contractId: 1, workedOn: '2026-06-03', holdups: ['rain'], weather: null }],
    quiet: [{ fromOn: '2026-06-25', toOn: '2026-06-27' }],
  };
  const on = (day: string) =>
    knownStops(sourcesUntil(sources, day), [{ id: 1, contractId: 1, zones: [], isDropped: false }]).map(
      ({ source: { by }, toOn }) => [by, toOn],
    );

  it('are none that began later; only quiet days are announced ahead', () => {
    expect(on('2026-06-01')).toEqual([['quiet-days', '2026-06-27']]);
  });

  it('hold on while an order was not lifted yet', () => {
    expect(on('2026-06-04')).toContainEqual(['order', null]);
    expect(on('2026-06-05')).toContainEqual(['order', '2026-06-04']);
    expect(on('2026-06-02')).not.toContainEqual(['post', '2026-06-03']);
    expect(on('2026-06-03')).toContainEqual(['post', '2026-06-03']);
  });
});

describe('the works of 丰乐路106号院 looked back at', () => {
  const day = '2026-06-07';
  const values = untilEighthOfJune.filter(({ on }) => on <= day);

  it('are known to the end of the day, also of one without a value', () => {
    expect(measuredOn(yardCourse({ values, asOf: day }), day)).toBe(day);
    expect(measuredOn(yardCourse({ values }), day)).toBe('2026-06-06');
  });

  it('say the same on the same day, whatever comes later', () => {
    const then = yardCourse({ asOf: '2026-06-08' });
    const later = posted([5, '2026-06-09', 60_00]);
    const now = yardCourse({ values: [...untilEighthOfJune, ...later] });
    expect(progressOn(now, '2026-06-08')).toMatchObject({ actual: 4985, planned: 6366, days: -2 });
    expect(progressOn(then, '2026-06-08')).toEqual(progressOn(now, '2026-06-08'));
    expect(finishForecast(then, '2026-06-08').likelyOn).toBe('2026-07-01');
  });
});
