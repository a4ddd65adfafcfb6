import { redact } from '../disclosure/redaction';
import { resultBlockers, resultText, totalsAsWord } from './household-result';
import { ConsentTotals } from './household-standing';

const totals: ConsentTotals = {
  households: 28,
  reached: 26,
  counts: [
    { question: 'renovation', agree: 21, against: 2, undecided: 1, notAsked: 4 },
    { question: 'removal', agree: 20, against: 4, undecided: 2, notAsked: 2 },
    { question: 'fee', agree: 19, against: 1, undecided: 0, notAsked: 8 },
  ],
};

describe('the result as it is posted', () => {
  it('tells each question by itself, shares rounded down, and no door', () => {
    expect(resultText('丰乐路106号院', totals, '2026-04-24')).toBe(
      [
        '丰乐路106号院居民意愿征询情况公布如下：',
        '截至2026年4月24日，全院住宅共 28 户，已征询到 26 户，还有 2 户没有征询到。',
        '一、改造方案：同意 21 户，反对 2 户，观望的有 1 户，未表态 4 户，同意率 75%。',
        '二、拆违清障：同意 20 户，反对 4 户，观望的有 2 户，未表态 2 户，同意率 71.42%。',
        '三、物业费和管理模式：同意 19 户，反对 1 户，观望的有 0 户，未表态 8 户，同意率 67.85%。',
        '同意率按全院住宅户数计算，没有表态的不算同意，百分数往下取整到小数点后两位。',
        '对结果有疑问或还没有表态的住户，请在公布期内向社区反映。',
      ].join('\n'),
    );
  });

  it('no number of households is taken for a door when the text is masked', () => {
    const large = (count: number) => ({ agree: count, against: count, undecided: count, notAsked: count });
    for (const households of [28, 99, 101, 301, 1201]) {
      const counts = totals.counts.map(({ question }) => ({ question, ...large(households) }));
      const text = resultText('丰乐路106号院', { households, reached: households - 1, counts }, '2026-04-24');
      expect(redact(text).text).toBe(text);
      const none = resultText('丰乐路106号院', { households, reached: 0, counts }, '2026-04-24');
      expect(redact(none).text).toBe(none);
    }
  });

  it.each([
    ['the numbers somebody looked at', 40, '28-26-21-2-1-20-4-2-19-1-0', []],
    ['one answer came in since', 40, '28-26-20-2-1-20-4-2-19-1-0', ['result.changed']],
    ['one owner more was met since, who said nothing', 40, '28-25-21-2-1-20-4-2-19-1-0', ['result.changed']],
    ['before the first call', 0, '28-0-0-0-0-0-0-0-0-0-0', ['result.none']],
  ])('%s', (_, calls, seen, codes) => {
    expect(resultBlockers(totals, calls, seen).map(({ code }) => code)).toEqual(codes);
  });

  it('a list without dwellings has no result', () => {
    const none = { ...totals, households: 0 };
    expect(resultBlockers(none, 1, totalsAsWord(none)).map(({ code }) => code)).toEqual([
      'result.households',
    ]);
  });
});
