import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import { gantt } from '../domain/progress/gantt';
import {
  courseOf,
  posted,
  progressItem,
  rain,
  sevenItems,
  yardCourse,
} from '../domain/progress/given-progress';
import type { WorksCourse } from '../domain/progress/works-course';
import type { PlacedItem } from '../works/works.desk';
import { toCurveFigure } from './curve.figure';
import { toCurveView } from './curve.presenter';
import { toItemGantt } from './item-gantt.presenter';
import type { StopWindowRecord, WorksBaselineRecord } from './progress.entities';
import { ProgressView, toProgressBody, toProgressPage } from './progress.presenter';
import { ProgressTotals } from './progress.totals';
import { toStopLines } from './stop-lines.presenter';
import { toBaselines } from './works-baseline.presenter';
import { toWeights } from './weights.presenter';

const today = '2026-06-08';
const clock = { today: () => today };
const standingOf = (course: WorksCourse) =>
  new ProgressTotals(null as never, clock as never).standing(course)!;
const allIds = new Set(sevenItems.map(({ id }) => id));
const placed = sevenItems as unknown as PlacedItem[];

const given = (course: WorksCourse | null, change: Partial<ProgressView> = {}): ProgressView => ({
  works: {
    ...{
      compound: { code: 'fl106' } as Compound,
      renovation: { isCurrent: true, state: 'active' } as Renovation,
    },
    ...{
      items: placed,
      seenItemIds: allIds,
      seenContractIds: new Set([1]),
      baselines: [],
      windows: [],
      decisions: [],
      course,
    },
  },
  standing: course && standingOf(course),
  ...{ grounds: [], today, mayEdit: true, hasForecast: true, ...change },
});

describe('the tab', () => {
  const terms = (view: ProgressView) => toProgressBody(view).numbers.map(({ term }) => term);

  it('leaves out what this person may not read', () => {
    const body = toProgressBody(given(yardCourse(), { hasForecast: false, mayEdit: false }));
    expect([body.verdict, body.delays, body.finish, body.curve!.hasForecast]).toEqual([
      ...[undefined, [], undefined, false],
    ]);
    expect(terms(given(yardCourse(), { hasForecast: false }))).not.toContain('最可能完工');
    expect(body.curve!.figure.about).not.toContain('预计');
  });

  it('offers the plan to whoever may freeze it, and asks for items before', () => {
    const open = toProgressBody(given(null));
    expect(open.empty).toMatchObject({ link: '/compounds/fl106/progress/baselines/new' });
    expect(toProgressBody(given(null, { mayEdit: false })).empty).not.toHaveProperty('link');
    const none = given(null);
    const works = { ...none.works!, items: [] };
    expect(toProgressBody({ ...none, works }).empty!.text).toContain('还没有施工项目');
  });

  it('says when everything is finished', () => {
    const course = courseOf([progressItem(1)], { values: posted([1, today, 100_00]) });
    const body = toProgressBody(given(course));
    expect(body.verdict).toMatchObject({ status: { state: 'done', word: '已经完工' } });
    expect(body.numbers.map(({ term, value }) => [term, value])).toEqual(
      expect.arrayContaining([
        ['已完成', '100%'],
        ['实际完工', '6月8日'],
      ]),
    );
  });

  it('says what the ground holds back and what a change of the plan added', () => {
    const items = [...sevenItems, progressItem(8, { name: '挡水檐' })];
    const ground = { line: 5, zones: [1], isBlocked: true, words: '1区还有 1 处没有拆除' };
    const body = toProgressBody(given(yardCourse({ items }), { grounds: [ground as never] }));
    expect(body.remarks[0]).toContain('新增 1 项「挡水檐」还没有计入进度');
    expect(body.remarks[1]).toContain('公共车棚（占 31.11%）1区还有 1 处没有拆除');
  });

  it('leads to the stage plan where stops move the end of everything', () => {
    const order = { kind: 'utility' as const, fromOn: '2026-06-08', toOn: '2026-06-10', itemIds: null };
    expect(toProgressBody(given(yardCourse({ stops: [order] }))).finish).toEqual({
      words: '停工使全部完工推到 2026年6月22日，晚 4 天',
      link: `/compounds/fl106/forecasts/new?${new URLSearchParams({
        ...{ stage: 'construction', endOn: '2026-06-22' },
        ...{ reason: '6月8日 至 6月10日因等管线单位停工 3 个工作日', answerable: 'utility' },
      }).toString()}`,
    });
    const past = given(yardCourse({ stops: [order] }), { asOf: today, mayEdit: false });
    expect(toProgressBody(past).finish).not.toHaveProperty('link');
  });
});

