import { groupBy } from './group';

describe('rows by what they belong to', () => {
  it('stand together in their order, the keys in the order of their first row', () => {
    const rows = ['b1', 'a1', 'b2'];
    expect([...groupBy(rows, (row) => row[0])]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });

  it('no rows are no groups', () => {
    expect(groupBy([], String).size).toBe(0);
  });
});
