import { voteRuleOn } from '../rules/vote-rules';
import { compoundA, owners } from './given-vote';
import {
  computationLines,
  inequality,
  liftLines,
  missingInWords,
  ruleSentence,
  shareInRule,
  validityOf,
} from './vote-computation';
import { CountedOwner, countVote } from './vote-count';

const day = '2026-04-26';
const ordinary = voteRuleOn('fund-use', day)!;
const special = voteRuleOn('rebuild', day)!;
const unanimous = voteRuleOn('dwelling-use', day)!;
const of2018 = voteRuleOn('fund-use', '2018-06-08')!;
const inequalities = (given: CountedOwner[], rule = ordinary) => countVote(given, rule).tests.map(inequality);

describe('a rule set in words', () => {
  it.each([
    [ordinary, '参与的人数和面积都三分之二以上，其中人数和面积都过半数同意'],
    [special, '参与的人数和面积都三分之二以上，其中人数和面积都四分之三以上同意'],
    [unanimous, '表决范围内的业主全部同意'],
    [of2018, '全部业主的人数和面积都三分之二以上同意'],
  ])('%#', (rule, words) => {
    expect(ruleSentence(rule)).toBe(words);
  });

  it('carries its days', () => {
    expect(validityOf(special)).toBe('2021年1月1日 起施行');
    expect(validityOf(of2018)).toBe('2007年10月1日 至 2020年12月31日 施行');
  });

  it('says a share no rule has yet', () => {
    expect(shareInRule({ share: { numerator: 3, denominator: 5 }, atLeast: true })).toBe('5分之3以上');
  });
});

describe('the inequalities, as one would write them down', () => {
  it('A5 passes', () => {
    expect(inequalities(compoundA({ yes: 15, no: 4 }), special)).toEqual([
      '3×1140.00 ㎡ = 3420 ≥ 2×1677.00 ㎡ = 3354',
      '3×19 人 = 57 ≥ 2×28 人 = 56',
      '4×900.00 ㎡ = 3600 ≥ 3×1140.00 ㎡ = 3420',
      '4×15 人 = 60 ≥ 3×19 人 = 57',
    ]);
  });

  it('A1 has no quorum, A3 no majority', () => {
    expect(inequalities(compoundA({ yes: 18 })).slice(0, 2)).toEqual([
      '3×1080.00 ㎡ = 3240 < 2×1677.00 ㎡ = 3354',
      '3×18 人 = 54 < 2×28 人 = 56',
    ]);
    expect(inequalities(compoundA({ yes: 9, no: 10 })).slice(2)).toEqual([
      '2×540.00 ㎡ = 1080 < 1140.00 ㎡',
      '2×9 人 = 18 < 19 人',
    ]);
  });

  it('equality passes 以上 and not 过半数', () => {
    const unit = (yes: number) => [
      ...owners(yes, 80, 'yes'),
      ...owners(8 - yes, 80, 'no'),
      ...owners(4, 80, 'unreturned'),
    ];
    expect(inequalities(unit(6), special)[2]).toBe('4×480.00 ㎡ = 1920 ≥ 3×640.00 ㎡ = 1920');
    expect(inequalities(unit(4))[2]).toBe('2×320.00 ㎡ = 640 ≤ 640.00 ㎡');
    expect(inequalities(unit(5))[3]).toBe('2×5 人 = 10 > 8 人');
  });

  it('everybody is everybody', () => {
    expect(inequalities(owners(3, 60, 'yes'), unanimous)).toEqual(['180.00 ㎡ ≥ 180.00 ㎡', '3 人 ≥ 3 人']);
  });
});

describe('what is missing, in words', () => {
  it.each([
    ['one person and 38 ㎡', compoundA({ yes: 18 }), ordinary, ['参与还差 1 人、38.00 ㎡']],
    ['the agreement of two', compoundA({ yes: 9, no: 10 }), ordinary, ['同意还差 2 人、60.01 ㎡']],
    [
      'both',
      compoundA({ yes: 2, no: 16 }),
      ordinary,
      ['参与还差 1 人、38.00 ㎡', '同意还差 15 人、840.01 ㎡', '没交回的票全部同意也达不到'],
    ],
    ['nothing', compoundA({ yes: 19 }), ordinary, []],
    ['before the first ballot only participation', compoundA({}), ordinary, ['参与还差 19 人、1118.00 ㎡']],
    [
      'of all owners, from the first day on, their agreement',
      compoundA({}),
      of2018,
      ['同意还差 19 人、1118.00 ㎡'],
    ],
  ])('%s', (_, given, rule, words) => {
    expect(missingInWords(countVote(given, rule))).toEqual(words);
  });
});

describe('the computation', () => {
  it('is told line by line', () => {
    const count = countVote(compoundA({ yes: 15, no: 3, abstain: 1 }), special);
    const lines = computationLines({ rule: special, count, doors: 28, isLift: false });
    expect(lines.map(({ text }) => text)).toEqual([
      '一、规则',
      '民法典 §278，2021年1月1日 起施行',
      '参与的人数和面积都三分之二以上，其中人数和面积都四分之三以上同意',
      '二、业主名册',
      '28 户，一个业主有多户的按 1 人计，共 28 人、1677.00 ㎡',
      '三、计票',
      '参与表决 19 人、1140.00 ㎡',
      '其中同意 15 人、900.00 ㎡',
      '其中反对 3 人、180.00 ㎡',
      '其中弃权 1 人、60.00 ㎡',
      '无效 0 人、0.00 ㎡',
      '未交回 9 人、537.00 ㎡',
      '没有交回的和无效的不算参与，也不算同意',
      '四、计算',
      '参与表决的面积占 67.97%，要求三分之二以上：3×1140.00 ㎡ = 3420 ≥ 2×1677.00 ㎡ = 3354',
      '参与表决的人数占 67.85%，要求三分之二以上：3×19 人 = 57 ≥ 2×28 人 = 56',
      '同意的面积占 78.94%，要求四分之三以上：4×900.00 ㎡ = 3600 ≥ 3×1140.00 ㎡ = 3420',
      '同意的人数占 78.94%，要求四分之三以上：4×15 人 = 60 ≥ 3×19 人 = 57',
      '五、结果',
      '通过',
    ]);
    expect(lines.filter(({ kind }) => kind === 'test').every(({ holds }) => holds)).toBe(true);
  });

  it('shows the figure for a lift beside it, which may say something else', () => {
    const given = [...owners(6, 80, 'yes'), ...owners(2, 80, 'no'), ...owners(4, 80, 'unreturned')];
    const count = countVote(given, special);
    expect(count.outcome).toBe('passed');
    const lines = computationLines({ rule: special, count, doors: 12, isLift: true });
    expect(lines.slice(-3)).toEqual([
      { kind: 'heading', text: '附：加装电梯（仅供参考，不影响上面的结果）' },
      ...liftLines(count.totals),
    ]);
    expect(liftLines(count.totals)).toEqual([
      {
        kind: 'test',
        holds: false,
        text: '河南省物业管理条例 §59，同意的面积占本单元全部业主三分之二以上：3×480.00 ㎡ = 1440 < 2×960.00 ㎡ = 1920',
      },
      {
        kind: 'test',
        holds: false,
        text: '河南省物业管理条例 §59，同意的人数占本单元全部业主三分之二以上：3×6 人 = 18 < 2×12 人 = 24',
      },
    ]);
  });
});