describe('the bars', () => {
  it('mark what is late from the day after the planned end, and leave room for its words', () => {
    const { rows, today: now } = toItemGantt(gantt(yardCourse(), [], today)!, '今天');
    const shed = rows[4].bars;
    expect(now!.label).toBe('今天 6月8日');
    expect(Object.keys(shed)).toEqual(['plan', 'doing', 'late']);
    expect(shed.late!.labelX).toBeGreaterThan(shed.late!.x);
    expect(shed.late!.labelX).toBeLessThan(92);
    for (const { bars } of rows)
      for (const { x, w } of Object.values(bars)) expect([x >= 0, x + w <= 100.01]).toEqual([true, true]);
  });

  it('tell held, dropped and added items in words', () => {
    const dropped = sevenItems.map((item) => ({ ...item, isDropped: item.id === 7 }));
    const items = [...dropped, progressItem(8, { name: '挡水檐' })];
    const { rows } = toItemGantt(gantt(yardCourse({ items }), [5], today)!, '今天');
    expect(rows[4].fact).toBe('5月25日开始，完成 70%，场地受阻');
    expect([rows[6].fact, rows[7].name]).toEqual(['已取消', '挡水檐（后增加）']);
  });
});

describe('the curve', () => {
  const course = yardCourse();
  const around = { today, dayWord: '今天' as const, hasForecast: true, isShort: false };
  const view = toCurveView(course, standingOf(course), around)!;

  it('ends where the numbers stand', () => {
    const [planned, actual] = view.figure.marks;
    expect([planned.x, planned.y, actual.y]).toEqual([47.7, 36.3, 50.1]);
    expect(view.known).toEqual({ day: '6月8日', planned: '63%', actual: '49%' });
    expect(view.figure.today).toEqual({ x: 47.7, label: '今天 6月8日', isLate: false });
    expect(view.figure.actual.split(' ').at(-1)).toBe('477,501');
  });

  it('hatches the days that stood still', () => {
    expect(view.figure.stops).toEqual([{ x: 31.8, w: 4.6 }]);
    const none = toCurveView(yardCourse({ stops: [] }), standingOf(yardCourse()), around)!;
    expect([none.hasStops, none.figure.stops]).toEqual([false, []]);
  });

  it('is a row a day, and a row a week where there is no room or it is long', () => {
    expect([view.rows.length, view.rowsNote]).toEqual([45, '']);
    const short = toCurveView(course, standingOf(course), { ...around, isShort: true })!;
    expect(short.rows.map(({ day }) => day)).toEqual([
      ...['5月18日', '5月25日', '6月1日', '6月8日（今天）', '6月15日', '6月22日', '6月29日', '7月1日'],
    ]);
    expect(short.rowsNote).toContain('共 45 天');
  });

  it('is not drawn of a single day', () => {
    const days = [{ on: today, planned: 10_000, actual: 0, forecast: null }];
    const figure = toCurveFigure(days, () => false, { title: '', about: '', today, dayLabel: '' });
    expect([figure.planned, figure.actual, figure.marks]).toEqual(['', '', []]);
  });
});

