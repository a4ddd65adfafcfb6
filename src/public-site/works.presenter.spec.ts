import type { PublicDisruption } from '../domain/construction/announced-disruption';
import { charging, kept, walls } from '../domain/construction/given-construction';
import { disclose, Disclosure } from '../domain/disclosure/disclosure';
import { givenFacts, givenRenovation, today } from '../domain/disclosure/given-disclosure';
import { KnownWorks, nothingBuilt } from '../domain/disclosure/works';
import { toCompound } from './compound.presenter';
import { toBulletin, toLog } from './log.presenter';

const built: KnownWorks = {
  ...nothingBuilt,
  items: [walls(), charging({ plannedFinishOn: '2026-06-05' })],
  posts: [kept(1, { sentence: '充电桩装到第 18 组' })],
};
const told = (change: Partial<KnownWorks> = {}): Disclosure =>
  disclose(givenFacts({ works: { ...built, ...change } }), today);
const page = (change: Partial<KnownWorks> = {}) =>
  toCompound(told(change), '2026-06-08T09:42:00.000Z', today);
const items = (change: Partial<KnownWorks> = {}) =>
  page(change).stages!.find(({ name }) => name === '施工改造')!.items;
const days = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    kept(at + 1, { workedOn: `2026-05-${String(at + 10).padStart(2, '0')}` }),
  );

describe('the works on the page of a compound', () => {
  it('stand under their stage, each item with its words, its day and its bar', () => {
    expect(items()!.lines).toEqual([
      {
        ...{ name: '院墙、走廊粉刷', status: { state: 'doing', word: '已开工' } },
        ...{ when: '计划 6月12日 完成', bar: { label: '院墙、走廊粉刷：已开工' } },
      },
      {
        ...{ name: '充电桩', status: { state: 'late', word: '已做 60%，晚 3 天' } },
        ...{ when: '18 组，共 30 组，计划 6月5日 完成', bar: { label: '充电桩：已做 60%', hatch: 60 } },
      },
    ]);
  });

  it('are not told before the first of them has begun', () => {
    expect(items({ items: [walls({ state: 'planned' })], posts: [] })).toBeUndefined();
  });

  it.each([
    ['accepted', { state: 'done', word: '已完成，验收合格' }, 100],
    ['finished', { state: 'done', word: '已完成' }, 100],
    ['planned', { state: 'idle', word: '未开始' }, undefined],
  ] as const)('an item that is %s', (state, status, solid) => {
    const [line] = items({ items: [walls({ state }), charging()] })!.lines;
    expect([line.status, line.bar.solid]).toEqual([status, solid]);
  });

  it('an item whose whole is confirmed waits to be accepted, and is late no more', () => {
    const values = [{ itemId: 3, value: 30_00, reason: '' }];
    const [, line] = items({ posts: [kept(1, { values })] })!.lines;
    expect(line).toEqual({
      ...{ name: '充电桩', status: { state: 'doing', word: '已做完，待验收' } },
      bar: { label: '充电桩：已做完，待验收', hatch: 100 },
    });
  });

  it('with many items those that are done are folded', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      walls({ id: at + 10, name: `第${at}项`, state: at < 7 ? 'accepted' : 'open' }),
    );
    const { lines, folded } = items({ items: many })!;
    expect([lines.length, folded!.label, folded!.lines.length]).toEqual([2, '看已经完成的 7 项', 7]);
  });

  it('the total is the number of the progress, with the plan beside it, while the works go on', () => {
    const progress = { on: '2026-06-07', percent: 66, planned: 70 };
    expect(page({ progress }).now).toMatchObject({
      bar: { label: '施工总进度 66%，计划 70%', hatch: 66, mark: 70 },
      figures: [
        { term: '施工已完成', value: '66%' },
        { term: '6月7日计划到', value: '70%' },
      ],
    });
    const known = { ...built, progress };
    const current = givenRenovation({ stage: 'acceptance' });
    const later = toCompound(disclose(givenFacts({ works: known, current }), today), null, today);
    expect(later.now.figures[0].term).toBe('已走完');
  });

  it('the three latest days, and the way to all of them', () => {
    expect(page().log).toEqual({
      days: [
        {
          about: '今天 6月8日 · 晴 · 工人 9 人',
          lines: ['充电桩：18 组，共 30 组。', '充电桩装到第 18 组。'],
        },
      ],
    });
    const { log } = page({ posts: days(4) });
    expect(log!.days.map(({ about }) => about.slice(0, 5))).toEqual(['5月13日', '5月12日', '5月11日']);
    expect(log!.more).toEqual({ label: '看全部 4 天的记录', link: '/c/fl106/log' });
  });

  it('a day without work says so', () => {
    const stopped = kept(1, {
      kind: 'stopped',
      values: [],
      workers: null,
      weather: 'rain',
      holdups: ['rain'],
    });
    expect(page({ posts: [stopped] }).log!.days).toEqual([
      { about: '今天 6月8日 · 小雨 · 停工', lines: ['受影响：下雨。'] },
    ]);
  });

  it('a fixed point stands before and now, in place of any two views', () => {
    const points = [
      {
        ...{ name: '院门', isDone: true },
        before: { publicId: 'photo-before', on: '2026-03-12' },
        now: { publicId: 'photo-after', on: '2026-06-01' },
      },
    ];
    const { photos, gallery } = page({ points });
    expect(photos).toMatchObject([
      {
        before: { tag: '改造前', alt: '改造前，3月12日：院门', link: '/c/fl106/photos/photo-before' },
        now: { tag: '改造后', tagDone: true },
        caption: '院门，同一位置：3月12日 与 6月1日。',
      },
    ]);
    expect(gallery).toBeUndefined();
  });

  it('what is planned stands among what to heed, and a cancelled one says to go on as usual', () => {
    const power: PublicDisruption = {
      ...{ id: 1, effect: 'power-off', what: '停电', where: '全院', note: '充电桩接电。\n请备好照明。' },
      ...{ when: '6月12日 09:00 至 11:00', on: '2026-06-12', state: 'ahead', stateName: '将要进行' },
    };
    const { heeds } = page({ disruptions: [power, { ...power, state: 'cancelled' }] });
    expect(heeds).toEqual([
      {
        ...{ month: '6月', day: '12', weekday: '周五', what: '全院停电' },
        lines: ['6月12日 09:00 至 11:00', '充电桩接电。', '请备好照明。'],
      },
      {
        ...{ month: '6月', day: '12', weekday: '周五', what: '已取消：全院停电' },
        lines: ['原定 6月12日 09:00 至 11:00，现在不停电，请照常安排。'],
      },
    ]);
  });
});

