import type { Compound } from '../compounds/compound.entity';
import type { RenovationChoice } from '../compounds/compounds.desk';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import { pointSeries } from '../domain/construction/photo-points';
import type { StoredFile } from '../files/stored-file.entity';
import { formState } from '../platform/web/form';
import { toHint, toHints } from './hints.presenter';
import { toPointLabels } from './point-labels.presenter';
import { toPoint } from './point.presenter';
import { toPoints } from './points.presenter';
import type { PhotoHintRecord, PhotoPointRecord, PointPhotoRecord } from './site-photo.entities';

const today = '2026-06-12';
const compound = { id: 1, code: 'fl106', name: '丰乐路106号院' } as Compound;
const renovation = { id: 1, state: 'active', sequence: 1, isCurrent: true } as Renovation;
const frame = { crumbs: [], head: {} } as unknown as Frame;
const choice: RenovationChoice = { compound, renovations: [renovation], renovation };
const point: PhotoPointRecord = {
  ...{ id: 5, compoundId: 1, renovationId: 1, number: 1, name: '院门', place: '朝北', referenceId: 1 },
  ...{ pinAcross: null, pinDown: null, retiredOn: null, recordedBy: 4, version: 1 },
  recordedAt: '2026-05-10T02:00:00.000Z',
};
const shot = (id: number, shownOn: string): PointPhotoRecord => ({
  ...{ id, pointId: 5, fileId: id, shownOn, recordedBy: 4, recordedAt: `${shownOn}T02:00:00.000Z` },
});
const file = (id: number, publishedAt: string | null = null) =>
  ({ id, publicId: `p${id}`, width: 1600, height: 1200, caption: '院门', publishedAt }) as StoredFile;
const photos = [shot(1, '2026-05-10'), shot(2, '2026-06-08')];
const days = { startedOn: '2026-05-19', finishedOn: null };
const files = new Map([file(1, '2026-05-11'), file(2)].map((one) => [one.id, one]));
const hint: PhotoHintRecord = {
  ...{ id: 9, compoundId: 1, fileId: 2, kind: 'nearly-same', text: '很像', ofFileId: 1, version: 1 },
  ...{ notedAt: '2026-06-08T02:00:00.000Z', answer: null, answeredBy: null, answeredAt: null },
};
const tab = (change: Partial<Parameters<typeof toPoints>[0]> = {}) =>
  toPoints(
    {
      ...{ choice, points: [point], series: pointSeries([point], photos, days) },
      ...{ photos: new Map([[5, photos]]), files, hints: 0, role: 'street-manager', today, ...change },
    },
    frame,
  );

describe('tab 拍照点', () => {
  it('shows each point before and now', () => {
    const [card] = tab().cards;
    expect(card).toMatchObject({
      ...{ name: '1 号点 院门', link: '/points/5', counts: '共 2 张' },
      mark: { state: 'doing', word: '改造中' },
      before: { tag: '改造前 5月10日' },
      now: { tag: '改造中 6月8日' },
    });
  });

  it('says what is missing', () => {
    const over = { startedOn: '2026-05-19', finishedOn: '2026-06-10' };
    const series = pointSeries([point], photos, over);
    expect(tab({ series }).cards[0].mark).toEqual({ state: 'idle', word: '缺改造后照片' });
  });

  it('counts the hints that wait, for those who read them', () => {
    expect(tab({ hints: 2 }).hints!.mark).toEqual({ state: 'late', word: '待核对 2 张' });
    expect(tab({ hints: null }).hints).toBeUndefined();
  });

  it('a retired point stands by itself, and offers no label', () => {
    const retired = { ...point, retiredOn: '2026-06-01' };
    const page = tab({ points: [retired], series: [] });
    expect(page.retired).toEqual([
      { name: '1 号点 院门', link: '/points/5', day: '2026年6月1日', photos: '2 张' },
    ]);
    expect(page.actions.map(({ label }) => label)).toEqual(['登记拍照点']);
  });

  it('offers nothing to write to those who only read, nor before the first renovation', () => {
    expect(tab({ role: 'contractor' }).actions.map(({ label }) => label)).toEqual(['打印标签']);
    const before = tab({ choice: { ...choice, renovation: null }, points: [], series: [] });
    expect([before.actions, before.empty?.text]).toEqual([[], expect.stringContaining('还没有立项')]);
  });
});

