import { partInWords, readScope } from './vote-scopes';

const doors = [
  { buildingId: 3, buildingNo: '1号楼', unitNo: 1 },
  { buildingId: 3, buildingNo: '1号楼', unitNo: 2 },
  { buildingId: 4, buildingNo: '2号楼', unitNo: 1 },
];

describe('who decides', () => {
  it('is read from the form only where the compound has it', () => {
    expect(readScope('unit:3:2', doors)).toEqual({ kind: 'unit', buildingId: 3, unitNo: 2 });
    for (const text of ['unit:4:2', 'building:5', 'unit:3', '', 'compound:3'])
      expect(readScope(text, doors)).toBeUndefined();
  });

  it('is said as the doors are called', () => {
    expect(partInWords({ kind: 'compound', buildingId: null, unitNo: null }, doors)).toBeNull();
    expect(partInWords({ kind: 'building', buildingId: 4, unitNo: null }, doors)).toBe('2号楼');
    expect(partInWords({ kind: 'unit', buildingId: 3, unitNo: 2 }, doors)).toBe('1号楼 2单元');
  });

  it('never reads as everybody because doors were numbered anew after the vote', () => {
    expect(partInWords({ kind: 'unit', buildingId: 3, unitNo: 9 }, doors)).toBe('1号楼 9单元');
    expect(partInWords({ kind: 'building', buildingId: 9, unitNo: null }, doors)).toBe('部分楼栋');
  });
});
