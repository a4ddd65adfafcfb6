import { squareMetres } from '../kernel/area';
import { garage } from './given-removal';
import { KnownRemoval, publicRemoval } from './public-removal';
import { structureStates } from './structure-states';

const known = (change: Partial<KnownRemoval> = {}): KnownRemoval => ({
  ...{ kind: 'building', state: 'verified', isIdentified: false, way: 'assisted', removedOn: '2026-05-18' },
  ...{ removedArea: squareMetres(15), beforePublicId: null, afterPublicId: 'p9', ...change },
});

describe('what everybody may see of the removal', () => {
  it('is kind, ㎡, way and day', () => {
    expect(
      publicRemoval([known(), known({ removedOn: '2026-05-20', removedArea: squareMetres(3.5) })]),
    ).toEqual({
      count: 2,
      area: squareMetres(18.5),
      removed: [
        {
          ...{
            kind: '疑似私搭房屋、棚屋',
            area: squareMetres(3.5),
            way: '助拆（申请拆除）',
            on: '2026-05-20',
          },
          ...{ beforePublicId: null, afterPublicId: 'p9' },
        },
        {
          ...{
            kind: '疑似私搭房屋、棚屋',
            area: squareMetres(15),
            way: '助拆（申请拆除）',
            on: '2026-05-18',
          },
          ...{ beforePublicId: null, afterPublicId: 'p9' },
        },
      ],
    });
  });

  it.each(structureStates)('a structure that is %s is told only once it is verified', (state) => {
    expect(publicRemoval([known({ state })])?.count ?? 0).toBe(state === 'verified' ? 1 : 0);
  });

  it('carries no other field of a case, however full the row', () => {
    const secret = {
      ...garage({ place: '秘密位置3号楼西侧301室', party: 'tenant', isSoleHome: true, isOccupied: true }),
      ...{
        asked: '秘密诉求',
        promised: '秘密承诺',
        attitude: 'against',
        hasHardship: true,
        dwellingId: 4711,
      },
      ...{ removedBy: 4712, documentNumber: '秘密文号', note: '秘密备注', reason: '秘密原因', number: 4713 },
    };
    const told = publicRemoval([{ ...secret, ...known() }])!;
    expect(JSON.stringify(told)).not.toMatch(/秘密|471\d|tenant|against|Hardship|place/);
    expect(Object.keys(told.removed[0]).sort()).toEqual([
      ...['afterPublicId', 'area', 'beforePublicId', 'kind', 'on', 'way'],
    ]);
  });

  it('wires without an area add nothing to the sum', () => {
    expect(publicRemoval([known(), known({ kind: 'wiring', removedArea: null })])?.area).toBe(
      squareMetres(15),
    );
  });
});
