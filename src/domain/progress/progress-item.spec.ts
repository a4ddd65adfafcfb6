import * as fc from 'fast-check';
import { addDays } from '../kernel/calendar-date';
import { workCalendar } from '../removal/given-removal';
import { whole } from './basis-points';
import { posted, progressItem } from './given-progress';
import { begunOn, doneBy, doneSteps, finishedOn, itemDaysBlockers } from './progress-item';
import type { StopWindow } from './stop-days';

describe('the planned days of an item', () => {
  const exams: StopWindow = { kind: 'quiet-days', fromOn: '2026-06-08', toOn: '2026-06-09', itemIds: null };
  it.each([
    ['one working day', '2026-05-19', '2026-05-19', []],
    ['a finish the day before the start', '2026-05-19', '2026-05-18', ['baseline.backwards']],
    ['a weekend and nothing else', '2026-05-23', '2026-05-24', ['baseline.no-workday']],
    ['a weekend and the Monday after', '2026-05-23', '2026-05-25', []],
    ['a Saturday that is worked', '2026-05-09', '2026-05-09', []],
    ['quiet days only', '2026-06-08', '2026-06-09', ['baseline.no-workday']],
    ['quiet days and the day after', '2026-06-08', '2026-06-10', []],
    ['a Tuesday of a year without published calendar', '2027-05-04', '2027-05-04', []],
  ])('%s', (_, plannedStartOn, plannedFinishOn, expected) => {
    const item = progressItem(1, { traits: ['noisy'], plannedStartOn, plannedFinishOn });
    expect(itemDaysBlockers(item, workCalendar, [exams]).map(({ code }) => code)).toEqual(expected);
  });

  it('are told with what is wrong', () => {
    const item = progressItem(1, { plannedFinishOn: '2026-05-18' });
    expect(itemDaysBlockers(item, workCalendar, [])[0].text).toBe(
      '「第1项」计划完工不能早于计划开工 2026年5月19日',
    );
  });
});

describe('the growth of an item', () => {
  const chargers = progressItem(6, { quantity: 30_00, unit: '组' });
  const on = (day: string, ...rows: [number, string, number][]) =>
    doneBy(doneSteps(chargers, posted(...rows)), day);

  it.each([
    ['nothing before the first value', '2026-06-07', 0],
    ['what was confirmed for the day itself, at whatever hour it was sent', '2026-06-08', 6000],
    ['the last value on days without one', '2026-06-09', 6000],
    ['more than planned counts as all', '2026-06-10', whole],
  ])('%s', (_, day, done) => {
    expect(on(day, [6, '2026-06-08', 18_00], [6, '2026-06-10', 31_00], [5, '2026-06-07', 60_00])).toBe(done);
  });

  it('of several values of a day the last given counts, and values given out of order are put in order', () => {
    expect(on('2026-06-08', [6, '2026-06-08', 18_00], [6, '2026-06-08', 15_00])).toBe(5000);
    expect(on('2026-06-09', [6, '2026-06-09', 18_00], [6, '2026-06-08', 15_00])).toBe(6000);
  });

  it('falls where a lower value was confirmed, and is finished again only after that', () => {
    const steps = doneSteps(
      chargers,
      posted([6, '2026-06-08', 30_00], [6, '2026-06-09', 20_00], [6, '2026-06-11', 30_00]),
    );
    expect(doneBy(steps, '2026-06-09')).toBe(6666);
    expect([begunOn(steps), finishedOn(steps)]).toEqual(['2026-06-08', '2026-06-11']);
    expect(finishedOn(steps.slice(0, 2))).toBeNull();
    expect(finishedOn(doneSteps(chargers, []))).toBeNull();
    expect(begunOn(doneSteps(chargers, posted([6, '2026-06-08', 0])))).toBeNull();
  });

  it('a share is taken as it is told', () => {
    const gate = progressItem(4, { measure: 'share', quantity: 1_00 });
    expect(doneBy(doneSteps(gate, posted([4, '2026-06-08', 55_00])), '2026-06-08')).toBe(5500);
  });

  it('never leaves the whole, and never falls where values do not', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_00 }), { maxLength: 20 }), (values) => {
        const rising = [...values].sort((one, other) => one - other);
        const steps = doneSteps(
          chargers,
          posted(
            ...rising.map((value, index): [number, string, number] => [
              6,
              addDays('2026-06-01', index),
              value,
            ]),
          ),
        );
        steps.forEach(({ done }, index) => {
          expect(Number.isInteger(done) && done >= 0 && done <= whole).toBe(true);
          if (index > 0) expect(done).toBeGreaterThanOrEqual(steps[index - 1].done);
        });
      }),
    );
  });
});
