import { publicCompound } from './register';

const known = {
  code: 'fl106',
  name: '丰乐路106号院',
  alias: null,
  address: '丰乐路106号',
  builtYear: 1989,
  builtYearNote: null,
  buildingCount: 1,
  unitCount: 1,
  floorsMin: 7,
  floorsMax: 7,
  householdCount: 28,
  siteArea: 490_00,
  floorArea: 1677_00,
  originUnit: '搬运三站',
  isDemo: true,
};

describe('what of the register everybody may see', () => {
  it('is what the place is, with its plate', () => {
    expect(publicCompound(known)).toEqual({
      ...known,
      plate: { road: '丰乐路', number: '106', suffix: '号院' },
    });
  });

  it('is nothing else, whatever the row holds', () => {
    const row = {
      ...known,
      remarks: '内部',
      elderlyCount: 38,
      vacantCount: 1,
      feeLevel: '内部',
      revision: 7,
    };
    expect(publicCompound(row)).toEqual(publicCompound(known));
  });
});