describe('the weights', () => {
  it('add up, and tell a builder nothing of the money of others', () => {
    const course = yardCourse();
    const whole = toWeights(course, standingOf(course), allIds);
    expect(whole.total).toEqual({ share: '100.00%', planned: '63.66%', brought: '49.85%' });
    const own = toWeights(course, standingOf(course), new Set([5]));
    expect(own.rows.map(({ name, basis, brought }) => [name, basis, brought])).toEqual([
      ['公共车棚', '', '21.77%'],
    ]);
    expect([own.total, own.note]).toEqual([undefined, '只列本单位的施工项目，总进度按全部 7 项计算']);
  });
});

describe('the stops', () => {
  const row = (change: Partial<StopWindowRecord> = {}) =>
    ({ id: 4, ...rain, note: '暴雨预警', ...change }) as unknown as StopWindowRecord;
  const works = (windows: StopWindowRecord[], seen: ReadonlySet<number> = allIds) => ({
    ...{ windows, course: null, items: placed, seenItemIds: seen, seenContractIds: new Set([1]) },
  });
  const linesOf = (windows: StopWindowRecord[], day = today) =>
    toStopLines(works(windows), { mayEdit: true, today: day });

  it.each([
    ['2026-06-01', 'idle', '还没到'],
    ['2026-06-02', 'late', '停工第 1 天'],
    ['2026-06-03', 'late', '停工第 2 天'],
    ['2026-06-04', 'done', '已过'],
  ])('on %s are %s: %s', (day, state, word) => {
    expect(linesOf([row()], day)[0].status).toEqual({ state, word });
  });

  it('name the items they hold, and what they rest on', () => {
    const [line] = linesOf([row({ itemIds: ['2', '5'] as never, toOn: null })]);
    expect([line.what, line.days, line.basis]).toEqual([
      ...['粉刷院墙、公共车棚', '6月2日起，没有解除', { word: '手工登记', note: '暴雨预警' }],
    ]);
    expect(line.endLink).toBe('/stop-windows/4/end');
  });

  it('of items of another builder are not shown', () => {
    const windows = [row({ itemIds: ['2'] as never }), row()];
    expect(toStopLines(works(windows, new Set([5])), { mayEdit: false, today })).toHaveLength(1);
  });
});

describe('stops that came by themselves', () => {
  const told = (on: string, id: number, contractId = 1) => ({
    ...{ kind: 'utility' as const, fromOn: on, toOn: on, itemIds: 'site' as const },
    source: { by: 'post' as const, id, contractId },
  });
  const order = {
    ...{ kind: 'safety' as const, fromOn: '2026-05-20', toOn: '2026-05-21', itemIds: 'site' as const },
    source: { by: 'order' as const, id: 8 },
  };
  const exams = (fromOn: string, toOn: string) => ({
    ...{ kind: 'quiet-days' as const, fromOn, toOn, itemIds: null },
    source: { by: 'quiet-days' as const },
  });
  const linesOf = (stops: WorksCourse['stops'], seenContractIds = new Set([1])) => {
    const view = given(yardCourse({ stops }));
    return toProgressBody({ ...view, works: { ...view.works!, seenContractIds } }).stops;
  };

  it('are named by what they rest on, with the way there', () => {
    expect(
      linesOf([order, exams('2026-06-07', '2026-06-08'), told('2026-05-25', 3)]).map(({ basis }) => basis),
    ).toEqual([
      { word: '静音日', note: '' },
      { word: '日报', link: '/posts/3', note: '' },
      { word: '停工令', link: '/stops/8', note: '' },
    ]);
  });

  it('are one line for days in a row, leading to the first and the last post', () => {
    const [line] = linesOf([told('2026-05-28', 3), told('2026-05-29', 4), told('2026-06-01', 6)]);
    expect([line.days, line.basis]).toEqual([
      '5月28日 至 6月1日',
      {
        ...{ word: '日报', note: '' },
        ends: [
          { label: '5月28日', link: '/posts/3' },
          { label: '6月1日', link: '/posts/6' },
        ],
      },
    ]);
  });

  it('lead a builder to no post of another', () => {
    const [line] = linesOf([told('2026-05-28', 3, 2), told('2026-05-29', 4, 2)]);
    expect(line.basis).toEqual({ word: '日报', link: undefined, note: '' });
  });

  it('that lie outside the works are left out, but for those the manager wrote', () => {
    // The works are expected until 1 July.
    const outside = [exams('2026-07-02', '2026-07-03'), exams('2026-05-17', '2026-05-18')];
    expect(linesOf(outside)).toEqual([]);
    expect(linesOf([exams('2026-07-01', '2026-07-03'), exams('2026-05-18', '2026-05-19')])).toHaveLength(2);
    const written = { ...exams('2026-07-02', '2026-07-03'), source: { by: 'written' as const, id: 4 } };
    expect(linesOf([written])).toHaveLength(1);
  });
});

