import { boardAddress, readBoardQuery } from './board-query';
import { finishForecast } from '../domain/progress/finish-forecast';
import { yardCourse } from '../domain/progress/given-progress';
import { ProgressLevel, progressOn } from '../domain/progress/progress-on';
import type { ProgressStanding } from '../progress/progress.totals';
import { toBoard } from './board.presenter';
import { BoardLine } from './board.service';
import type { LedgerStanding } from '../domain/removal/living-ledger';
import { givenLine, today } from './given-line';

const query = readBoardQuery({});
const signs = new Map<number, LedgerStanding>();
const works = new Map<number, ProgressStanding>();
const board = (lines: BoardLine[], missing: number | null = 3, missingByLaw = 1) =>
  toBoard(
    {
      lines,
      atAnyStage: lines,
      page: lines.map((line) => ({ ...line, missing, missingByLaw })),
      signs,
      works,
    },
    query,
    [],
    today,
  );

describe('a line of the board', () => {
  it('puts plan against fact', () => {
    expect(board([givenLine()]).rows).toEqual([
      {
        link: '/compounds/fl106',
        name: '丰乐路106号院',
        place: '刘寨街道 · 粮运社区',
        stage: { state: 'doing', word: '施工改造' },
        bar: { label: '走完 3 步，共 6 步', solid: 50, hatch: 17, from: 50 },
        planned: '7月11日',
        forecast: '7月11日',
        drift: '0',
        households: '28',
        missing: '3 项，法定 1',
        works: '—',
        updated: '6月8日',
      },
    ]);
  });

  it.each([
    [
      'overdue',
      { overdueDays: 12, driftDays: 12 },
      { stage: { state: 'late', word: '施工改造 · 逾期 12 天' }, drift: '+12' },
    ],
    ['early', { driftDays: -4 }, { drift: '-4' }],
    ['without a community', { community: null }, { place: '刘寨街道 · 社区待定' }],
    ['of the year before', { plannedFinishOn: '2025-11-20' }, { planned: '2025年11月20日' }],
    ['nobody told of for long', { staleDays: 9 }, { updatedStale: true }],
    ['paused', { state: 'paused' as const }, { stage: { state: 'late', word: '施工改造（已暂停）' } }],
    [
      'that was never opened',
      { stage: null, state: null, removal: null },
      { stage: { state: 'idle', word: '未立项' }, bar: { label: '还没有开始' } },
    ],
    [
      'closed',
      { state: 'closed' as const },
      { stage: { state: 'done', word: '已办结' }, bar: { label: '六步走完', solid: 100 } },
    ],
    ['never touched', { updatedAt: null, householdCount: null }, { updated: '—', households: '—' }],
  ])('%s', (_, change, expected) => {
    expect(board([givenLine(change)]).rows[0]).toMatchObject(expected);
  });

  it.each([
    [0, 0, '齐了'],
    [2, 0, '2 项'],
    [2, 2, '2 项，法定 2'],
    [null, 0, '—'],
  ])('lacks %j, by law %j: %s', (missing, byLaw, said) => {
    expect(board([givenLine()], missing, byLaw).rows[0].missing).toBe(said);
  });
});

describe('the works on the board', () => {
  const standing = (level: ProgressLevel): ProgressStanding => ({
    ...{ plannedFinishOn: '2026-06-18', begunOn: '2026-05-19', done: 1, all: 7 },
    forecast: finishForecast(yardCourse(), today),
    progress: { ...progressOn(yardCourse(), '2026-06-08')!, level },
  });
  const rowOf = (level: ProgressLevel) => {
    const page = [{ ...givenLine({ renovationId: 3 }), missing: 0, missingByLaw: 0 }];
    const found = { lines: page, atAnyStage: page, page, signs, works: new Map([[3, standing(level)]]) };
    return toBoard(found, query, [], today).rows[0];
  };

  it.each<[ProgressLevel, true | undefined]>([
    ['in-time', undefined],
    ['slow', undefined],
    ['behind', true],
    ['far-behind', true],
  ])('stand as actual against planned; red where they are behind: %s', (level, isLate) => {
    expect([rowOf(level).works, rowOf(level).worksLate]).toEqual(['49% / 63%', isLate]);
  });
});

