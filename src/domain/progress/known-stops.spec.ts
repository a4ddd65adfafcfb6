import type { Holdup, PostWeather } from '../construction/daily-post';
import type { StopOrder } from '../construction/stop-order';
import { knownStops, StopSources } from './known-stops';
import { siteStopOn, stopOn } from './stop-days';

const items = [
  { id: 1, contractId: 1, zones: [1], isDropped: false },
  { id: 2, contractId: 1, zones: [2], isDropped: false },
  { id: 3, contractId: 2, zones: [], isDropped: false },
  { id: 4, contractId: 3, zones: [1], isDropped: true },
];
const none: StopSources = { written: [], orders: [], told: [], quiet: [] };
const known = (change: Partial<StopSources>) => knownStops({ ...none, ...change }, items);
const order = (change: Partial<StopOrder> = {}): StopOrder => ({
  ...{ id: 1, state: 'stopped', cause: 'pollution', stoppedOn: '2026-06-02', resumedOn: null },
  ...{ itemIds: [], zones: [], ...change },
});
const told = (contractId: number, holdups: Holdup[] = ['rain'], weather: PostWeather | null = null) => ({
  ...{ id: 70 + contractId, contractId, workedOn: '2026-06-02', holdups, weather },
});

describe('the stops that are known', () => {
  it('are those the manager wrote, as they were written', () => {
    const rain = { kind: 'rain' as const, fromOn: '2026-06-02', toOn: null, itemIds: [1] };
    expect(known({ written: [{ ...rain, id: 4 }] })).toEqual([{ ...rain, source: { by: 'written', id: 4 } }]);
  });

  it('hold everything by an order that stops everything, whatever its cause', () => {
    const [window] = known({ orders: [order()] });
    const source = { by: 'order', id: 1 };
    expect(window).toEqual({ kind: 'pollution', fromOn: '2026-06-02', toOn: null, itemIds: 'site', source });
    expect(stopOn({ id: 3, traits: [] }, '2026-06-05', [window])).toBe(window);
    expect(siteStopOn('2026-06-05', [window])).toBe(window);
  });

  it('hold by an order on some places the items that lie there', () => {
    expect(known({ orders: [order({ zones: [1] })] })[0].itemIds).toEqual([1]);
    expect(known({ orders: [order({ itemIds: [3] })] })[0].itemIds).toEqual([3]);
  });

  it.each<[string, Partial<StopOrder>, string[]]>([
    ['lifted on the third day, the day itself is worked', { resumedOn: '2026-06-04' }, ['2026-06-03']],
    ['lifted on the next day', { resumedOn: '2026-06-03' }, ['2026-06-02']],
    ['lifted on its own day', { resumedOn: '2026-06-02' }, []],
    ['withdrawn', { state: 'withdrawn' }, []],
  ])('end with an order: %s', (_, change, ends) => {
    expect(known({ orders: [order(change)] }).map(({ toOn }) => toOn)).toEqual(ends);
  });

  it('hold the items of a contract that told of no work, and the site where all of them did', () => {
    expect(known({ told: [told(1)] })).toEqual([
      {
        ...{ kind: 'rain', fromOn: '2026-06-02', toOn: '2026-06-02', itemIds: [1, 2] },
        source: { by: 'post', id: 71, contractId: 1 },
      },
    ]);
    expect(known({ told: [told(1), told(2)] }).map(({ itemIds }) => itemIds)).toEqual(['site', 'site']);
  });

  it.each<[Holdup[], PostWeather | null, string]>([
    [['material', 'rain'], 'rain', 'material'],
    [[], 'heavy-rain', 'rain'],
    [[], 'haze', 'pollution'],
    [[], 'sunny', 'other'],
    [[], null, 'other'],
  ])('name the first thing that held it up, else the weather: %j %s', (holdups, weather, kind) => {
    expect(known({ told: [told(1, holdups, weather)] })[0].kind).toBe(kind);
  });

  it('hold what is noisy on quiet days', () => {
    const [window] = known({ quiet: [{ fromOn: '2026-06-07', toOn: '2026-06-08' }] });
    expect(window.source).toEqual({ by: 'quiet-days' });
    expect(stopOn({ id: 9, traits: ['noisy'] }, '2026-06-08', [window])).toBe(window);
    expect(stopOn({ id: 9, traits: ['dusty'] }, '2026-06-08', [window])).toBeUndefined();
  });
});
