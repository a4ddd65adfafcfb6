// Quiet days of examinations (高考 nationwide, 中考 by the city) are no number of the law: a district or a street writes them
// down with the paper that says so, and the works ask here which days those are (domain reference §6.5).
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { byOffice, wordsBlockers } from './blocked';

/** Days on which works keep quiet, both ends included, and the paper that says so. */
export interface QuietPeriod {
  /** '2026年高考'. */
  name: string;
  fromOn: CalendarDate;
  untilOn: CalendarDate;
  source: string;
}

/** How long may one period be, in days? An examination is over in a week. Setting of the house. */
export const longestQuietPeriod = 7;

/** What speaks against writing it down? `known` are those that hold for the same place. */
export function quietPeriodBlockers(
  { name, fromOn, untilOn, source }: QuietPeriod,
  known: readonly QuietPeriod[],
): Blocker[] {
  const found = [
    ...wordsBlockers('quiet-name', name, '是什么考试'),
    ...wordsBlockers('quiet-source', source, '依据，如文件名称和文号'),
  ];
  if (untilOn < fromOn) {
    found.push(byOffice('quiet-order', `「最后一天」不能早于 ${dayInWords(fromOn)}`));
  } else if (daysBetween(fromOn, untilOn) >= longestQuietPeriod) {
    found.push(byOffice('quiet-long', `一次最多填 ${longestQuietPeriod} 天，请核对日期，或者分几条填写`));
  }
  const twice = known.find((one) => fromOn <= one.untilOn && one.fromOn <= untilOn);
  if (twice) {
    found.push(
      byOffice(
        'quiet-twice',
        `「${twice.name}」已经登记了其中的日子（${quietPeriodInWords(twice)}），请核对`,
      ),
    );
  }
  return found;
}

/** What speaks against striking it out, whatever reason will be given? */
export const quietWithdrawnBlockers = ({ withdrawnOn }: { withdrawnOn: CalendarDate | null }): Blocker[] =>
  withdrawnOn === null
    ? []
    : [byOffice('quiet-withdrawn', `这条静音日在 ${dayInWords(withdrawnOn)}已经作废`)];

/** What speaks against striking it out for this reason? */
export const quietWithdrawalBlockers = (
  row: { withdrawnOn: CalendarDate | null },
  reason: string,
): Blocker[] => [
  ...quietWithdrawnBlockers(row),
  ...wordsBlockers('quiet-withdraw-reason', reason, '作废的原因'),
];

/** May this office strike out what holds for that place? Its own, and a district those of its streets. */
export const keepsQuietDays = (officeId: number, place: { id: number; parentId: number | null }): boolean =>
  officeId === place.id || officeId === place.parentId;

/** '2026年6月7日', '2026年6月7日 至 2026年6月8日'. */
export const quietPeriodInWords = ({ fromOn, untilOn }: Pick<QuietPeriod, 'fromOn' | 'untilOn'>): string =>
  fromOn === untilOn ? dayInWords(fromOn) : `${dayInWords(fromOn)} 至 ${dayInWords(untilOn)}`;

/** Every single day of these periods, in order, each once. */
export function quietDaysOf(periods: readonly Pick<QuietPeriod, 'fromOn' | 'untilOn'>[]): CalendarDate[] {
  const days = new Set<CalendarDate>();
  for (const { fromOn, untilOn } of periods) {
    for (let day = fromOn; day <= untilOn; day = addDays(day, 1)) days.add(day);
  }
  return [...days].sort();
}
