import { StructureKind, structureKindCodes, structureKinds, structureName } from './structure-kinds';

describe('the kinds of structures', () => {
  it.each(structureKindCodes)('%s names its law, its organ and its examples', (kind) => {
    const { basis, organ, examples } = structureKinds[kind];
    expect([basis, organ, examples].every((text) => text.length > 1)).toBe(true);
  });

  it('call nothing 违法 or 非法, and nothing 违建, in any of their words', () => {
    expect(JSON.stringify(structureKinds)).not.toMatch(/违法|非法|违建/);
  });

  it.each<StructureKind>([
    'building',
    'temp-expired',
    'ad-board',
    'fire-block',
    'common-occupy',
    'struct-damage',
  ])('%s is 疑似 until an identification document exists', (kind) => {
    expect(structureName(kind, false)).toMatch(/^疑似/);
    expect(structureName(kind, true)).toMatch(/^经认定/);
  });

  it('sends what the former unit left to the ownership check first, and nothing else', () => {
    expect(structureKindCodes.filter((kind) => structureKinds[kind].ownershipFirst)).toEqual(['legacy-unit']);
  });

  it('asks the planning department about cases of the planning law only', () => {
    for (const kind of structureKindCodes) {
      expect(structureKinds[kind].needsIdentification).toBe(structureKinds[kind].track === 'planning');
    }
  });
});
