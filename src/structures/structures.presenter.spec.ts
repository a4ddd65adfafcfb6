import type { Compound } from '../compounds/compound.entity';
import { structureStates } from '../domain/removal/structure-states';
import { formState } from '../platform/web/form';
import type { WorkZone } from '../zones/zone.entities';
import { givenStructure } from './given-structure';
import { toStructureForm } from './structure-form.presenter';
import { structureMark, toStructureHead } from './structure-head.presenter';
import { toAfterwards, toStructureSaved, structureFacts } from './structures.presenter';
import { likeSheet, typedSheet } from './structure-values';

const compound = { code: 'fl106', name: '丰乐路106号院' } as Compound;
const frame = { crumbs: [], head: {} as never };
const zones = [
  { id: 11, number: 1, name: '院门东侧' },
  { id: 12, number: 2, name: '院内西侧' },
] as WorkZone[];
const facts = (change = {}) =>
  Object.fromEntries(
    structureFacts(givenStructure(change), zones, '粮运社区').map(({ term, value, note }) => [
      term,
      note ? `${value}；${note}` : value,
    ]),
  );

describe('the head of a structure', () => {
  it('is 疑似 until a document identifies it', () => {
    expect(toStructureHead(givenStructure(), false)).toEqual({
      ...{ name: '疑似私搭房屋、棚屋', number: '第 3 处', place: '院门东侧第 1 间', area: '15 ㎡', way: '' },
      ...{ state: { state: 'doing', word: '疑似 · 待处理' }, link: '/structures/7' },
    });
    const identified = toStructureHead(givenStructure({ way: 'forced' }), true);
    expect([identified.name, identified.state.word, identified.way]).toEqual([
      ...['经认定的私搭房屋、棚屋', '已认定 · 待处理', '强制拆除'],
    ]);
  });

  it('says no area where there is none', () =>
    expect(toStructureHead(givenStructure({ area: null }), false).area).toBe(''));

  it('every state has its mark', () => {
    const marks = structureStates.map((state) => structureMark({ state }, false).state);
    expect(marks.filter((mark) => mark === 'done')).toHaveLength(3);
    expect(marks).not.toContain('late');
  });
});

describe('what is written down', () => {
  it('is told line by line', () => {
    expect(facts()).toMatchObject({
      ...{ 位置: '院门东侧第 1 间', 所在施工区域: 'A区 院门东侧', 面积: '15 ㎡；5 × 3 米', 用途: '停车' },
      ...{ 材质: '彩钢', 搭建年份: '2003 年', 使用人: '业主', 居住: '没有人居住', 影响: '堵消防通道' },
      ...{ 权属: '没有权属主张', 计划拆除: '2026年5月18日', 腾出的地方: '公共车棚', 登记人: '粮运社区' },
    });
  });

  it('says what is not known, and who lives there', () => {
    const told = facts({
      ...{ zoneIds: [], area: null, lengthCm: null, widthCm: null, sinceYear: null, plannedOn: null },
      ...{ isOccupied: true, isSoleHome: true, hasHardship: true, blocksFireLane: false, reuse: null },
      ...{ ownership: 'lawful', ownershipBasis: '房产证' },
    });
    expect(told).toMatchObject({
      ...{ 所在施工区域: '—', 面积: '不计面积', 搭建年份: '不清楚', 居住: '唯一住处，有困难或重病情况' },
      ...{ 影响: '—', 权属: '已核查，属合法财产；房产证', 计划拆除: '—', 腾出的地方: '—' },
    });
  });
});

describe('the form', () => {
  const parts = {
    ...{
      title: '',
      heading: '',
      action: '',
      kept: [],
      ownership: '',
      caseLink: '',
      latest: [],
      backLink: '',
    },
  };
  const form = (isNew: boolean, values: object, errors: { field: string; message: string }[] = []) =>
    toStructureForm(
      { ...parts, isNew, form: formState(values as Record<string, unknown>, errors) },
      zones,
      [],
      frame,
    );

  it('opens its second half only to correct something', () => {
    expect(form(true, {}).showsRest).toBe(false);
    expect(form(true, {}, [{ field: 'foundOn', message: 'x' }]).showsRest).toBe(true);
    expect(form(false, {}).showsRest).toBe(true);
  });

  it('ticks what is stored and what was typed', () => {
    const ticked = (values: object) =>
      form(true, values)
        .ticks.filter(({ isTicked }) => isTicked)
        .map(({ name }) => name);
    expect(ticked(typedSheet(givenStructure({ isOccupied: true })))).toEqual([
      'isOccupied',
      'blocksFireLane',
    ]);
    expect(ticked({ hasHardship: 'yes', blocksPipe: 'false' })).toEqual(['hasHardship']);
  });

  it('explains every kind, never with more than 疑似', () => {
    const { help, kinds } = form(true, {});
    expect(help).toHaveLength(8);
    expect(kinds[0]).toEqual({
      value: 'building',
      label: '疑似私搭房屋、棚屋（棚屋、车库、阳光房、加层、扩建）',
    });
    expect(JSON.stringify([help, kinds])).not.toContain('经认定');
  });

  it('types an area only where it does not follow from length and width', () => {
    expect(typedSheet(givenStructure())).toMatchObject({ length: '5', width: '3', area: '', zones: [11] });
    expect(typedSheet(givenStructure({ area: 15_60 })).area).toBe('15.6');
    expect(typedSheet(givenStructure({ lengthCm: null, widthCm: null })).area).toBe('15');
  });

  it('of the next one of a row is begun with what they have in common', () =>
    expect(likeSheet(givenStructure())).toEqual({
      ...{ kind: 'building', use: 'parking', material: 'steel-sheet', foundOn: '2026-03-10', zones: [11] },
    }));
});

describe('after saving', () => {
  const view = {
    ...{ compound, structure: givenStructure(), about: toStructureHead(givenStructure(), false), zones },
    ...{ warnings: [{ text: '使用人不明' }], recordedBy: '' },
  };
  it('the next of the row is one press away for who may write, for others the case', () => {
    const labels = (mayEdit: boolean) =>
      toStructureSaved({ ...view, mayEdit }, frame).actions.map(({ label, primary }) => [label, !!primary]);
    expect(labels(true)[0]).toEqual(['再登记一处', true]);
    expect(labels(false)).toEqual([
      ['打开办理页', true],
      ['全部拆除对象', false],
    ]);
  });
});

describe('what is gone', () => {
  const photo = { id: 5, publicId: 'x', width: 4, height: 3, caption: 'x' } as never;
  it.each([
    ['removed', 1],
    ['verified', 0],
  ] as const)('%s: %i of its pictures may be taken off', (state, count) => {
    const structure = givenStructure({ state });
    const about = toStructureHead(structure, false);
    const view = { compound, structure, about, form: formState({}), kept: [], latest: [], photos: [photo] };
    expect(toAfterwards(view, frame).photos).toHaveLength(count);
  });
});