describe('the log of the works', () => {
  it('is a page of fourteen days', () => {
    const first = toLog(told({ posts: days(15) }), { renovation: 1, page: 1 }, today)!;
    expect([first.days.length, first.pager!.next]).toEqual([14, '/c/fl106/log?page=2']);
    expect(toLog(told({ posts: days(15) }), { renovation: 1, page: 2 }, today)!.days).toHaveLength(1);
    expect(toLog(told({ posts: days(15) }), { renovation: 1, page: 3 }, today)).toBeUndefined();
    expect(toLog(told({ posts: [] }), { renovation: 1, page: 1 }, today)).toBeUndefined();
    expect(toLog(told(), { renovation: 1, page: 1 }, today)!.pager).toBeUndefined();
  });
});

describe('a weekly bulletin', () => {
  const bulletins = [2, 1].map((number) => ({
    ...{
      number,
      title: `改造周报 ${number}`,
      body: '总体情况\n施工 5 天。',
      publishedOn: `2026-06-0${number}`,
    },
  }));

  it('has a page of its own, with its neighbours', () => {
    expect(toBulletin(told({ bulletins }), { renovation: 1, number: 1 }, today)).toMatchObject({
      heading: '改造周报 1',
      lines: ['总体情况', '施工 5 天。'],
      next: { label: '下一期', link: '/c/fl106/bulletins/2' },
    });
    expect(toBulletin(told({ bulletins }), { renovation: 1, number: 1 }, today)!.previous).toBeUndefined();
    expect(toBulletin(told({ bulletins }), { renovation: 1, number: 3 }, today)).toBeUndefined();
  });

  it('the latest is led to from the page of the compound', () => {
    expect(page({ bulletins }).log!.bulletin).toEqual({
      ...{ label: '6月2日发布的周报', link: '/c/fl106/bulletins/2' },
    });
  });
});

