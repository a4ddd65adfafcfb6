import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { percentOf } from '../domain/progress/basis-points';
import { plannedFinish } from '../domain/progress/baseline';
import { measuredOn } from '../domain/progress/course-days';
import { FinishForecast, finishForecast } from '../domain/progress/finish-forecast';
import { Progress, progressOn } from '../domain/progress/progress-on';
import { plannedValueBy, WorksCourse, worksBegunOn } from '../domain/progress/works-course';
import { Clock } from '../platform/clock/clock';
import type { ToldProgress } from '../works/site-progress';
import { ProgressRecords } from './progress.records';

/** How far the works of one renovation are: the one number every page shows. */
export interface ProgressStanding {
  /** The figures at the end of the last day whose work is known. */
  progress: Progress;
  /** When the plan in force ends. */
  plannedFinishOn: CalendarDate | null;
  begunOn: CalendarDate | null;
  /** Items of today's plan that are finished, and all of them. */
  done: number;
  all: number;
  /** For the office alone: nothing of it is public. */
  forecast: FinishForecast;
}

/** What other floors may ask about progress. Whether the asker may see the compounds is their question. */
@Injectable()
export class ProgressTotals {
  constructor(
    private readonly records: ProgressRecords,
    private readonly clock: Clock,
  ) {}

  /** How far each of these renovations is, today or as it stood on a day gone by; without a frozen plan it is missing. */
  async of(
    renovationIds: readonly number[],
    day: CalendarDate = this.clock.today(),
    from?: EntityManager,
  ): Promise<Map<number, ProgressStanding>> {
    const standings = new Map<number, ProgressStanding>();
    const asOf = day < this.clock.today() ? day : undefined;
    for (const [id, course] of await this.records.courses(renovationIds, from, asOf)) {
      const standing = this.standing(course);
      if (standing) standings.set(id, standing);
    }
    return standings;
  }

  /** The works of one renovation laid out day by day; null before a plan is frozen. */
  async courseOf(renovationId: number, from?: EntityManager): Promise<WorksCourse | null> {
    return (await this.records.courses([renovationId], from)).get(renovationId) ?? null;
  }

  /** How far these renovations are today, for rooms below. */
  async told(renovationIds: readonly number[], from?: EntityManager): Promise<Map<number, ToldProgress>> {
    const standings = await this.of(renovationIds, undefined, from);
    return new Map(
      [...standings].map(
        ([
          id,
          {
            progress: { on, actual, planned, words },
          },
        ]) => [id, { on, percent: percentOf(actual), planned: percentOf(planned), words }],
      ),
    );
  }

  /** Where each item should be by the end of a day, in its measure. */
  async plannedValues(
    renovationId: number,
    day: CalendarDate,
    from?: EntityManager,
  ): Promise<Map<number, number>> {
    const course = await this.courseOf(renovationId, from);
    const lines = course ? [...course.lines, ...course.added] : [];
    return new Map(lines.map((line) => [line.id, plannedValueBy(line, day)]));
  }

  /** How far these works are on the day they were laid out for; null where nothing weighs. */
  standing(course: WorksCourse): ProgressStanding | null {
    const day = course.asOf ?? this.clock.today();
    const progress = progressOn(course, measuredOn(course, day));
    if (!progress) return null;
    const items = course.items.filter(({ isDropped }) => !isDropped);
    return {
      ...{ progress, plannedFinishOn: plannedFinish(course.baseline), begunOn: worksBegunOn(course) },
      ...{ all: items.length, done: items.length - course.openIds.length },
      forecast: finishForecast(course, day),
    };
  }
}
