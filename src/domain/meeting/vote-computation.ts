// How is a count said, so that anybody can check it by hand? Each threshold as an inequality of whole numbers, areas with
// two decimals, shares rounded down (domain reference §4.4, §4.5: 66.666…% never reads as 66.67 %).
import { Area, areaInput, exactArea } from '../kernel/area';
import { dayInWords } from '../kernel/calendar-date';
import { shareInWords } from '../kernel/ratio';
import { Threshold, VoteRule, liftFigure } from '../rules/vote-rules';
import { Measure, VoteCount, VoteTest, VoteSums, Weight, passes, voteOutcomeNames } from './vote-count';

/** One line of the computation: a heading, or a sentence with whether it holds. */
export interface ComputationLine {
  kind: 'heading' | 'fact' | 'test';
  text: string;
  /** Only for tests. */
  holds?: boolean;
}

const shareNames: Record<string, string> = {
  '1/2': '过半数',
  '2/3': '三分之二以上',
  '3/4': '四分之三以上',
  '1/1': '全部',
};

const measureNames: Record<Measure, string> = { persons: '人数', area: '面积' };

/** How is a threshold said? '过半数', '四分之三以上'. */
export const shareInRule = ({ share }: Threshold): string =>
  shareNames[`${share.numerator}/${share.denominator}`] ?? `${share.denominator}分之${share.numerator}以上`;

/** How is a rule set said in one sentence? */
export function ruleSentence({ participation, of, agreement }: VoteRule): string {
  const agreed = shareInRule(agreement);
  if (!participation || of === 'all') {
    return agreement.share.numerator === agreement.share.denominator
      ? '表决范围内的业主全部同意'
      : `全部业主的人数和面积都${agreed}同意`;
  }
  return `参与的人数和面积都${shareInRule(participation)}，其中人数和面积都${agreed}同意`;
}

/** From when to when does a rule set hold? */
export const validityOf = ({ validFrom, validTo }: VoteRule): string =>
  validTo ? `${dayInWords(validFrom)} 至 ${dayInWords(validTo)} 施行` : `${dayInWords(validFrom)} 起施行`;

/** One threshold as an inequality that is true as it stands: '4×900.00 ㎡ = 3600 ≥ 3×1140.00 ㎡ = 3420'. */
export function inequality({ measure, threshold, part, whole }: VoteTest): string {
  const { numerator, denominator } = threshold.share;
  const [left, right] = [part * denominator, whole * numerator];
  const sign = left === right ? equalSign(threshold) : left > right ? (threshold.atLeast ? '≥' : '>') : '<';
  return `${product(denominator, part, measure)} ${sign} ${product(numerator, whole, measure)}`;
}

/** Equality passes '以上' and does not pass '过半数'. */
const equalSign = ({ atLeast }: Threshold): string => (atLeast ? '≥' : '≤');

function product(times: number, value: number, measure: Measure): string {
  const plain = measure === 'area' ? exactArea(value) : `${value} 人`;
  if (times === 1) return plain;
  return `${times}×${plain} = ${measure === 'area' ? areaInput(times * value) : times * value}`;
}

/** What a threshold is about: '参与表决的面积'. */
export const testName = ({ of, measure }: VoteTest): string =>
  `${of === 'participation' ? '参与' : '同意'}${measureNames[measure]}`;

/** So many persons and so much area: '19 人、1140.00 ㎡'. */
export const weightInWords = ({ persons, area }: Weight): string => `${persons} 人、${exactArea(area)}`;

/** What is missing to which threshold, one sentence each; empty when nothing is. */
export function missingInWords({ totals, tests, canStillPass }: VoteCount): string[] {
  // Of nobody no share can be told yet: then only participation is missing.
  const isBegun = totals.participating.persons > 0 || tests.every((test) => test.of === 'agreement');
  const found = (['participation', 'agreement'] as const).flatMap((of) => {
    const lacking = tests.filter(
      (test) => test.of === of && test.missing > 0 && (isBegun || of === 'participation'),
    );
    const parts = (['persons', 'area'] as const).flatMap((measure) =>
      lacking.filter((test) => test.measure === measure).map(({ missing }) => amount(missing, measure)),
    );
    return parts.length ? [`${of === 'participation' ? '参与' : '同意'}还差 ${parts.join('、')}`] : [];
  });
  return found.length && !canStillPass ? [...found, '没交回的票全部同意也达不到'] : found;
}

const amount = (value: number, measure: Measure): string =>
  measure === 'area' ? exactArea(value as Area) : `${value} 人`;

/** A count with everything that stands beside it on paper. */
export interface ComputedVote {
  rule: VoteRule;
  count: VoteCount;
  /** Doors on the roster; owners are the persons of the total. */
  doors: number;
  /** A lift inside one unit is also shown by the figure of the province. */
  isLift: boolean;
}

/** The computation, to be printed line by line. */
export function computationLines({ rule, count, doors, isLift }: ComputedVote): ComputationLine[] {
  const { totals, tests, outcome } = count;
  const heading = (text: string): ComputationLine => ({ kind: 'heading', text });
  const fact = (text: string): ComputationLine => ({ kind: 'fact', text });
  return [
    heading('一、规则'),
    fact(`${rule.source}，${validityOf(rule)}`),
    fact(ruleSentence(rule)),
    heading('二、业主名册'),
    fact(`${doors} 户，一个业主有多户的按 1 人计，共 ${weightInWords(totals.total)}`),
    heading('三、计票'),
    ...groupLines(totals).map(fact),
    fact('没有交回的和无效的不算参与，也不算同意'),
    heading('四、计算'),
    ...tests.map((test): ComputationLine => ({ kind: 'test', text: testSentence(test), holds: test.passes })),
    heading('五、结果'),
    fact(voteOutcomeNames[outcome]),
    ...(isLift ? [heading('附：加装电梯（仅供参考，不影响上面的结果）'), ...liftLines(totals)] : []),
  ];
}

function groupLines({ participating, yes, no, abstain, invalid, unreturned }: VoteSums): string[] {
  return [
    `参与表决 ${weightInWords(participating)}`,
    `其中同意 ${weightInWords(yes)}`,
    `其中反对 ${weightInWords(no)}`,
    `其中弃权 ${weightInWords(abstain)}`,
    `无效 ${weightInWords(invalid)}`,
    `未交回 ${weightInWords(unreturned)}`,
  ];
}

/** A threshold with its share and its inequality, in one line. */
function testSentence(test: VoteTest): string {
  const { of, measure, part, whole, threshold } = test;
  const who = of === 'participation' ? '参与表决的' : '同意的';
  const share = `占 ${shareInWords(part, whole)}`;
  return `${who}${measureNames[measure]}${share}，要求${shareInRule(threshold)}：${inequality(test)}`;
}

/** Two thirds of all owners of the unit, beside the result of 民法典; it decides nothing by itself. */
export function liftLines({ total, yes }: VoteSums): ComputationLine[] {
  const threshold: Threshold = { share: liftFigure.share, atLeast: true };
  return (['area', 'persons'] as const).map((measure) => {
    const [part, whole] = [yes[measure], total[measure]];
    const holds = passes(part, whole, threshold);
    const test = { of: 'agreement' as const, measure, threshold, part, whole, passes: holds, missing: 0 };
    const text = `${liftFigure.source}，同意的${measureNames[measure]}占本单元全部业主${shareInRule(threshold)}：${inequality(test)}`;
    return { kind: 'test', text, holds };
  });
}
