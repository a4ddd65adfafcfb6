import { squareMetres } from '../domain/kernel/area';
import { addDays } from '../domain/kernel/calendar-date';
import { burnDown, BurnDownStructure } from '../domain/removal/burn-down';
import { toBurnDownFigure } from './burn-down.figure';
import { toBurnDownView } from './burn-down.presenter';

const start = '2026-05-01';
const day = (days: number) => addDays(start, days);
const one = (metres: number, planned: number | null, removed: number | null): BurnDownStructure => ({
  area: squareMetres(metres),
  plannedOn: planned === null ? null : day(planned),
  removedOn: removed === null ? null : day(removed),
});
const view = (structures: BurnDownStructure[], today: string) =>
  toBurnDownView(structures, { code: 'fl106', today });

describe('how much still stands, as the page shows it', () => {
  it('says what comes first where nothing is registered or nothing is planned', () => {
    expect(view([], start)).toMatchObject({ sentence: '', rows: [], empty: { label: '看拆除对象' } });
    const unplanned = view([one(15, null, null)], start);
    expect(unplanned.sentence).toBe('共 15 ㎡，已拆 0 ㎡，还剩 15 ㎡。');
    expect([unplanned.figure, unplanned.empty?.text]).toEqual([
      undefined,
      expect.stringContaining('还没有定计划拆除日期'),
    ]);
  });

  it('tells the days of one structure in numbers, today marked', () => {
    const { rows, sentence, empty } = view([one(15.2, 1, null)], day(1));
    expect(sentence).toBe('共 15.2 ㎡，已拆 0 ㎡，还剩 15.2 ㎡，比计划少拆 15.2 ㎡。');
    expect(empty).toBeUndefined();
    const none = { removed: '—', removedArea: '—' };
    expect(rows).toEqual([
      { day: '2026年5月1日', isToday: false, planned: '15.20', actual: '15.20', ...none },
      { day: '2026年5月2日', isToday: true, planned: '0.00', actual: '15.20', ...none },
    ]);
  });

  it('ends with the last day once all is gone, and says how many went each day', () => {
    const { rows, figure } = view([one(10, 2, 1), one(5, 2, 1)], day(30));
    expect(rows.map(({ actual, removed }) => [actual, removed])).toEqual([
      ['15.00', '—'],
      ['0.00', '2 处'],
      ['0.00', '—'],
    ]);
    expect(figure!.today).toBeUndefined();
  });

  it('says that the plan does not come down to nothing where days are missing', () => {
    expect(view([one(10, 2, null), one(5, null, null)], start).sentence).toContain('有 1 处还没有计划日期');
  });

  it('of a long time lists the days that matter', () => {
    const { rows, rowsNote } = view([one(10, 0, 5), one(5, 100, null)], day(50));
    expect(rowsNote).toContain('只列有变化的日子');
    expect(rows.map(({ day: on }) => on)).toEqual([
      ...['2026年4月30日', '2026年5月1日', '2026年5月6日', '2026年6月20日', '2026年8月9日'],
    ]);
  });
});

describe('the drawing', () => {
  const structures = [one(30, 1, 1), one(20, 3, null)];
  const days = burnDown(structures, { from: day(0), to: day(3) }, day(2));

  it('steps down between days; what is to come is not drawn as if it were so', () => {
    const { planned, actual, today, areas } = toBurnDownFigure(days, day(2), '');
    expect(planned).toBe('0,0 250,0 250,600 500,600 500,600 750,600 750,1000 1000,1000');
    expect(actual).toBe('0,0 250,0 250,600 500,600 500,600 750,600');
    expect(today).toEqual({ x: 62.5, isLate: false });
    expect(areas.map(({ y, label }) => [y, label])).toEqual([
      ...[
        [100, '0'],
        [80, '10'],
        [60, '20'],
        [40, '30'],
        [20, '40'],
        [0, '50'],
      ],
    ]);
  });

  it.each([
    [15.2, '20'],
    [50, '50'],
    [51, '60'],
    [0.5, '1'],
    [2000, '2,000'],
    [2000.01, '2,500'],
  ])('%s ㎡ is drawn on a scale that ends at %s', (metres, top) => {
    const drawn = burnDown([one(metres, 1, null)], { from: day(0), to: day(1) }, day(0));
    const { areas } = toBurnDownFigure(drawn, day(0), '');
    expect(areas.at(-1)).toMatchObject({ y: 0, label: top, isTop: true });
    expect(areas.length).toBeLessThanOrEqual(6);
  });
});
