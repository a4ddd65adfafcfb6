// The result of asking, as it is posted in the yard: numbers of households to each question, never a door; shares of all
// households, rounded down, silence not counted as consent (domain reference §1.3 G2, §4.6, §9.1).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { shareInWords } from '../kernel/ratio';
import { householdQuestions } from './household-questions';
import { ConsentCount, ConsentTotals } from './household-standing';

/** Worded so that no number is taken for a door when the text is masked: '同意 21 户，反对 2 户，观望的有 1 户，未表态 4 户，同意率 75%'. */
function countInWords({ agree, against, undecided, notAsked }: ConsentCount, households: number): string {
  const counts = `同意 ${agree} 户，反对 ${against} 户，观望的有 ${undecided} 户，未表态 ${notAsked} 户`;
  return `${counts}，同意率 ${shareInWords(agree, households)}`;
}

/** The text proposed for the notice; it may be reworded before it is posted. */
export function resultText(
  name: string,
  { households, reached, counts }: ConsentTotals,
  day: CalendarDate,
): string {
  const lines = counts.map(
    (count, at) =>
      `${'一二三'[at]}、${householdQuestions[count.question].about}：${countInWords(count, households)}。`,
  );
  return [
    `${name}居民意愿征询情况公布如下：`,
    `截至${dayInWords(day)}，全院住宅共 ${households} 户，已征询到 ${reached} 户，还有 ${households - reached} 户没有征询到。`,
    ...lines,
    '同意率按全院住宅户数计算，没有表态的不算同意，百分数往下取整到小数点后两位。',
    '对结果有疑问或还没有表态的住户，请在公布期内向社区反映。',
  ].join('\n');
}

/** The numbers as one word, to see whether they have changed since somebody looked at them. */
export const totalsAsWord = ({ households, reached, counts }: ConsentTotals): string =>
  [
    households,
    reached,
    ...counts.flatMap(({ agree, against, undecided }) => [agree, against, undecided]),
  ].join('-');

/** What speaks against posting the result? `seen` are the numbers the person looked at. */
export function resultBlockers(totals: ConsentTotals, calls: number, seen: string): Blocker[] {
  if (calls === 0) return [houseRule('result.none', '还没有征询记录，没有可以公布的结果。请先入户征询')];
  if (totals.households === 0)
    return [houseRule('result.households', '门户名册里没有住宅，算不出户数。请先在「楼栋门户」页补齐')];
  if (seen === totalsAsWord(totals)) return [];
  return [
    houseRule(
      'result.changed',
      '打开这页以后又录入了征询记录，数字已经变了。新的数字在下面，请核对内容里的户数后再公布',
    ),
  ];
}
