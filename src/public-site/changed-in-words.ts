import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { dayOf, wallTimeOf } from '../platform/clock/clock';

/** When was something told last? '今天 17:42 更新', '5月20日 09:10 更新'. */
export function changedInWords(at: string | null, today: CalendarDate): string {
  if (at === null) return '还没有更新';
  const day = dayOf(at);
  return `${day === today ? '今天' : nearDay(day, today)} ${wallTimeOf(at)} 更新`;
}
