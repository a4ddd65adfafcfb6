import { renovation, schedules, today } from './given-standing';
import { toStageGantt } from './gantt.presenter';
import { toStageStrip } from './stage-strip.presenter';
import { StageOnLine, firstSchedules, lineOf } from './standing';

const slip = {
  forecastEndOn: '2026-06-20',
  slipReason: '上周下雨，车棚顶板晚装',
  slipAnswerable: 'weather',
} as const;
const line = (change = {}, at = {}): StageOnLine[] => lineOf(schedules(change), renovation(at), today);

describe('the strip of the six stages', () => {
  it('says of the works what the prototype says: plan against fact, stage by stage', () => {
    expect(toStageStrip(line(), renovation(), today)).toEqual([
      {
        name: '摸底调查',
        status: { state: 'done', word: '按时完成' },
        bar: { label: '摸底调查：按时完成', solid: 100 },
        lines: ['计划 3月20日　实际 3月20日'],
      },
      {
        name: '居民议事',
        status: { state: 'done', word: '提前 4 天完成' },
        bar: { label: '居民议事：提前 4 天完成', solid: 100 },
        lines: ['计划 4月30日　实际 4月26日'],
      },
      {
        name: '拆违清障',
        status: { state: 'done', word: '按时完成' },
        bar: { label: '拆违清障：按时完成', solid: 100 },
        lines: ['计划 5月18日　实际 5月18日'],
      },
      {
        name: '施工改造',
        status: { state: 'doing', word: '还有 10 天' },
        bar: { label: '施工改造：还有 10 天，第 22 天，共 32 天', hatch: 69 },
        lines: ['计划 6月18日'],
        current: true,
      },
      {
        name: '竣工验收',
        status: { state: 'idle', word: '未开始' },
        bar: { label: '竣工验收：未开始' },
        lines: ['计划 6月30日'],
      },
      {
        name: '移交长效',
        status: { state: 'idle', word: '未开始' },
        bar: { label: '移交长效：未开始' },
        lines: ['计划 7月11日'],
      },
    ]);
  });

  const works = (change = {}, at = {}) => toStageStrip(line(change, at), renovation(at), today)[3];

  it('a slip carries its days, its reason and who answers for it', () => {
    expect(works({ construction: slip })).toMatchObject({
      status: { state: 'late', word: '预计晚 2 天' },
      lines: ['计划 6月18日　预计 6月20日'],
      lateLine: '上周下雨，车棚顶板晚装（天气）',
    });
  });

  it('one day after the planned end it is overdue by one day, and its bar is full', () => {
    expect(works({ construction: { plannedEndOn: '2026-06-07' } })).toMatchObject({
      status: { state: 'late', word: '逾期 1 天' },
      bar: { label: '施工改造：逾期 1 天，第 22 天，共 22 天', hatch: 100 },
    });
  });

  it.each([
    ['paused', { state: 'late', word: '已暂停' }],
    ['cancelled', { state: 'idle', word: '已取消' }],
  ])('of a renovation that is %s', (state, status) => {
    expect(works({}, { state }).status).toEqual(status);
  });

  it('removal beside the works says so, and the works stay the current stage', () => {
    const at = { removal: 'open' } as const;
    const beside = { removal: { endedOn: null } };
    const strip = toStageStrip(line(beside, at), renovation(at), today);
    expect(strip[2]).toMatchObject({
      status: { state: 'late', word: '逾期 21 天' },
      lines: ['计划 5月18日', '与施工改造同时进行'],
    });
    expect(strip.map(({ current }) => current ?? false)).toEqual([false, false, false, true, false, false]);
  });

  it('a renovation just opened has a survey that runs since then, and no plan', () => {
    const opened = renovation({ stage: 'survey', removal: 'waiting', openedOn: '2026-06-01' });
    const strip = toStageStrip(lineOf([], opened, today), opened, today);
    expect(strip[0]).toEqual({
      name: '摸底调查',
      status: { state: 'doing', word: '进行中' },
      bar: { label: '摸底调查：进行中', hatch: 100 },
      lines: ['6月1日开始'],
      current: true,
    });
    expect(strip[1].lines).toEqual(['还没有计划日期']);
    expect(firstSchedules(opened).map(({ startedOn }) => startedOn)).toEqual([
      '2026-06-01',
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('plan, fact and forecast on one time line', () => {
  it('is not drawn before any day is known', () => {
    const opened = renovation({ stage: 'survey', removal: 'waiting' });
    expect(toStageGantt(lineOf([], opened, today), today)).toBeUndefined();
  });

  it('gives every stage its plan, what was done, what goes on and what is expected', () => {
    const gantt = toStageGantt(line(), today)!;
    expect(gantt).toMatchObject({
      caption: '各阶段计划、实际和预计日期',
      nameHead: '阶段',
      ticks: [
        { x: 0, label: '3月' },
        { x: 23.31, label: '4月' },
        { x: 45.86, label: '5月' },
        { x: 69.17 },
        { x: 91.73 },
      ],
      today: { x: 74.44, label: '今天 6月8日' },
    });
    expect(gantt.rows[1]).toEqual({
      name: '居民议事',
      plan: '3月21日 至 4月30日',
      fact: '3月20日 至 4月26日',
      drift: '提前 4 天完成',
      bars: { plan: { x: 15.04, w: 30.83 }, done: { x: 14.29, w: 28.57 } },
    });
    expect(gantt.rows[3]).toEqual({
      name: '施工改造',
      plan: '5月19日 至 6月18日',
      fact: '5月18日开始',
      drift: '还有 10 天',
      bars: {
        plan: { x: 59.4, w: 23.31 },
        doing: { x: 58.65, w: 16.54 },
        forecast: { x: 75.19, w: 7.52 },
      },
    });
    // Acceptance has no planned start: it begins after the works.
    expect(gantt.rows[4]).toEqual({
      name: '竣工验收',
      plan: '6月19日 至 6月30日',
      fact: '—',
      drift: '—',
      bars: { plan: { x: 82.71, w: 9.02 } },
    });
  });

  it('a slip is drawn from tomorrow to the expected end and says its days, with room for the words', () => {
    const gantt = toStageGantt(line({ construction: slip }), today)!;
    expect(gantt.rows[3]).toMatchObject({
      drift: '预计晚 2 天',
      driftLate: true,
      fact: '5月18日开始，预计 6月20日',
    });
    const { late } = gantt.rows[3].bars;
    expect(late).toMatchObject({ label: '预计晚 2 天' });
    expect(late!.labelX).toBeCloseTo(late!.x + late!.w, 1);
    expect(late!.labelX).toBeLessThan(80);
  });

  it('what is overdue is late from the day after its plan until today', () => {
    const change = { construction: { plannedEndOn: '2026-06-06' } };
    const { bars } = toStageGantt(line(change), today)!.rows[3];
    expect(bars.late).toMatchObject({ label: '逾期 2 天' });
    expect(bars.late!.w).toBeCloseTo(2 * (bars.doing!.w / 22), 1);
  });

  it('every bar lies within the time line', () => {
    const gantt = toStageGantt(
      line({ construction: slip, handover: { forecastEndOn: '2026-07-13' } }),
      today,
    )!;
    for (const bar of gantt.rows.flatMap(({ bars }) => Object.values(bars))) {
      expect(bar.x).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.w).toBeLessThanOrEqual(100.01);
    }
  });
});
