import { workCalendar } from '../removal/given-removal';
import { charging, contract, kept, post, today, walls } from './given-construction';
import { MissingLevel, missingDueOn, missingPosts } from './missing-posts';
import { prefilled, sameAsLast, sameBlockers } from './post-prefill';
import { confirmedSeries, confirmedValue, neighbours } from './told-values';

const on = (id: number, workedOn: string, value: number, change: Parameters<typeof kept>[1] = {}) =>
  kept(id, { workedOn, values: [{ itemId: 3, value, reason: '' }], ...change });

describe('how far an item is', () => {
  const posts = [
    on(1, '2026-06-03', 10_00),
    on(2, '2026-06-05', 15_00),
    on(3, '2026-06-04', 12_00, { state: 'sent' }),
    on(4, '2026-06-05', 16_00, { state: 'sent' }),
    on(5, '2026-06-08', 20_00, { state: 'returned' }),
    on(6, '2026-06-02', 25_00, { state: 'corrected' }),
  ];

  it('only what was confirmed counts, and it stands until a later day says another', () => {
    expect(confirmedSeries(3, posts)).toEqual([
      { on: '2026-06-03', value: 10_00 },
      { on: '2026-06-05', value: 15_00 },
    ]);
    const days = ['2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05', '2026-06-30'];
    expect(days.map((day) => confirmedValue(3, posts, day))).toEqual([0, 10_00, 10_00, 15_00, 15_00]);
    expect(confirmedValue(9, posts, today)).toBe(0);
  });

  it('the next post is measured by what was told around its day, a correction before what it corrects', () => {
    expect(neighbours(3, posts, today)).toEqual({ before: { on: '2026-06-05', value: 16_00 }, after: null });
    expect(neighbours(3, posts, '2026-06-04')).toEqual({
      before: { on: '2026-06-03', value: 10_00 },
      after: { on: '2026-06-05', value: 16_00 },
    });
    expect(neighbours(3, posts, '2026-06-03').before).toBeNull();
  });
});

describe('what the form opens with', () => {
  const items = [
    walls(),
    charging(),
    charging({ id: 4, state: 'finished' }),
    charging({ id: 5, contractId: 2 }),
  ];
  const where = { uuid: post().uuid, contractId: 1, workedOn: today };
  const stoppedSunday = kept(3, { kind: 'stopped', workedOn: '2026-06-07', values: [], workers: 0 });
  const posts = [
    on(2, '2026-06-05', 15_00, { workers: 8, effects: ['noise'], holdups: ['people'] }),
    ...[stoppedSunday, on(4, today, 18_00)],
  ];

  it('the open items of the contract, with what was told last before the day', () => {
    expect(prefilled(items, posts, where)).toMatchObject({
      workers: 8,
      items: [
        { item: { id: 1 }, value: 0, toldOn: null },
        { item: { id: 3 }, value: 15_00, toldOn: '2026-06-05' },
      ],
    });
  });

  it('「同昨天」 copies the crew of the last day of work, and neither progress nor what residents felt', () => {
    expect(sameAsLast(where, items, posts)).toMatchObject({
      ...{ kind: 'work', workedOn: today, workers: 8, effects: [], holdups: [], weather: null, photos: 0 },
      values: [{ itemId: 3, value: 15_00, reason: '' }],
      sentence: '人员和部位同前一个施工日，进度没有变化',
    });
  });

  it('「同昨天」 leaves out what is finished meanwhile, and is not offered before the first day', () => {
    const done = [charging({ state: 'finished' })];
    expect(sameAsLast(where, done, posts)?.values).toEqual([]);
    expect(sameAsLast(where, items, [])).toBeUndefined();
    expect(sameAsLast(where, items, [stoppedSunday])).toBeUndefined();
  });

  it('「同昨天」 beside a value that was changed is refused, so that the value is not lost', () => {
    expect(sameBlockers([])).toEqual([]);
    expect(sameBlockers(post().values).map(({ text }) => text)).toEqual([
      '进度有改动，请点「提交日报」；要同昨天，请先改回原来的数',
    ]);
  });
});

describe('a day without its post', () => {
  const from = contract({ startsOn: '2026-06-03' });
  const all = ['2026-06-03', '2026-06-04', '2026-06-05', '2026-06-08'];
  const missing = (told: string[], now: string, stops: Parameters<typeof missingPosts>[2] = []) =>
    missingPosts(from, told, stops, workCalendar, now);

  it.each<[string, string, MissingLevel | null]>([
    ['before six in the evening of the day', `${today} 17:59`, null],
    ['at six in the evening of the day', `${today} 18:00`, 'today'],
    ['on the next day', '2026-06-09 00:00', 'foreman'],
    ['on the last minute of the next day', '2026-06-09 23:59', 'foreman'],
    ['after two working days', '2026-06-10 00:00', 'manager'],
  ])('is told %s', (_, now, expected) => {
    const found = missing([...all.slice(0, 3), '2026-06-09', '2026-06-10'], now);
    expect(found).toEqual(expected ? [{ on: today, level: expected }] : []);
  });

  it('Saturdays and Sundays are not counted, neither as missing nor as waiting', () => {
    expect(missing(['2026-06-03', '2026-06-04', today], `${today} 09:00`)).toEqual([
      { on: '2026-06-05', level: 'foreman' },
    ]);
    expect(missing(all, `${today} 23:59`)).toEqual([]);
  });

  it('is not asked for while everything is stopped, but while only one item is', () => {
    const order = { id: 1, state: 'stopped', cause: 'safety', stoppedOn: '2026-06-03' } as const;
    const stop = { ...order, resumedOn: null, itemIds: [], zones: [] };
    expect(missing([], `${today} 19:00`, [stop])).toEqual([]);
    expect(missing([], `${today} 19:00`, [{ ...stop, itemIds: [3] }])).toHaveLength(4);
  });

  it('is not asked for under a contract that does not run', () => {
    const ended = contract({ state: 'ended' });
    expect(missingPosts(ended, [], [], workCalendar, `${today} 19:00`)).toEqual([]);
  });

  it('are red in the lists once five days are over', () => {
    expect(missingDueOn('2026-06-01')).toBe('2026-06-06');
  });
});
