import {
  bulletin,
  bulletinBlockers,
  bulletinDays,
  bulletinDueOn,
  BulletinSources,
  bulletinWarnings,
  bulletinWithdrawalBlockers,
  feltEffects,
  nextBulletinDays,
} from './bulletin';
import { diaryDay, diaryRange, diarySpan, DiarySources, gapOf } from './diary';
import { charging, codesOf, kept, today, walls } from './given-construction';
import { publicWorkDays, publicWorkItems } from './public-works';
import type { WorkItem } from './work-item';

const secret = '业主电话 13812345678，住 3号楼2单元501室';
const posts = [
  kept(1, { workedOn: '2026-06-01', values: [{ itemId: 3, value: 10_00, reason: '' }], workers: 8 }),
  kept(2, {
    ...{ workedOn: today, values: [{ itemId: 3, value: 18_00, reason: '' }], weather: 'rain', workers: 9 },
    ...{ holdups: ['rain', 'residents'], effects: ['noise'], sentence: secret },
  }),
  kept(3, {
    workedOn: today,
    contractId: 2,
    state: 'sent',
    values: [{ itemId: 1, value: 90_00, reason: '' }],
  }),
  kept(4, {
    workedOn: '2026-06-05',
    kind: 'stopped',
    values: [],
    workers: 0,
    holdups: ['rain'],
    weather: 'heavy-rain',
  }),
].map((one) => ({ ...one, contractName: '改造施工' }));
const items = [walls(), charging(), charging({ id: 9, name: '不做的', state: 'dropped' })];

describe('the diary of a day', () => {
  const sources: DiarySources = {
    ...{ items, posts, stops: [], meetings: [{ on: today, title: '四方联席会' }] },
    concealed: [{ part: '排水管', state: 'accepted', on: today, witnesses: ['contractor', 'supervisor'] }],
    inspections: [{ kind: 'quality', lookedOn: today, inspectors: ['supervisor'], opinion: '', findings: 2 }],
  };

  it('is put together from what was confirmed, and says what waits', () => {
    const day = diaryDay(sources, today);
    expect(day.heading).toBe('2026年6月8日 星期一');
    expect(day.waiting).toBe(1);
    expect(Object.fromEntries(day.rows.map(({ name, lines }) => [name, lines]))).toEqual({
      天气: ['小雨'],
      出勤: ['改造施工：9 人'],
      施工内容和完成量: ['充电桩：累计 18 组，共 30 组（此前 10 组）'],
      情况说明: [secret],
      受阻原因: ['下雨', '居民有意见'],
      影响居民: ['噪音'],
      隐蔽验收: ['排水管：检查合格，可以覆盖（施工方、监理在场）'],
      检查意见: ['质量检查（监理）：发现 2 个问题'],
      会议: ['四方联席会'],
    });
  });

  it('of a day without work says so, with the order that stopped it', () => {
    const stop = { id: 1, state: 'stopped', cause: 'weather', stoppedOn: '2026-06-05' } as const;
    const stops = [{ ...stop, resumedOn: today, itemIds: [], zones: [] }];
    expect(diaryDay({ ...sources, stops }, '2026-06-05').rows).toEqual([
      { name: '天气', lines: ['中雨以上'] },
      { name: '出勤', lines: ['改造施工：今日停工'] },
      { name: '受阻原因', lines: ['下雨'] },
      { name: '停工', lines: ['2026年6月5日起停工：恶劣天气'] },
    ]);
  });

  it('of a range keeps the days of which nothing is told', () => {
    const days = diaryRange(sources, '2026-06-05', '2026-06-07');
    expect(days.map(({ on, rows }) => [on, rows.length])).toEqual([
      ['2026-06-05', 3],
      ['2026-06-06', 0],
      ['2026-06-07', 0],
    ]);
  });
});

