import { workCalendar } from '../removal/given-removal';
import type { KnownStop, StopKind } from './stop-days';
import { stopRuns, touches } from './stop-runs';

const told = (on: string, kind: StopKind = 'utility', change: Partial<KnownStop> = {}): KnownStop => ({
  ...{ kind, fromOn: on, toOn: on, itemIds: 'site' },
  source: { by: 'post', id: Number(on.slice(-2)), contractId: 1 },
  ...change,
});
const spans = (...stops: KnownStop[]) =>
  stopRuns(stops, workCalendar).map(({ stop, sources }) => [stop.fromOn, stop.toOn, sources.length]);

describe('days of 今日停工 as they are read', () => {
  it('are one stop where they follow each other, also over a weekend', () => {
    expect(spans(told('2026-06-05'), told('2026-06-08'), told('2026-06-04'))).toEqual([
      ['2026-06-04', '2026-06-08', 3],
    ]);
  });

  it.each<[string, KnownStop]>([
    ['a working day between them', told('2026-06-08')],
    ['another reason', told('2026-06-05', 'material')],
    ['other items', told('2026-06-05', 'utility', { itemIds: [1] })],
    ['an order of the next day', told('2026-06-05', 'utility', { source: { by: 'order', id: 1 } })],
  ])('are two with %s', (_, next) => {
    expect(spans(told('2026-06-04'), next)).toHaveLength(2);
  });

  it('of two builders on one day are one', () => {
    const other = told('2026-06-04', 'utility', { source: { by: 'post', id: 90, contractId: 2 } });
    expect(spans(told('2026-06-04'), other, told('2026-06-05'))).toEqual([['2026-06-04', '2026-06-05', 3]]);
  });

  it('written windows and orders are never put together', () => {
    const written = told('2026-06-04', 'utility', { source: { by: 'written', id: 1 } });
    expect(spans(written, { ...written, fromOn: '2026-06-05', toOn: null })).toHaveLength(2);
  });
});

describe('a stop touches the works', () => {
  const works = { from: '2026-05-19', to: '2026-06-18' };
  it.each<[string, string | null, boolean]>([
    ['2026-05-17', '2026-05-18', false],
    ['2026-05-17', '2026-05-19', true],
    ['2026-06-18', '2026-06-20', true],
    ['2026-06-19', '2026-06-20', false],
    ['2026-05-01', null, true],
    ['2026-06-19', null, false],
  ])('from %s to %s: %s', (fromOn, toOn, expected) => {
    expect(touches({ fromOn, toOn }, works)).toBe(expected);
  });
});