describe('the sign of a compound on the board', () => {
  const standing: LedgerStanding = {
    ...{ sign: 'failing', open: 3, lookedOn: '2026-06-01', nextDueOn: '2026-07-01', overdueDays: 0 },
    ...{ words: '未达标，最近查看 2026年6月1日', advice: '' },
  };
  const page = [{ ...givenLine(), missing: 0, missingByLaw: 0 }];
  const found = { lines: page, atAnyStage: page, page, works };

  it('stands in a column of its own, with the day of the last look', () => {
    const seen = toBoard({ ...found, signs: new Map([[1, standing]]) }, query, [], today);
    expect(seen.rows[0].sign).toEqual({
      mark: { state: 'late', word: '未达标 · 3 处' },
      note: '6月1日查看',
    });
    expect(seen.columns.map(({ label }) => label)).toContain('达标情况');
    expect(seen.actions).toEqual([{ label: '销号台账', link: '/ledger' }]);
  });

  it('is missing where nothing was registered, and its column for those who may not read of removals', () => {
    expect(toBoard({ ...found, signs }, query, [], today).rows[0].sign).toBeUndefined();
    const seen = toBoard({ ...found, signs: null }, query, [], today);
    expect(seen.columns.map(({ label }) => label)).not.toContain('达标情况');
    expect([seen.actions, seen.filters.fields.some(({ name }) => name === 'sign')]).toEqual([[], false]);
  });
});

describe('the board', () => {
  const lines = [
    givenLine(),
    givenLine({ overdueDays: 12, householdCount: 1234 }),
    givenLine({ state: 'closed', stage: 'handover', staleDays: null }),
    givenLine({ stage: null, state: null, removal: null, householdCount: null }),
    givenLine({ state: 'cancelled', staleDays: 9 }),
  ];

  it('adds up', () => {
    expect(board(lines).totals).toEqual([
      { term: '楼院', value: '5', note: '个，1,318 户' },
      { term: '施工改造', value: '2', note: '个' },
      { term: '已办结', value: '1', note: '个' },
      { term: '逾期', value: '1', note: '个，最长 12 天', late: true },
      { term: '超过 7 天没有更新', value: '1', note: '个', late: true },
      { term: '未立项', value: '1', note: '个' },
    ]);
  });

  it('counts by stage, as links that keep the other filters', () => {
    const late = readBoardQuery({ late: '1', stage: 'construction' });
    const { funnel } = toBoard({ lines, atAnyStage: lines, page: [], signs, works }, late, [], today);
    expect(funnel.map(({ count }) => count)).toEqual([0, 0, 0, 2, 0, 1]);
    expect(funnel[0].link).toBe('/board?stage=survey&late=1');
    expect(funnel[3]).toMatchObject({ current: true, link: '/board?late=1' });
  });

  it('says why it is empty', () => {
    expect(board([]).empty).toEqual({
      text: '您的管辖范围内还没有楼院。登记或导入以后，进度在这里一眼看到。',
    });
    const none = toBoard(
      { lines: [], atAnyStage: [], page: [], signs, works },
      readBoardQuery({ q: 'x' }),
      [],
      today,
    );
    expect(none.empty).toEqual({ text: '没有符合条件的楼院。', link: '/board', label: '清除筛选' });
  });
});

describe('the address of the board', () => {
  it.each([
    [{}, '/board'],
    [{ stage: 'survey', late: '1' }, '/board?stage=survey&late=1'],
    [{ sign: 'failing' }, '/board?sign=failing'],
    [{ sort: 'name' }, '/board?sort=name'],
    [{ sort: 'name', order: 'desc', page: '3' }, '/board?sort=name&order=desc&page=3'],
    [{ sort: 'drift', order: 'desc' }, '/board'],
    [{ community: 'none', street: '12' }, '/board?street=12&community=none'],
    [{ stage: 'x', state: 'y', management: 'z', sort: 'q', street: '-1', page: '0' }, '/board'],
  ])('reads %j and writes %s', (read, written) => {
    expect(boardAddress(readBoardQuery(read))).toBe(written);
  });

  it('lets every filter be left out alone', () => {
    const narrowed = readBoardQuery({ q: '106', state: 'none', street: '2', community: '3' });
    const place = {
      street: { id: 2, shortName: '刘寨街道' },
      communities: [{ id: 3, shortName: '粮运社区' }],
    };
    const { filters } = toBoard(
      { lines: [], atAnyStage: [], page: [], signs, works },
      narrowed,
      [place],
      today,
    );
    expect(filters.chosen).toEqual([
      { label: '「106」', link: '/board?street=2&community=3&state=none' },
      { label: '刘寨街道', link: '/board?q=106&community=3&state=none' },
      { label: '粮运社区', link: '/board?q=106&street=2&state=none' },
      { label: '未立项', link: '/board?q=106&street=2&community=3' },
    ]);
    expect(filters.clearLink).toBe('/board');
  });
});
