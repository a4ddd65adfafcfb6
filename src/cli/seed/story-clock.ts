import { CalendarDate, addDays } from '../../domain/kernel/calendar-date';
import { Clock } from '../../platform/clock/clock';

/** When? A day of the past as it is told, or days from the day of seeding (-12 = twelve days before), so that what goes on looks alive. */
export type StoryDay = CalendarDate | number;

/** Which day is meant, told on `today`? */
export const dayIn = (day: StoryDay, today: CalendarDate): CalendarDate =>
  typeof day === 'number' ? addDays(today, day) : day;

/** The instant at which the clock on the wall in Zhengzhou shows this on that day. */
export const instantOf = (day: CalendarDate, wallTime: string): Date =>
  new Date(`${day}T${wallTime}:00+08:00`);

/** Lets the one clock of the product show the days of a story, so that rows and the audit chain carry them. */
export class StoryClock {
  constructor(private readonly clock: Clock) {}

  showing(instant: Date): void {
    this.clock.now = () => new Date(instant);
  }

  /** Gives the clock back to the present. */
  release(): void {
    delete (this.clock as Partial<Clock>).now;
  }
}
