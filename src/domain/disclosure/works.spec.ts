import { charging, kept, post, walls } from '../construction/given-construction';
import { publicDisruptions } from '../construction/announced-disruption';
import type { PublicPhoto } from './photos';
import { earlierWorks, KnownWorks, nothingBuilt, publicWorks } from './works';

const today = '2026-06-08';
const known = (change: Partial<KnownWorks> = {}): KnownWorks => ({
  ...nothingBuilt,
  items: [walls(), charging()],
  posts: [kept(1)],
  ...change,
});
const told = (change: Partial<KnownWorks> = {}, photos: PublicPhoto[] = []) =>
  publicWorks(known(change), photos, today);
const photo = (publicId: string): PublicPhoto => ({
  ...{ publicId, width: 1600, height: 1200, caption: '院门，2026年6月1日', takenOn: '2026-06-01' },
  ...{ isView: true, isOfDay: false, phase: 'during' },
});

describe('what everybody may read of the works', () => {
  it('is nothing where nobody told anything', () => {
    expect(publicWorks(nothingBuilt, [], today)).toEqual({
      ...{ items: [], days: [], progress: null, pairs: [], disruptions: [], bulletins: [] },
    });
  });

  it.each(['sent', 'returned', 'corrected', 'draft'] as const)('a post that is %s tells nothing', (state) => {
    const { items, days } = told({ posts: [kept(1, { state, sentence: '只给办公室看' })] });
    expect(days).toEqual([]);
    expect(items.map(({ share, toldOn }) => [share, toldOn])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  it('nor do they once the renovation is an earlier one', () => {
    const posts = (['sent', 'returned', 'corrected'] as const).map((state, at) =>
      kept(at + 1, { state, sentence: '只给办公室看' }),
    );
    const { items, days } = earlierWorks(known({ posts }), [], today);
    expect([days, items.map(({ share }) => share)]).toEqual([[], [0, 0]]);
  });

  it('of an earlier renovation neither how far it is nor what was planned is told', () => {
    const disruptions = publicDisruptions(
      [
        {
          ...{ id: 1, effect: 'power-off', buildings: [], from: '2026-06-12 09:00', to: '2026-06-12 11:00' },
          ...{ note: '充电桩接电', certificate: '', reason: '', cancelledOn: null },
        },
      ],
      '2026-06-08 10:00',
    );
    const works = known({ disruptions, progress: { on: today, percent: 66, planned: 70 } });
    const before = earlierWorks(works, [], today);
    expect([before.disruptions, before.progress]).toEqual([[], null]);
    expect([before.days, before.items]).toEqual([told().days, told().items]);
  });

  it('an item says from which day until which it was told of', () => {
    const values = (value: number) => [{ itemId: 3, value, reason: '' }];
    const posts = [
      kept(1, { workedOn: '2026-06-01', values: values(6_00) }),
      kept(2, { workedOn: '2026-06-05', values: values(12_00) }),
      kept(3, { workedOn: '2026-06-06', values: values(18_00), state: 'sent' }),
    ];
    expect(told({ posts }).items.map(({ firstToldOn, toldOn }) => [firstToldOn, toldOn])).toEqual([
      [null, null],
      ['2026-06-01', '2026-06-05'],
    ]);
  });

  it('a confirmed one tells how far each item is, and what was done', () => {
    const { items, days } = told({ posts: [kept(1, { sentence: '充电桩装到第 18 组' })] });
    expect(items[1]).toMatchObject({ name: '充电桩', done: '18 组，共 30 组', share: 6000, toldOn: today });
    expect(days).toEqual([
      {
        ...{ on: today, isStopped: false, weather: '晴', workers: 9, effects: [], holdups: [] },
        lines: ['充电桩：18 组，共 30 组', '充电桩装到第 18 组'],
      },
    ]);
  });

  it('phones and doors in its sentence are masked; why a value fell and what residents complained of stay inside', () => {
    const said = kept(1, {
      sentence: '3号楼2单元501室来电 13812345678',
      holdups: ['residents', 'approval', 'rain'],
      values: [{ itemId: 3, value: 18_00, reason: '上次多报' }],
    });
    const text = JSON.stringify(told({ posts: [said] }));
    for (const inside of ['13812345678', '501', '居民有意见', '等审批', '上次多报']) {
      expect(text).not.toContain(inside);
    }
    expect(text).toContain('下雨');
  });

  it('fields of rows that nobody asked for do not come out', () => {
    const { uuid: _uuid, ...rest } = post();
    const row = { ...kept(1), ...rest, row: { returnReason: '私密', correctionReason: '私密', postedBy: 9 } };
    const works = known({
      posts: [row],
      progress: { on: today, percent: 66, planned: 70, forecast: '私密' } as never,
    });
    expect(JSON.stringify(publicWorks(works, [], today))).not.toContain('私密');
  });

  it('an item that is dropped is not told', () => {
    expect(told({ items: [walls({ state: 'dropped' })] }).items).toEqual([]);
  });

  it('two pictures of a point stand side by side once both are released', () => {
    const points = [
      {
        ...{ name: '院门', isDone: false },
        before: { publicId: 'a', on: '2026-05-10' },
        now: { publicId: 'b', on: '2026-06-01' },
      },
    ];
    expect(told({ points }, [photo('a')]).pairs).toEqual([]);
    expect(told({ points }, [photo('a'), photo('b')]).pairs).toEqual([
      {
        ...{ name: '院门', isDone: false },
        before: { publicId: 'a', width: 1600, height: 1200, caption: '院门，2026年6月1日', on: '2026-05-10' },
        now: { publicId: 'b', width: 1600, height: 1200, caption: '院门，2026年6月1日', on: '2026-06-01' },
      },
    ]);
  });

  it('what is planned is told with its certificate and its reason left out', () => {
    const disruptions = publicDisruptions(
      [
        {
          ...{ id: 1, effect: 'power-off', buildings: [], from: '2026-06-12 09:00', to: '2026-06-12 11:00' },
          ...{ note: '充电桩接电', certificate: '私密 1 号', reason: '私密原因', cancelledOn: null },
        },
      ],
      '2026-06-08 10:00',
    );
    const works = told({ disruptions });
    expect(works.disruptions).toEqual([
      {
        ...{ what: '停电', where: '全院', when: '2026年6月12日 09:00 至 11:00', on: '2026-06-12' },
        ...{ note: '充电桩接电', isCancelled: false },
      },
    ]);
    expect(JSON.stringify(works)).not.toContain('私密');
  });

  it('a bulletin is masked once more', () => {
    const bulletins = [{ number: 1, title: '周报', body: '请拨 13812345678', publishedOn: today }];
    expect(told({ bulletins }).bulletins[0].body).toBe('请拨 〔电话已隐去〕');
  });
});