describe('which days a diary shows', () => {
  const week = { from: '2026-06-02', to: today };

  it.each<[string, string | null, string | null, { from: string; to: string }, boolean]>([
    ['nothing asked for', null, null, week, true],
    ['one day', '2026-06-05', '2026-06-05', { from: '2026-06-05', to: '2026-06-05' }, true],
    ['until tomorrow', '2026-06-05', '2026-06-09', { from: '2026-06-05', to: today }, true],
    ['the wrong way round', today, '2026-06-05', { from: '2026-06-05', to: today }, true],
    ['only the first day', '2026-06-05', null, { from: '2026-06-05', to: today }, true],
    ['only the last day', null, '2026-06-05', { from: '2026-05-30', to: '2026-06-05' }, true],
    ['92 days', '2026-03-09', null, { from: '2026-03-09', to: today }, true],
    ['93 days', '2026-03-08', null, { from: '2026-03-09', to: today }, false],
  ])('%s', (_, from, to, span, isWhole) => {
    expect(diarySpan(from, to, today)).toEqual({ ...span, isWhole });
  });

  it('a day says why there is nothing in it', () => {
    const stop = { id: 1, state: 'resumed', cause: 'weather', stoppedOn: '2026-06-03' } as const;
    const stops = [{ ...stop, resumedOn: '2026-06-04', itemIds: [], zones: [] }];
    const builder = { state: 'running', startsOn: '2026-06-01', finishOn: '2026-06-10' } as const;
    const calendar = { years: [2026], holidays: [], workdays: [] };
    const given = (on: string, day: { told?: number; waiting?: number } = {}, change: object = {}) =>
      gapOf(
        { told: 0, waiting: 0, ...day, on },
        [{ ...builder, ...change }],
        stops,
        calendar,
        '2026-06-12 18:00',
      );
    expect(given('2026-06-05')).toBe('missing');
    expect(given('2026-06-05', { waiting: 1 })).toBe('waiting');
    expect(given('2026-06-05', { told: 1, waiting: 1 })).toBe('none');
    expect([given('2026-05-29'), given('2026-06-01'), given('2026-06-06')]).toEqual([
      'quiet',
      'missing',
      'quiet',
    ]);
    expect([given('2026-06-11'), given('2026-06-11', {}, { state: 'finished' })]).toEqual([
      'missing',
      'quiet',
    ]);
    expect([
      given('2026-06-10', {}, { state: 'finished' }),
      given('2026-06-05', {}, { state: 'prepared' }),
    ]).toEqual(['missing', 'quiet']);
    expect([given('2026-06-03'), given('2026-06-04')]).toEqual(['quiet', 'missing']);
    const today = { on: '2026-06-05', told: 0, waiting: 0 };
    expect(['17:59', '18:00'].map((at) => gapOf(today, [builder], [], calendar, `2026-06-05 ${at}`))).toEqual(
      ['quiet', 'missing'],
    );
  });
});

