import { Compound } from './compound.entity';
import { compoundFacts, plateFigure, renovationStatus, toCompoundHead } from './workspace.presenter';

const compound = {
  code: 'fl106',
  name: '丰乐路106号院',
  builtYear: 1989,
  builtYearNote: null,
  buildingCount: 1,
  unitCount: 1,
  floorsMax: 7,
  householdCount: 28,
  siteArea: 49000,
  floorArea: 167700,
  originUnit: '搬运三站家属院',
} as Compound;

describe('the head of a compound', () => {
  it('says the facts everybody asks for, and only what is known', () => {
    expect(compoundFacts(compound)).toEqual([
      '1989 年建',
      '1 栋 1 单元 7 层',
      '28 户',
      '占地 490 ㎡',
      '建筑 1,677 ㎡',
      '原搬运三站家属院',
    ]);
    expect(compoundFacts({ ...compound, originUnit: '原学校' }).at(-1)).toBe('原学校');
    const bare = {
      ...compound,
      builtYear: null,
      builtYearNote: '80年代',
      unitCount: null,
      floorsMax: null,
      householdCount: null,
      siteArea: null,
      floorArea: null,
      originUnit: null,
    };
    expect(compoundFacts(bare)).toEqual(['80年代', '1 栋']);
  });

  it.each([
    ['active', { state: 'doing', word: '施工改造' }],
    ['paused', { state: 'late', word: '施工改造（已暂停）' }],
    ['cancelled', { state: 'idle', word: '已取消' }],
    ['closed', { state: 'done', word: '已办结' }],
  ] as const)('a renovation that is %s', (state, mark) => {
    expect(renovationStatus({ state, stage: 'construction', removal: 'finished' })).toEqual(mark);
  });

  it('sets the name on a door plate', () => {
    expect(plateFigure('丰乐路106号院')).toEqual({
      before: '丰乐路',
      number: '106',
      after: '号院',
      line: undefined,
    });
    expect(plateFigure('汝河小区', '淮河路街道')).toEqual({
      before: '汝河小区',
      number: undefined,
      after: undefined,
      line: '淮河路街道',
    });
  });

  it('offers editing only to those who may', () => {
    const labels = (role: 'street-manager' | 'contractor') =>
      toCompoundHead(compound, null, { tabs: [] }, role).actions.map((one) => one.label);
    expect(labels('street-manager')).toContain('修改资料');
    expect(labels('contractor')).toEqual(['公示页', '二维码']);
  });
});
