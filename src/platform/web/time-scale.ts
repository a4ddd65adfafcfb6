import { addDays, CalendarDate, daysBetween, weekdayOf, yearOf } from '../../domain/kernel/calendar-date';
import { nearDay } from '../../domain/kernel/near-day';
import type { GanttFigure, GanttRow, GanttSpan } from './figures';

/** How much of a narrow time line '2027年1月', '6月18日' and '今天 11月21日' take, in percent. */
const widthOfMonth = 18;
const widthOfWeek = 14;
const widthOfToday = 24;

/** Up to so many days the weeks are marked, beyond it the months. */
const mostDaysInWeeks = 100;

/** Turns days into percent of a time line; a day is as wide as any other. */
export class TimeScale {
  private readonly days: number;

  constructor(
    private readonly first: CalendarDate,
    private readonly last: CalendarDate,
  ) {
    this.days = daysBetween(first, last) + 1;
  }

  /** Where this day begins. */
  at(day: CalendarDate): number {
    return rounded((daysBetween(this.first, day) * 100) / this.days);
  }

  /** From the morning of the first to the evening of the second; undefined when it is the wrong way round. */
  span(from: CalendarDate, to: CalendarDate): GanttSpan | undefined {
    const days = daysBetween(from, to) + 1;
    return days < 1 ? undefined : { x: this.at(from), w: rounded((days * 100) / this.days) };
  }

  /** The same for what is late, with its words behind it. */
  late(from: CalendarDate, to: CalendarDate, label: string): GanttRow['bars']['late'] {
    const span = this.span(from, to);
    return span && { ...span, label, labelX: rounded(span.x + span.w) };
  }

  holds(day: CalendarDate): boolean {
    return day >= this.first && day <= this.last;
  }

  /** Where today begins, and how it is called; undefined where it lies outside. */
  today(today: CalendarDate): GanttFigure['today'] {
    return this.holds(today) ? { x: this.at(today), label: `今天 ${nearDay(today, today)}` } : undefined;
  }

  /** The first of every month; the months get words where there is room for them, also beside today. */
  months(today: CalendarDate): GanttFigure['ticks'] {
    const firsts: CalendarDate[] = [];
    for (let day = nextFirst(this.first); day <= this.last; day = nextFirst(addDays(day, 1)))
      firsts.push(day);
    let said = yearOf(today);
    return this.labelled(firsts, today, widthOfMonth, (day) => {
      const label = monthInWords(day, said);
      said = yearOf(day);
      return label;
    });
  }

  /** Mondays on a short time line, months on a long one. */
  ticks(today: CalendarDate): GanttFigure['ticks'] {
    if (this.days > mostDaysInWeeks) return this.months(today);
    const mondays: CalendarDate[] = [];
    for (
      let day = addDays(this.first, (8 - weekdayOf(this.first)) % 7);
      day <= this.last;
      day = addDays(day, 7)
    )
      mondays.push(day);
    return this.labelled(mondays, today, widthOfWeek, (day) => nearDay(day, today));
  }

  private labelled(
    days: readonly CalendarDate[],
    today: CalendarDate,
    width: number,
    inWords: (day: CalendarDate) => string,
  ): GanttFigure['ticks'] {
    const now = this.holds(today) ? this.at(today) : NaN;
    const isBesideToday = (x: number) => x > now - width && x < now + widthOfToday;
    let said = -100;
    return days.map((day) => {
      const x = this.at(day);
      if (x < said + width || x > 100 - width || isBesideToday(x)) return { x };
      said = x;
      return { x, label: inWords(day) };
    });
  }
}

/** '6月', or '2027年1月' in another year than the one said before. */
function monthInWords(first: CalendarDate, said: number): string {
  const [year, month] = first.split('-').map(Number);
  return year === said ? `${month}月` : `${year}年${month}月`;
}

const rounded = (percent: number) => Math.round(percent * 100) / 100;

/** This day if it is the first of a month, else the first of the next month. */
function nextFirst(day: CalendarDate): CalendarDate {
  if (day.endsWith('-01')) return day;
  const [year, month] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