describe('the weekly bulletin', () => {
  const sources = (change: Partial<BulletinSources> = {}): BulletinSources => ({
    ...{
      compoundName: '丰乐路106号院',
      from: '2026-06-02',
      to: today,
      items,
      posts,
      progress: '总体完成 62%。',
    },
    ...{
      ahead: ['停水：3号楼'],
      closedFindings: 2,
      acceptedConcealed: 1,
      paragraph: '本周多雨。',
      ...change,
    },
  });

  it('goes over seven days', () => {
    expect(bulletinDays(today)).toEqual({ from: '2026-06-02', to: today });
  });

  it('writes itself, with one paragraph of the manager', () => {
    const { title, text } = bulletin(sources(), today);
    expect(title).toBe('丰乐路106号院改造周报（6月2日 至 6月8日）');
    expect(text).toBe(
      [
        '一、总体情况\n总体完成 62%。\n施工 1 天，最多 9 人，停工 1 天。\n受影响的原因：下雨。',
        '二、这一周做了什么\n充电桩：从 10 组到 18 组，共 30 组。',
        '三、检查和验收\n隐蔽工程检查合格 1 处。\n检查发现的问题整改复查通过 2 个。',
        '四、接下来\n院墙、走廊粉刷：施工中，计划 6月12日 完工。\n充电桩：施工中，计划 6月12日 完工。\n停水：3号楼',
        '五、街道的话\n本周多雨。',
      ].join('\n\n'),
    );
  });

  it.each<[string, Partial<WorkItem>, string]>([
    ['that ends tomorrow', { plannedFinishOn: '2026-06-09' }, '施工中，计划 6月9日 完工。'],
    ['that should be done today', { plannedFinishOn: today }, '施工中，原计划 6月8日 完工，还没有做完。'],
    ['of which everything is confirmed', { quantity: 18_00 }, '已做完，等待验收。'],
    ['that begins in a week', { state: 'planned', plannedStartOn: '2026-06-15' }, '计划 6月15日 开工。'],
  ])('tells of an item %s', (_, change, said) => {
    expect(bulletin(sources({ items: [charging(change)], ahead: [] }), today).text).toContain(
      `充电桩：${said}`,
    );
  });

  it('is silent of an item that begins later than in a week', () => {
    const later = charging({ state: 'planned', plannedStartOn: '2026-06-16' });
    expect(bulletin(sources({ items: [later], posts: [] }), today).text).not.toContain('充电桩');
  });

  it('says that nothing was confirmed, and leaves out what is empty', () => {
    const { text } = bulletin(
      sources({
        posts: [],
        items: [],
        progress: null,
        ahead: [],
        closedFindings: 0,
        acceptedConcealed: 0,
        paragraph: ' ',
      }),
      today,
    );
    expect(text).toBe('一、总体情况\n这一周没有经确认的施工记录。');
  });

  it('masks what points at a household, and says so before it is published', () => {
    const written = bulletin(sources({ paragraph: secret }), today);
    expect(written.text).not.toContain('13812345678');
    expect(written.text).not.toContain('501');
    expect(codesOf(bulletinWarnings(sources(), written))).toEqual(['bulletin-waiting', 'bulletin-redacted']);
    expect(codesOf(bulletinWarnings(sources({ posts: [] }), bulletin(sources(), today)))).toEqual([]);
  });

  it('keeps a work phone that is published anyway', () => {
    const { text } = bulletin(sources({ paragraph: '请打 0371-66668888' }), today, ['0371-66668888']);
    expect(text).toContain('0371-66668888');
  });

  it.each<[string, Partial<BulletinSources>, string[]]>([
    ['of days that are over', {}, []],
    ['that ends tomorrow', { to: '2026-06-09' }, ['bulletin-future']],
    ['that ends before it begins', { to: '2026-06-01' }, ['bulletin-days']],
    ['of 31 days', { from: '2026-05-09' }, []],
    ['of 32 days', { from: '2026-05-08' }, ['bulletin-long']],
    ['with a paragraph of three hundred characters', { paragraph: '长'.repeat(300) }, []],
    ['with a paragraph of three hundred and one', { paragraph: '长'.repeat(301) }, ['bulletin-paragraph']],
  ])('%s', (_, change, expected) => {
    expect(codesOf(bulletinBlockers(sources(change), [], 'street-manager', today))).toEqual(expected);
  });

  it.each([
    ['that ends on the day before', '2026-06-01', []],
    ['that tells of its first day', '2026-06-02', ['bulletin-twice']],
  ])('beside one %s', (_, to, expected) => {
    const published = [{ from: '2026-05-26', to }];
    expect(codesOf(bulletinBlockers(sources(), published, 'street-manager', today))).toEqual(expected);
  });

  it('is due seven days after the last, or a week after the works began', () => {
    expect(bulletinDueOn('2026-06-01', '2026-05-19')).toBe('2026-06-08');
    expect(bulletinDueOn(null, '2026-06-02')).toBe('2026-06-08');
  });

  it.each([
    ['before the first', null, '2026-06-02'],
    ['three days after the last', '2026-06-05', '2026-06-06'],
    ['long after the last', '2026-05-01', '2026-06-02'],
    ['on the day of the last', today, '2026-06-02'],
  ])('tells, %s, of the days since', (_, lastOn, from) => {
    expect(nextBulletinDays(lastOn, today)).toEqual({ from, to: today });
  });

  it('is withdrawn once', () => {
    expect(bulletinWithdrawalBlockers(null)).toEqual([]);
    expect(codesOf(bulletinWithdrawalBlockers('2026-06-09'))).toEqual(['bulletin-withdrawn']);
  });

  it('is published by the street manager', () => {
    expect(codesOf(bulletinBlockers(sources(), [], 'contractor', today))).toEqual(['bulletin-role']);
    expect(feltEffects(posts)).toBe('噪音');
  });
});

describe('what everybody may read of the works', () => {
  it('how far each item is by what was confirmed, without what is not built', () => {
    expect(publicWorkItems(items, posts, today)).toMatchObject([
      { name: '院墙、走廊粉刷', done: '0%', share: 0, toldOn: null },
      { name: '充电桩', done: '18 组，共 30 组', share: 60_00, toldOn: today },
    ]);
    expect(publicWorkItems(items, posts, '2026-06-07')[1].share).toBe(33_33);
  });

  it('each day, the newest first, without what waits, without phones and doors, without complaints of residents', () => {
    const days = publicWorkDays(items, posts);
    expect(days.map(({ on, isStopped }) => [on, isStopped])).toEqual([
      [today, false],
      ['2026-06-05', true],
      ['2026-06-01', false],
    ]);
    expect(days[0]).toMatchObject({ weather: '小雨', workers: 9, effects: ['噪音'], holdups: ['下雨'] });
    expect(JSON.stringify(days)).not.toMatch(/13812345678|501|粉刷/);
  });
});
