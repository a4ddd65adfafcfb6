import { comparable, countWarnings } from './counts';

const households = (counted: number | null, registered: number | null) => ({
  name: '户数',
  unit: '户',
  counted,
  registered,
});

describe('counts beside the books', () => {
  it.each([
    [110, 100, 0],
    [111, 100, 1],
    [90, 100, 0],
    [89, 100, 1],
    [28, 28, 0],
    [28, 4, 1],
    [0, 0, 0],
    [1, 0, 1],
    [null, 100, 0],
    [28, null, 0],
  ])('%s counted, %s registered: %i warnings', (counted, registered, warnings) => {
    expect(countWarnings([households(counted, registered)], '2026-03-20')).toHaveLength(warnings);
  });

  it('丰乐路106号院 clashes with the list visibly', () => {
    expect(countWarnings([households(28, 4)], '2026-03-20')).toEqual([
      {
        code: 'survey.counts',
        level: 'warning',
        text: '户数：摸底 28 户，登记数据 4 户，相差超过 10%，请核对',
        source: '本地设定',
      },
    ]);
  });

  it('cannot be compared when one side is unknown', () => {
    expect(comparable([households(28, null)])).toBe(false);
    expect(comparable([households(null, 4), households(28, 4)])).toBe(true);
  });
});
