import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import type { Role } from '../domain/people/roles';
import type { StructureState } from '../domain/removal/structure-states';
import { itemGrounds } from '../domain/removal/work-zones';
import type { LinkedItem } from '../plans/plan-records';
import { formState } from '../platform/web/form';
import type { ReadChange } from './ground-news.service';
import { toGroundPrint } from './ground-print.presenter';
import { GroundView } from './ground-tables.presenter';
import { toGround } from './ground.presenter';
import type { MapStructure } from './map-pins';
import type { WorkZone } from './zone.entities';

const zone = (id: number, number: number, name: string, more: Partial<WorkZone> = {}): WorkZone => ({
  ...{ id, number, name, compoundId: 7, renovationId: 1, isFirst: false },
  ...{ pinAcross: null, pinDown: null, removedOn: null, version: 1, ...more },
});
const structure = (number: number, state: StructureState, zones: number[]): MapStructure => ({
  ...{ id: 40 + number, number, state, zones, link: `/structures/${40 + number}` },
  pin: { across: 800, down: 500 },
});
const item = (line: number, name: string) => ({ line, name, place: '院内' }) as LinkedItem;
const change = (id: number, line: number, read: number[] = []): ReadChange => ({
  ...{ id, line, change: 'freed', changedOn: '2026-05-18', changedAt: '', changedBy: 3 },
  ...{ compoundId: 7, renovationId: 1 },
  readings: read.map((organisationId) => ({
    ...{ id: organisationId, changeId: id, organisationId, readBy: 5, readOn: '2026-05-19' },
  })),
});

const zones = [
  zone(1, 1, '院门东侧', { isFirst: true, pinAcross: 120, pinDown: 640 }),
  zone(2, 2, '1-301 窗下'),
];
const structures = [
  structure(1, 'standing', [1]),
  structure(2, 'verified', [1]),
  structure(3, 'retained-legal', []),
  structure(4, 'struck-out', [1]),
];
const items = [
  { line: 1, zones: [1, 2] },
  { line: 2, zones: [2] },
];
const given: GroundView = {
  compound: { id: 7, code: 'fl106', name: '丰乐路106号院' } as Compound,
  renovation: { id: 1, name: '微改造', sequence: 1, isCurrent: true, state: 'active' } as Renovation,
  renovations: [],
  role: 'community-worker',
  sketch: { id: 9, width: 960, height: 720 },
  records: {
    zones,
    items,
    grounds: itemGrounds(items, structures),
    structures,
    plan: {
      number: 1,
      fixedOn: '2026-04-26',
      items: [item(1, '公共车棚'), item(2, '充电桩'), item(3, '飞线入地')],
    },
  },
  news: { changes: [], firms: new Map(), firmId: null },
};
const ground = (view: Partial<GroundView> = {}) =>
  toGround({ ...given, ...view }, formState({}), {} as Frame).ground!;

