import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { LedgerSign, ledgerSignNames, LedgerStanding, PatrolDue } from '../domain/removal/living-ledger';
import { patrolKindNames } from '../domain/removal/patrol';
import type { StatusMark } from '../platform/web/figures';

const signStates: Record<LedgerSign, StatusMark['state']> = {
  passing: 'done',
  mending: 'doing',
  failing: 'late',
};

/** The sign of a compound as a mark; what is not dealt with carries its number. */
export const signMark = ({ sign, open }: Pick<LedgerStanding, 'sign' | 'open'>): StatusMark => ({
  state: signStates[sign],
  word: open ? `${ledgerSignNames[sign]} · ${open} 处` : ledgerSignNames[sign],
});

/** The day of the last look, short enough for one cell. */
export const lookedInWords = ({ lookedOn }: Pick<LedgerStanding, 'lookedOn'>, today: CalendarDate): string =>
  lookedOn ? `${nearDay(lookedOn, today)}查看` : '还没有回访';

/** A round that comes next: '拆后回访 8月14日前', '飞线巡查已逾期 3 天'. */
export function dueInWords({ kind, dueOn }: PatrolDue, today: CalendarDate): string {
  const name = patrolKindNames[kind];
  if (dueOn === today) return `${name}今天到期`;
  return dueOn < today
    ? `${name}已逾期 ${daysBetween(dueOn, today)} 天`
    : `${name} ${nearDay(dueOn, today)}前`;
}
