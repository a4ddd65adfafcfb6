import { exactPercent, percentInWords, whole } from '../domain/progress/basis-points';
import { itemWeights } from '../domain/progress/item-weights';
import { contributions } from '../domain/progress/progress-on';
import type { ProgressItem } from '../domain/progress/progress-item';
import type { WorksCourse } from '../domain/progress/works-course';
import { quantityInput, quantityInWords } from '../domain/plan/quantity';
import type { ProgressStanding } from './progress.totals';

/** The table behind the number: what each item weighs, is planned and done, and brings to the whole. */
export interface WeightsView {
  rows: WeightRow[];
  /** The sums; missing where the table does not hold every item. */
  total?: { share: string; planned: string; brought: string };
  note: string;
}

interface WeightRow {
  name: string;
  share: string;
  /** From what it was weighed; empty where that is not told. */
  basis: string;
  planned: string;
  done: string;
  amount: string;
  brought: string;
}

/** The weights of the plan in force; a builder reads its own items, and no money of others. */
export function toWeights(
  course: WorksCourse,
  { progress }: ProgressStanding,
  seenItemIds: ReadonlySet<number>,
): WeightsView {
  const { baseline, items } = course;
  const byId = new Map(items.map((item) => [item.id, item]));
  const known = baseline.items.flatMap(({ id }) => byId.get(id) ?? []);
  const basis = new Map(itemWeights(baseline.weighing, known).map(({ id, words }) => [id, words]));
  const all = contributions(course, progress.on);
  const seen = all.filter(({ id }) => seenItemIds.has(id));
  const isWhole = seen.length === all.length;
  return {
    rows: seen.map(({ id, name, share, planned, done, brought }) => ({
      ...{ name, share: exactPercent(share), basis: isWhole ? (basis.get(id) ?? '') : '' },
      ...{ planned: percentInWords(planned), done: percentInWords(done), brought: exactPercent(brought) },
      amount: amountOf(course, byId.get(id)!, progress.on),
    })),
    ...(isWhole && {
      total: {
        share: exactPercent(whole),
        planned: exactPercent(progress.planned),
        brought: exactPercent(progress.actual),
      },
    }),
    note: isWhole ? progress.how : `只列本单位的施工项目，总进度按全部 ${all.length} 项计算`,
  };
}

/** '527 / 620 ㎡'; empty where it is told as a share. */
function amountOf({ values }: WorksCourse, item: ProgressItem, day: string): string {
  if (item.measure === 'share') return '';
  const own = values.filter(({ itemId, on }) => itemId === item.id && on <= day);
  const latest = own.reduce((last, one) => (one.on >= last.on ? one : last), { on: '', value: 0 });
  return `${quantityInput(latest.value)} / ${quantityInWords(item.quantity, item.unit)}`;
}