describe('the page of a point', () => {
  const view = {
    ...{ compound, renovation, point, photos, files, days, recordedBy: '粮运社区', today },
    ...{ hints: new Map([[2, [hint]]]), add: formState({}), kept: [], use: formState({}) },
  };

  it('matches photos by what the works were doing, and leads the manager to release them', () => {
    const { phases } = toPoint({ ...view, role: 'street-manager' }, frame);
    expect(phases.map(({ name, shots }) => [name, shots.map(({ day }) => day)])).toEqual([
      ['改造前', ['5月10日']],
      ['改造中', ['6月8日']],
      ['改造后', []],
    ]);
    expect(phases[0].shots[0]).toMatchObject({ mark: { word: '已公开' } });
    expect(phases[1].shots[0]).toMatchObject({
      ...{ publishLink: '/files/2/publish', hints: [{ text: '很像', link: '/photo-hints/9' }] },
    });
  });

  it('the builder adds photos, and reads no hints', () => {
    const page = toPoint({ ...view, role: 'contractor' }, frame);
    expect([page.add?.action, page.use]).toEqual(['/points/5/photos', undefined]);
    expect(page.phases[1].shots[0].hints).toEqual([]);
  });

  it('once it is retired, or the works are over, takes none', () => {
    const retired = { ...view, role: 'street-manager' as const, point: { ...point, retiredOn: today } };
    expect(toPoint(retired, frame)).toMatchObject({ use: { label: '恢复使用' } });
    expect(toPoint(retired, frame).add).toBeUndefined();
    const closed = { ...renovation, state: 'closed' } as Renovation;
    const over = toPoint({ ...view, role: 'street-manager', renovation: closed }, frame);
    expect([over.add, over.use]).toEqual([undefined, undefined]);
  });
});

it('a label leads the phone to the photo of its point', () => {
  const asked: string[] = [];
  const qr = { size: 1, path: '', viewBox: '' };
  const at = (path: string) => (asked.push(path), { text: `https://yx.example${path}`, qr });
  const page = toPointLabels(compound, [point], { at });
  expect(asked).toEqual(['/m/point?id=5']);
  expect(page).toMatchObject({ isOne: true, isLocalOnly: false, empty: '' });
  expect(page.labels[0].address).toBe('yx.example/m/point?id=5');
});

describe('a hint', () => {
  const view = {
    ...{ compound, hint, file: file(2), other: null, people: new Map(), today },
    ...{ role: 'supervisor' as const, form: formState({}), wasStale: false },
  };

  it('says where the other photo lies out of sight, and shows it where it does not', () => {
    expect(toHint(view, frame).hidden).toContain('不在本单位管理的楼院里');
    expect(toHint({ ...view, other: file(1) }, frame)).toMatchObject({
      hidden: '',
      other: { tag: '以前的照片' },
    });
    expect(toHint({ ...view, hint: { ...hint, ofFileId: null } }, frame).hidden).toBe('');
  });

  it('is answered by those who confirm, and read by others', () => {
    expect(toHint(view, frame).action).toBe('/photo-hints/9/answers');
    expect(toHint({ ...view, role: 'auditor' }, frame).action).toBeUndefined();
  });

  it('tells in the list who looked and what they saw', () => {
    const answered = { ...hint, answer: '不是同一张', answeredBy: 7, answeredAt: '2026-06-09T02:00:00.000Z' };
    const list = {
      ...{ compound, hints: [answered], total: 1, page: 1, all: true, files, today },
      people: new Map([[7, '监理工程师']]),
    };
    expect(toHints(list, frame).rows[0]).toMatchObject({
      ...{ kind: '可能用过', answer: '不是同一张（监理工程师 6月9日）', link: '/photo-hints/9' },
      mark: { state: 'done', word: '已核对' },
    });
    expect(toHints({ ...list, hints: [], total: 0, all: false }, frame).empty?.text).toBe(
      '没有要核对的照片。',
    );
  });
});
