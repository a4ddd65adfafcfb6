import { measuredOn, pausedBy, siteDaysBetween, workedDayAfter } from './course-days';
import { courseOf, posted, progressItem, rain, sevenItems, yardCourse } from './given-progress';
import { allDoneOn, isAllDone, plannedBy, plannedValueBy, worksBegunOn } from './works-course';

const chargers = yardCourse().lines[5];

describe('the works laid side by side', () => {
  it.each([
    ['2026-06-07', 0, 0],
    ['2026-06-08', 1428, 4_28],
    ['2026-06-15', 8571, 25_71],
    ['2026-06-16', 10_000, 30_00],
    ['2026-07-01', 10_000, 30_00],
  ])('on %s the chargers should be at %i, that is %i hundredths', (day, share, value) => {
    expect([plannedBy(chargers, day), plannedValueBy(chargers, day)]).toEqual([share, value]);
  });

  it('an item told as a share should be at a share', () => {
    expect(plannedValueBy(yardCourse().lines[3], '2026-06-08')).toBe(2000);
  });

  it('quiet days known when the plan was frozen are not planned on, later ones change no plan', () => {
    const quiet = { kind: 'quiet-days' as const, fromOn: '2026-06-08', toOn: '2026-06-09', itemIds: null };
    const item = progressItem(1, {
      traits: ['noisy'],
      plannedStartOn: '2026-06-08',
      plannedFinishOn: '2026-06-11',
    });
    const { baseline } = courseOf([item]);
    const frozen = courseOf([item], { baseline: { ...baseline, quiet: [quiet] } });
    expect(frozen.lines[0].plannedDays).toEqual(['2026-06-10', '2026-06-11']);
    expect(courseOf([item], { stops: [quiet] }).lines[0].plannedDays).toHaveLength(4);
  });

  it('a holiday published later leaves the planned finish where nothing else is left', () => {
    const item = progressItem(1, { plannedStartOn: '2027-10-04', plannedFinishOn: '2027-10-05' });
    const calendar = { years: [2027], holidays: ['2027-10-04', '2027-10-05'], workdays: [] };
    expect(courseOf([item]).lines[0].plannedDays).toHaveLength(2);
    expect(courseOf([item], { calendar }).lines[0].plannedDays).toEqual(['2027-10-05']);
  });

  it('begins with the first confirmed value and is done when all of it is, also what was added', () => {
    const two = [progressItem(1), progressItem(2)];
    const values = posted([1, '2026-05-20', 100_00], [2, '2026-05-22', 100_00]);
    const done = courseOf(two, { values });
    expect([worksBegunOn(done), allDoneOn(done)]).toEqual(['2026-05-20', '2026-05-22']);
    expect([isAllDone(done, '2026-05-21'), isAllDone(done, '2026-05-22')]).toEqual([false, true]);
    expect(allDoneOn(courseOf(two, { values, items: [...two, progressItem(3)] }))).toBeNull();
    const dropped = [...two, progressItem(3, { isDropped: true })];
    expect(allDoneOn(courseOf(two, { values, items: dropped }))).toBe('2026-05-22');
    expect([worksBegunOn(courseOf([])), allDoneOn(courseOf([]))]).toEqual([null, null]);
  });
});

describe('the days the works go on', () => {
  const order = { kind: 'safety' as const, fromOn: '2026-06-10', toOn: null, itemIds: null };

  it('leave out days off and stops of the whole site, not rain', () => {
    expect(siteDaysBetween(yardCourse(), '2026-05-18', '2026-06-18')).toBe(23);
    expect(siteDaysBetween(yardCourse({ stops: [rain, order] }), '2026-06-05', '2026-06-18')).toBe(2);
    expect(siteDaysBetween(yardCourse(), '2026-06-18', '2026-06-21')).toBe(0);
    expect(siteDaysBetween(yardCourse(), '2026-06-18', '2026-06-17')).toBe(0);
  });

  it('are known until today once a value of today is confirmed, else until yesterday', () => {
    expect(measuredOn(yardCourse(), '2026-06-08')).toBe('2026-06-08');
    expect(measuredOn(yardCourse(), '2026-06-09')).toBe('2026-06-08');
    expect(measuredOn(yardCourse(), '2026-06-11')).toBe('2026-06-10');
  });

  it('are none while an order to stop is not lifted', () => {
    const today = '2026-06-10';
    const shift = { ...order, kind: 'people' as const, toOn: today };
    expect(pausedBy(yardCourse({ stops: [shift, order] }), today)?.kind).toBe('safety');
    expect(pausedBy(yardCourse({ stops: [shift] }), today)).toBeUndefined();
    expect(pausedBy(yardCourse({ stops: [order] }), '2026-06-09')).toBeUndefined();
    expect(pausedBy(yardCourse({ stops: [{ ...rain, toOn: null }] }), today)).toBeUndefined();
  });

  it('are not looked for without end', () => {
    expect(workedDayAfter(() => false, '2026-06-08', 1)).toBeNull();
    expect(workedDayAfter(() => true, '2026-06-08', 731)).toBe('2028-06-08');
    expect(workedDayAfter(() => true, '2026-06-08', 732)).toBeNull();
    expect(workedDayAfter(() => false, '2026-06-08', 0)).toBe('2026-06-08');
  });

  it('the seven items are all there', () => {
    expect(yardCourse().lines.map(({ name }) => name)).toEqual(sevenItems.map(({ name }) => name));
  });
});