describe('the map of the ground', () => {
  it('for the offices: pins by state with the way to the case, zones by letter', () => {
    const { drawing, about } = ground();
    expect(about).toBe('2 个施工区域，2 项改造内容落到区域上，1 项受阻');
    expect(drawing).toMatchObject({ src: '/files/9/1600.jpg', height: 750 });
    expect(drawing!.zones).toEqual([{ x: 120, y: 480, letter: 'A', label: 'A区 院门东侧' }]);
    expect(drawing!.structures.map(({ number, look, link }) => [number, look, link])).toEqual([
      [1, 'late', '/structures/41'],
      [2, 'done', '/structures/42'],
      [3, 'done', '/structures/43'],
    ]);
    expect(drawing!.structures[0].label).toBe('第 1 处，待处理');
  });

  it.each<Role>(['contractor', 'supervisor'])(
    'for a %s: numbers of what is in the way, nothing else',
    (role) => {
      const seen = ground({ role });
      expect(seen.drawing!.structures.map(({ label, look, link }) => [label, look, link])).toEqual([
        ['第 1 处', 'plain', ''],
        ['第 3 处', 'plain', ''],
      ]);
      expect(seen.zones[0].structures).toEqual([{ number: '第 1 处', link: '' }]);
      expect(seen.zones[0].links).toEqual([]);
      expect(seen.zones[1].name).not.toContain('1-301');
      expect(JSON.stringify(seen)).not.toMatch(/待处理|\/structures\//);
    },
  );

  it('says of each item on a zone whether it may begin, and of the others once that nothing holds them', () => {
    const seen = ground();
    expect(
      seen.items.map(({ name, zones: where, status, words }) => [name, where, status.word, words]),
    ).toEqual([
      ['公共车棚', 'A区、B区', '受阻 1 处', '受阻：第 1 处还没有拆除复核'],
      ['充电桩', 'B区', '可开工', '可开工'],
    ]);
    expect(seen.freeItems).toBe('另有 1 项没有落到施工区域上，不受场地限制：飞线入地');
    expect(seen.itemsEmpty).toBeUndefined();
  });

  it('zone by zone: what stands in it, how much is left, what lies on it', () => {
    const [first, second] = ground().zones;
    expect(first).toMatchObject({ isFirst: true, clear: { word: '还有 1 处没有清完' }, items: '公共车棚' });
    expect(first.structures.map(({ number }) => number)).toEqual(['第 1 处', '第 2 处']);
    expect(second).toMatchObject({ isFirst: false, clear: { word: '场地已清' }, structures: [] });
    expect(ground().unplaced.map(({ number }) => number)).toEqual(['第 3 处']);
  });

  it('while nothing is fixed leads to the plan', () => {
    const seen = ground({ records: { ...given.records, plan: null } });
    expect(seen.itemsEmpty).toMatchObject({ link: '/compounds/fl106/plan' });
    expect([seen.items, seen.freeItems]).toEqual([[], '']);
  });

  it('is changed by those who may, in a renovation that goes on', () => {
    const labels = (view: Partial<GroundView>) => ground(view).actions.map(({ label }) => label);
    expect(labels({})).toEqual(['添加施工区域', '更换草图', '打印作战图']);
    expect(labels({ sketch: null })).toEqual(['添加施工区域', '上传草图', '打印作战图']);
    expect(labels({ role: 'auditor' })).toEqual(['打印作战图']);
    const closed = { ...given.renovation, state: 'closed' as const };
    expect(labels({ renovation: closed })).toEqual(['打印作战图']);
    expect(labels({ renovation: { ...given.renovation, isCurrent: false } })).toEqual(['打印作战图']);
  });

  it('on paper leads nowhere', () => {
    expect(JSON.stringify(toGroundPrint(given).drawing)).not.toContain('/structures/');
    expect(toGroundPrint(given).zones.every(({ links }) => links.length === 0)).toBe(true);
  });
});

describe('the news of the ground', () => {
  const news = (view: Partial<GroundView['news']>, role: Role) =>
    ground({ role, news: { changes: [], firms: new Map([[8, '示例建设']]), firmId: null, ...view } }).news;

  it('is left out while there is none', () => {
    expect(news({}, 'contractor')).toBeUndefined();
  });

  it('a firm acknowledges what it has not seen, all at once', () => {
    const seen = news({ changes: [change(6, 2), change(5, 1)], firmId: 8 }, 'contractor');
    expect(seen!.lines[0]).toMatchObject({
      words: '充电桩：场地已清，可以开工',
      status: { word: '还没有看' },
    });
    expect(seen!.read).toEqual({
      ...{ action: '/compounds/fl106/ground/readings', upTo: 6, label: '知道了，2 项都看过' },
    });
    expect(news({ changes: [change(6, 2, [8])], firmId: 8 }, 'contractor')!.read).toBeUndefined();
  });

  it('an office sees what nobody has read, and who has', () => {
    const seen = news({ changes: [change(6, 2), change(5, 1, [8])] }, 'street-manager')!;
    expect(seen.lines.map(({ status }) => status.word)).toEqual([
      '参建单位还没有看',
      '已看：示例建设 2026年5月19日',
    ]);
    expect(seen.read).toBeUndefined();
  });
});
