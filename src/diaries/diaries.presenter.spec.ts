import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import type { DiaryGap } from '../domain/construction/diary';
import { formState } from '../platform/web/form';
import type { PhotoFigure } from '../platform/web/figures';
import type { BulletinRecord } from './bulletin.entity';
import { toBulletin, toBulletinSheet, toBulletinWithdrawal } from './bulletin.presenter';
import { toBulletins } from './bulletins.presenter';
import { DayOfDiary, toDiary, toDiarySheet } from './diary.presenter';

const compound = { code: 'fl106', name: '丰乐路106号院' } as Compound;
const renovation = { sequence: 1, isCurrent: true, state: 'active' } as Renovation;
const frame = {} as Frame;
const today = '2026-06-09';

describe('the diary as a page', () => {
  const photo = { alt: '粉刷' } as PhotoFigure;
  const dayOf = (on: string, gap: DiaryGap, change: object = {}): DayOfDiary => ({
    day: { on, heading: on, rows: [], told: 0, waiting: 0, ...change },
    ...{ gap, kind: '工作日', photos: [] },
  });
  const view = (days: DayOfDiary[], change: object = {}) => ({
    ...{ compound, hasRenovation: true, renovations: [], sequence: undefined, days, isOwnOnly: false, today },
    ...{ span: { from: '2026-06-08', to: today, isWhole: true }, mistyped: '', ...change },
  });

  it('shows the latest day first and says how many lack their post', () => {
    const page = toDiary(view([dayOf('2026-06-08', 'missing'), dayOf(today, 'quiet')]), frame);
    expect(page.about).toContain('6月8日 至 6月9日，2 天，其中 1 个工作日没有日报');
    expect(page.days.map(({ id, gap }) => [id, gap?.text])).toEqual([
      ['day-2026-06-09', undefined],
      ['day-2026-06-08', '这个工作日没有日报'],
    ]);
    expect(page.printLink).toBe('/compounds/fl106/diary/print?from=2026-06-08&to=2026-06-09');
  });

  it.each<[DiaryGap, number, string | undefined]>([
    ['none', 0, undefined],
    ['none', 1, '还有 1 份日报没有确认，不在日志里'],
    ['waiting', 2, '有 2 份日报没有确认，确认后写入日志'],
  ])('of a day with gap %s and %d posts that wait says %s', (gap, waiting, text) => {
    expect(toDiary(view([dayOf(today, gap, { waiting })]), frame).days[0].gap?.text).toBe(text);
  });

  it.each([
    [6, 6, ''],
    [7, 6, '还有 1 张，在当天的日报里'],
  ])('of %d photos shows %d', (count, shown, more) => {
    const day = { ...dayOf(today, 'none'), photos: Array<PhotoFigure>(count).fill(photo) };
    const [block] = toDiary(view([day]), frame).days;
    expect([block.photos.length, block.morePhotos]).toEqual([shown, more]);
  });

  it('on paper begins with the first day; photos are printed with one day alone', () => {
    const days = [dayOf('2026-06-08', 'none'), { ...dayOf(today, 'none'), photos: [photo] }];
    const range = toDiarySheet({ ...view(days), renovationName: '微改造' });
    expect(range.days.map(({ heading, photos }) => [heading, photos.length])).toEqual([
      ['2026-06-08', 0],
      [today, 0],
    ]);
    const span = { from: today, to: today, isWhole: true };
    const one = toDiarySheet({ ...view([days[1]], { span }), renovationName: '微改造' });
    expect([one.days[0].photos.length, one.about]).toEqual([
      1,
      expect.stringContaining('微改造，2026年6月9日。'),
    ]);
  });

  it('says what cannot be shown: nothing before a renovation, not more than it can, only one’s own', () => {
    expect(toDiary(view([], { hasRenovation: false }), frame).empty?.text).toContain('还没有立项');
    const span = { from: '2026-03-10', to: today, isWhole: false };
    expect(toDiary(view([], { span }), frame).note).toBe('一次最多看 92 天，更早的请分段查看。');
    expect(toDiary(view([], { isOwnOnly: true }), frame).about).toContain('本单位');
  });
});

describe('bulletins as pages', () => {
  const row = (change: Partial<BulletinRecord> = {}): BulletinRecord => ({
    ...{ id: 4, compoundId: 1, renovationId: 1, number: 2, fromOn: '2026-06-02', untilOn: '2026-06-08' },
    ...{
      title: '丰乐路106号院改造周报（6月2日 至 6月8日）',
      publishedBy: 3,
      publishedAt: '2026-06-08T10:00:00.000Z',
    },
    ...{ body: '一、总体情况\n施工 1 天。\n\n二、街道的话\n第一段。\n\n第二段。', version: 1 },
    ...{ withdrawnOn: null, withdrawnBy: null, withdrawnReason: null, ...change },
  });
  const withdrawn = { withdrawnOn: today, withdrawnBy: 3, withdrawnReason: '日期有误' };
  const view = (change: Partial<BulletinRecord> = {}, mayPublish = true) => ({
    ...{ bulletin: row(change), compound, renovation, names: new Map([[3, '项目负责人']]), mayPublish },
  });
  const list = (change: object) =>
    toBulletins(
      {
        ...{ compound, sequence: undefined, hasRenovation: true, renovations: [], bulletins: [row()] },
        ...{ mayPublish: true, worksStartOn: '2026-05-19', today, ...change },
      },
      frame,
    );

  it.each([
    ['six days after the last', '2026-06-14', { state: 'idle', word: '下一份 6月15日' }],
    ['seven days after', '2026-06-15', { state: 'doing', word: '下一份 6月15日' }],
    ['eight days after', '2026-06-16', { state: 'late', word: '下一份晚了 1 天' }],
  ])('say when the next is due, %s', (_, day, mark) => {
    expect(list({ today: day }).due).toEqual(mark);
  });

  it('of works that do not run none is due; one that was withdrawn counts for nothing', () => {
    expect(list({ worksStartOn: null }).due).toBeNull();
    const page = list({ bulletins: [row(withdrawn)], today: '2026-05-26' });
    expect(page.due?.word).toBe('下一份晚了 1 天');
    expect(page.rows[0]).toMatchObject({ name: '第 2 期', note: '2026年6月9日撤回：日期有误' });
  });

  it('are laid out by their parts, an empty line of the paragraph included', () => {
    const { parts, withdrawLink } = toBulletin(view(), frame);
    expect(parts).toEqual([
      { heading: '一、总体情况', lines: ['施工 1 天。'] },
      { heading: '二、街道的话', lines: ['第一段。', '', '第二段。'] },
    ]);
    expect(withdrawLink).toBe('/bulletins/4/withdraw');
    expect(toBulletin(view({}, false), frame).withdrawLink).toBe('');
  });

  it('once withdrawn say so on paper, and are not withdrawn again', () => {
    const sheet = toBulletinSheet(view(withdrawn), {
      place: '刘寨街道',
      address: 'https://example.org/c/fl106',
    });
    expect([sheet.stateNote, sheet.address]).toEqual(['2026年6月9日已撤回', 'example.org/c/fl106']);
    expect(toBulletin(view(withdrawn), frame).withdrawLink).toBe('');
    expect(toBulletinWithdrawal(view(withdrawn), formState({}), frame).reasons).toHaveLength(1);
  });
});