describe('the works looked back at', () => {
  const frame = { crumbs: [], head: {} } as never;
  const about = { renovations: [], frame, code: 'fl106', name: '丰乐路106号院', latest: '2026-07-30' };
  const baselines = [yardCourse().baseline] as unknown as WorksBaselineRecord[];
  const pageOf = (change: Partial<ProgressView>, course: WorksCourse | null = yardCourse()) => {
    const view = given(course, change);
    return toProgressPage({ ...view, works: { ...view.works!, baselines } }, about);
  };

  it('offer every day from the first planned one, and the way back', () => {
    expect(pageOf({ today: '2026-07-30' }).lookBack).toEqual({
      ...{ action: '/compounds/fl106/progress', value: '2026-07-30' },
      ...{ earliest: '2026-05-19', latest: '2026-07-30' },
    });
    const { lookBack } = pageOf({ asOf: today, sequence: 1 });
    expect(lookBack).toMatchObject({
      ...{ renovation: 1, value: today, past: { link: '/compounds/fl106/progress?renovation=1' } },
    });
    expect(lookBack!.past!.words).toContain('2026年6月8日');
    expect(pageOf({}, null).lookBack).toBeUndefined();
  });

  it('print that day, offer nothing else, and never call it today', () => {
    const page = pageOf({ asOf: today, mayEdit: false, sequence: 1 });
    expect(page.actions.map(({ link }) => link)).toEqual([
      '/compounds/fl106/progress/print?renovation=1&on=2026-06-08',
    ]);
    expect(page.progress.verdict).not.toHaveProperty('laterLink');
    expect(JSON.stringify(page.progress)).not.toContain('今天');
    expect(page.progress.gantt!.today!.label).toBe('截至 6月8日');
  });

  it('where the planned day does not hold, today leads to the form of the expected end', () => {
    expect(pageOf({}).progress.verdict!.laterLink).toContain('endOn=2026-07-01');
  });
});

describe('plans side by side', () => {
  it('mark what the later one changed', () => {
    const first = yardCourse().baseline;
    const later = first.items.map((one) => (one.id === 5 ? { ...one, plannedFinishOn: '2026-06-12' } : one));
    const rows = [
      { ...first, number: 1, reason: null, setBy: 1 },
      { ...first, number: 2, reason: '增加挡水檐', setBy: 1, items: later },
    ] as unknown as WorksBaselineRecord[];
    const frame = { crumbs: [], head: {} } as never;
    const page = toBaselines({ code: 'fl106', baselines: rows }, new Map([[1, '项目负责人']]), {
      frame,
      today,
    });
    expect(page.versions.map(({ shift, by }) => [shift, by])).toEqual([
      ['—', '项目负责人'],
      ['与第 1 版一致', '项目负责人'],
    ]);
    const changed = page.rows.filter(({ cells }) => cells.some(({ isChanged }) => isChanged));
    expect(changed.map(({ name }) => name)).toEqual(['公共车棚']);
  });
});
