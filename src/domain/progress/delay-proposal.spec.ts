import { forecastBlockers } from '../renovation/schedule';
import { delayProposals, finishDelay } from './delay-proposal';
import { courseOf, posted, progressItem, rain, sevenItems, yardCourse } from './given-progress';
import type { StopWindow } from './stop-days';

const proposals = (...stops: StopWindow[]) =>
  delayProposals(yardCourse({ stops })).map(({ itemId, proposedFinishOn }) => [itemId, proposedFinishOn]);

describe('the delay that two days of rain explain at 丰乐路106号院', () => {
  it('moves the shed and the walls by two working days, and the chargers behind the shed', () => {
    expect(proposals(rain)).toEqual([
      [2, '2026-06-12'],
      [5, '2026-06-09'],
      [6, '2026-06-18'],
    ]);
  });

  it('is told with its reason and who answers for it', () => {
    expect(
      delayProposals(yardCourse())
        .slice(1)
        .map(({ words }) => words),
    ).toEqual([
      '「公共车棚」6月2日 至 6月3日因降雨停工 2 个工作日（责任方：天气）；计划完工 2026年6月5日，建议顺延到 2026年6月9日',
      '「充电桩」前一项「公共车棚」顺延；计划完工 2026年6月16日，建议顺延到 2026年6月18日',
    ]);
  });

  it('does not move the finish of everything', () => {
    expect(finishDelay(yardCourse())).toBeNull();
  });
});

describe('a delay', () => {
  const day = (on: string, kind: StopWindow['kind'] = 'rain'): StopWindow => ({
    kind,
    fromOn: on,
    toOn: on,
    itemIds: null,
  });

  it.each([
    ['no stop', []],
    ['a stop on a weekend', [day('2026-05-30')]],
    ['a stop before the item', [day('2026-05-22')]],
    ['a stop after the item', [day('2026-06-19')]],
    ['slow work alone', []],
  ])('%s explains none', (_, stops) => {
    expect(proposals(...stops)).toEqual([]);
  });

  it('is counted once where two reasons fall on one day, and told by reason', () => {
    const stops = [day('2026-05-27', 'rain'), day('2026-05-27', 'pollution'), day('2026-05-28', 'pollution')];
    const [shed] = delayProposals(yardCourse({ stops })).filter(({ itemId }) => itemId === 5);
    expect(shed.proposedFinishOn).toBe('2026-06-09');
    expect(shed.lost).toEqual([
      { kind: 'pollution', on: ['2026-05-27', '2026-05-28'], answerable: 'district' },
    ]);
  });

  it('of what is finished or dropped is not proposed, but what waited for it is moved', () => {
    const values = posted([5, '2026-06-09', 60_00]);
    expect(delayProposals(yardCourse({ values })).map(({ itemId }) => itemId)).toEqual([2, 6]);
    const early = posted([5, '2026-06-05', 60_00]);
    expect(delayProposals(yardCourse({ values: early })).map(({ itemId }) => itemId)).toEqual([2]);
    const items = sevenItems.map((item) => ({ ...item, isDropped: item.id === 5 }));
    expect(delayProposals(yardCourse({ items })).map(({ itemId }) => itemId)).toEqual([2]);
  });

  it('is not proposed while a stop is not lifted', () => {
    expect(proposals({ ...day('2026-06-08', 'safety'), toOn: null })).toEqual([]);
  });

  it('by quiet days known when the plan was frozen is none', () => {
    const exams: StopWindow = { ...day('2026-06-08', 'quiet-days'), toOn: '2026-06-09' };
    const { baseline } = yardCourse();
    expect(delayProposals(yardCourse({ stops: [], baseline: { ...baseline, quiet: [exams] } }))).toEqual([]);
    expect(proposals(exams)).toEqual([[4, '2026-06-16']]);
  });

  it('of the finish of everything gives what the schedule asks for: a day, a reason, and who answers', () => {
    const order = { ...day('2026-06-08', 'utility'), toOn: '2026-06-10' };
    const delay = finishDelay(yardCourse({ stops: [order] }))!;
    expect(delay).toMatchObject({ forecastEndOn: '2026-06-22', days: 4, answerable: 'utility' });
    expect(delay.reason).toBe('6月8日 至 6月10日因等管线单位停工 3 个工作日');
    const stage = {
      stage: 'construction' as const,
      plannedStartOn: null,
      plannedEndOn: '2026-06-18',
      endedOn: null,
    };
    expect(forecastBlockers(stage, delay, '2026-06-10')).toEqual([]);
  });

  it('tells days in a row as one span, over a weekend too, and a day by itself as a day', () => {
    const stops = ['2026-05-28', '2026-05-29', '2026-06-01', '2026-06-03'].map((on) => day(on));
    const [shed] = delayProposals(yardCourse({ stops })).filter(({ itemId }) => itemId === 5);
    expect(shed.words).toContain('5月28日 至 6月1日、6月3日因降雨停工 4 个工作日');
  });

  it('of items that wait for each other, or of none, comes to an end', () => {
    expect(finishDelay(courseOf([]))).toBeNull();
    const ring = [progressItem(1, { predecessorId: 2 }), progressItem(2, { predecessorId: 1 })];
    expect(() => finishDelay(courseOf(ring, { stops: [day('2026-06-08', 'safety')] }))).not.toThrow();
  });
});
