import { Global, Injectable, Module } from '@nestjs/common';
import type { WallMoment } from '../../domain/construction/wall-moment';
import { CalendarDate } from '../../domain/kernel/calendar-date';
import { WorkDays } from './work-days';

const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const shanghaiTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

/** Which day it is in Zhengzhou at this instant. */
export const dayOf = (instant: Date | string): CalendarDate => shanghaiDay.format(new Date(instant));

/** The instant at which a day begins in Zhengzhou, as stored in `…At` columns. */
export const morningOf = (day: CalendarDate): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** What the clock on the wall in Zhengzhou shows at this instant, as 'HH:mm'. */
export const wallTimeOf = (instant: Date | string): string => shanghaiTime.format(new Date(instant));

/** The only clock of the product; tests and the demo set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The present instant as stored in `…At` columns (ISO-8601, UTC, milliseconds). */
  nowAt(): string {
    return this.now().toISOString();
  }

  /** Today in Asia/Shanghai. */
  today(): CalendarDate {
    return dayOf(this.now());
  }

  /** Day and minute on the wall in Zhengzhou, both of the same instant. */
  wallMoment(): WallMoment {
    const now = this.now();
    return `${dayOf(now)} ${wallTimeOf(now)}`;
  }
}

/** The one clock and the one work calendar, for every room. */
@Global()
@Module({ providers: [Clock, WorkDays], exports: [Clock, WorkDays] })
export class ClockModule {}
