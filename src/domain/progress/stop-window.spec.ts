import { rain } from './given-progress';
import {
  StopPlace,
  stopEndBlockers,
  stopWindowBlockers,
  stopWithdrawalBlockers,
  WrittenStop,
} from './stop-window';

const today = '2026-06-04';
const place: StopPlace = {
  ...{ renovation: 'active', openedOn: '2026-03-01', items: [{ id: 2 }, { id: 5 }], known: [] },
};
const codes = (change: Partial<WrittenStop> = {}, at: Partial<StopPlace> = {}) =>
  stopWindowBlockers(
    { kind: 'rain', fromOn: '2026-06-02', toOn: '2026-06-03', itemIds: null, note: '', ...change },
    { ...place, ...at },
    today,
  ).map(({ code }) => code.replace('stop-window.', ''));

describe('a stop window', () => {
  it.each<[string, Partial<WrittenStop>, string[]]>([
    ['two days of rain', {}, []],
    ['not lifted yet', { toOn: null }, []],
    ['one day', { toOn: '2026-06-02' }, []],
    ['ending before it begins', { toOn: '2026-06-01' }, ['order']],
    ['on the day the renovation was opened', { fromOn: '2026-03-01', toOn: '2026-03-01' }, []],
    ['the day before', { fromOn: '2026-02-28', toOn: '2026-03-01' }, ['early']],
    ['thirty days ahead', { fromOn: '2026-07-04', toOn: null }, []],
    ['thirty-one days ahead', { fromOn: '2026-07-05', toOn: null }, ['ahead']],
    ['of ninety-two days', { toOn: '2026-09-01' }, []],
    ['of ninety-three days', { toOn: '2026-09-02' }, ['long']],
    ['of items of this renovation', { itemIds: [2, 5] }, []],
    ['of an item of another', { itemIds: [2, 9] }, ['foreign']],
    ['for other reasons, not said which', { kind: 'other', note: ' ' }, ['note']],
    ['for other reasons, said which', { kind: 'other', note: '隔壁道路施工断电' }, []],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('of the same kind and items is written once for a day', () => {
    const known = [rain];
    expect(codes({}, { known })).toEqual(['twice']);
    expect(codes({ fromOn: '2026-06-03', toOn: '2026-06-05' }, { known })).toEqual(['twice']);
    expect(codes({ fromOn: '2026-06-04', toOn: '2026-06-05' }, { known })).toEqual([]);
    expect(codes({ kind: 'wind' }, { known })).toEqual([]);
    expect(codes({ itemIds: [2] }, { known })).toEqual([]);
    const open = { ...rain, toOn: null };
    expect(codes({ fromOn: '2026-06-04', toOn: null }, { known: [open] })).toEqual(['twice']);
  });

  it('is neither written, ended nor taken back once the renovation is over', () => {
    expect(codes({}, { renovation: 'closed' })).toEqual(['renovation-over']);
    expect(stopEndBlockers(rain, '2026-06-05', 'closed')).toHaveLength(1);
    expect(stopWithdrawalBlockers('closed', '记错了')).toHaveLength(1);
  });

  it('ends on its first day at the earliest, and is taken back with a reason', () => {
    expect(stopEndBlockers(rain, '2026-06-02', 'active')).toEqual([]);
    expect(stopEndBlockers(rain, '2026-06-01', 'active')).toHaveLength(1);
    expect(stopWithdrawalBlockers('active', ' ')).toHaveLength(1);
    expect(stopWithdrawalBlockers('active', '记到了隔壁楼院')).toEqual([]);
  });
});
