import type { PublicRemovedStructure } from '../removal/public-removal';
import type { PublicPhoto } from './photos';
import { publicKeeping, publicRemovals } from './removals';

const removed = (change: Partial<PublicRemovedStructure> = {}): PublicRemovedStructure => ({
  ...{ kind: '疑似私搭房屋、棚屋', area: 18_00, way: '助拆（申请拆除）', on: '2026-05-18' },
  ...{ beforePublicId: null, afterPublicId: null, ...change },
});
const photo = (publicId: string): PublicPhoto => ({
  ...{ publicId, width: 1600, height: 1200, caption: '棚屋 拆除前', takenOn: '2026-04-01' },
  ...{ isView: false, isOfDay: false, phase: null },
});
const told = (list: PublicRemovedStructure[], photos: PublicPhoto[] = []) =>
  publicRemovals({ count: list.length, area: 0, removed: list }, photos);

describe('what is told of removals', () => {
  it('is nothing while nothing is verified', () => {
    expect(publicRemovals(null, [])).toBeNull();
    expect(told([])).toBeNull();
  });

  it('equal ones are told together, so that none can be picked out', () => {
    const board = removed({ kind: '疑似私设广告牌', area: null });
    const own = removed({ way: '自行拆除', area: 9_50 });
    expect(told([removed(), removed({ area: 20_00 }), own, board])!.groups).toEqual([
      { kind: '疑似私搭房屋、棚屋', count: 2, area: 38_00, way: '助拆（申请拆除）', on: '2026-05-18' },
      { kind: '疑似私搭房屋、棚屋', count: 1, area: 9_50, way: '自行拆除', on: '2026-05-18' },
      { kind: '疑似私设广告牌', count: 1, area: null, way: '助拆（申请拆除）', on: '2026-05-18' },
    ]);
  });

  it('pictures are told only where they are among the public photos', () => {
    const one = removed({ beforePublicId: 'one', afterPublicId: 'two' });
    expect(told([one])!.pairs).toEqual([]);
    expect(told([one], [photo('one')])!.pairs).toEqual([
      {
        ...{ kind: '疑似私搭房屋、棚屋', on: '2026-05-18', after: null },
        before: { publicId: 'one', width: 1600, height: 1200, caption: '棚屋 拆除前' },
      },
    ]);
    expect(told([one], [photo('one'), photo('two')])!.pairs[0].after).not.toBeNull();
  });
});

describe('whether it stays that way', () => {
  it('is told once something was removed and somebody has looked', () => {
    const sign = { sign: 'passing', lookedOn: '2026-07-03' } as const;
    expect(publicKeeping(sign, true)).toEqual({ word: '达标', on: '2026-07-03' });
    expect(publicKeeping(sign, false)).toBeNull();
    expect(publicKeeping({ ...sign, lookedOn: null }, true)).toBeNull();
    expect(publicKeeping(null, true)).toBeNull();
  });
});