describe('the works of an earlier renovation', () => {
  const earlier = [givenRenovation({ sequence: 2, name: '微改造', state: 'closed', closedOn: '2026-06-07' })];
  const current = givenRenovation({ sequence: 3, stage: 'survey' });
  const later = (change: Partial<KnownWorks> = {}) =>
    disclose(givenFacts({ current, earlier, earlierWorks: [{ ...built, ...change }] }), today);
  const block = (change: Partial<KnownWorks> = {}) =>
    toCompound(later(change), null, today).history![0].built;
  const bulletins = [2, 1].map((number) => ({
    ...{ number, title: `改造周报 ${number}`, body: '施工 5 天。', publishedOn: `2026-06-0${number}` },
  }));

  it('are folded: what became of each item and on which days, so many days, and the ways to all of them', () => {
    const posts = [
      ...days(4),
      kept(9, { workedOn: '2026-05-20', kind: 'stopped', values: [], workers: null, holdups: ['rain'] }),
    ];
    const items = [walls({ state: 'accepted' }), charging({ state: 'finished' })];
    expect(block({ posts, bulletins, items })).toEqual({
      sentence: '5月10日 至 5月20日，一共 5 天的记录，其中停工 1 天。',
      lines: [
        { name: '院墙、走廊粉刷', status: { state: 'done', word: '已完成，验收合格' } },
        { name: '充电桩', status: { state: 'done', word: '已完成' }, when: '5月10日 至 5月13日' },
      ],
      more: { label: '看全部 5 天的记录', link: '/c/fl106/log?renovation=2' },
      bulletin: { label: '6月2日发布的周报', link: '/c/fl106/bulletins/2?renovation=2' },
    });
  });

  it('what was not finished says how far it came', () => {
    expect(block()!.lines).toEqual([
      { name: '院墙、走廊粉刷', status: { state: 'idle', word: '没有做' } },
      { name: '充电桩', status: { state: 'idle', word: '做到 60%' }, when: '6月8日' },
    ]);
    const values = [{ itemId: 3, value: 30_00, reason: '' }];
    expect(block({ posts: [kept(1, { values })] })!.lines[1].status.word).toBe('已做完，没有验收');
  });

  it('a point shows the yard of that time', () => {
    const points = (isDone: boolean) => [
      {
        ...{ name: '院门', isDone },
        before: { publicId: 'photo-before', on: '2026-03-12' },
        now: { publicId: 'photo-after', on: '2026-06-01' },
      },
    ];
    expect(block({ points: points(true) })!.pairs![0].now).toMatchObject({ tag: '改造后', tagDone: true });
    expect(block({ points: points(false) })!.pairs![0].now.tag).toBe('施工中');
  });

  it('are not there where nothing was built', () => {
    expect(block({ items: [walls({ state: 'planned' })], posts: [] })).toBeUndefined();
    expect(block(nothingBuilt)).toBeUndefined();
  });

  it('have their own log and their own bulletins, though the numbers begin anew', () => {
    const told = disclose(
      givenFacts({
        ...{ current, earlier, earlierWorks: [{ ...built, bulletins }] },
        works: { ...built, posts: days(15), bulletins: [{ ...bulletins[1], title: '新周报' }] },
      }),
      today,
    );
    const log = (renovation: number) => toLog(told, { renovation, page: 1 }, today);
    expect([log(2)!.sentence, log(2)!.days.length]).toEqual([
      '微改造，一共 1 天的记录，监理或街道确认以后写在这里。',
      1,
    ]);
    expect([log(3)!.sentence.slice(0, 4), log(3)!.pager!.next]).toEqual([
      '一共 1',
      '/c/fl106/log?renovation=3&page=2',
    ]);
    expect([log(1), log(9)]).toEqual([undefined, undefined]);
    const bulletin = (renovation: number) => toBulletin(told, { renovation, number: 1 }, today);
    expect(bulletin(2)).toMatchObject({
      ...{ heading: '改造周报 1', published: expect.stringMatching(/^微改造，6月1日 发布/) as string },
      next: { label: '下一期', link: '/c/fl106/bulletins/2?renovation=2' },
    });
    expect([bulletin(3)!.heading, bulletin(3)!.published.slice(0, 4)]).toEqual(['新周报', '6月1日']);
    expect(bulletin(1)).toBeUndefined();
  });
});
