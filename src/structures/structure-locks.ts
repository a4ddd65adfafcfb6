import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Blocker } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { foundTooLate } from './structure-refusals';

/** Says why a structure keeps its kind: papers name it. */
type KindLock = (tx: EntityManager, structureId: number) => Promise<Blocker[]>;

/** Says on which day something was first recorded of a structure; null while nothing was. */
type FirstDay = (tx: EntityManager, structureId: number) => Promise<CalendarDate | null>;

/** Where rooms above say what of a sheet may no longer be changed because something was built upon it. */
@Injectable()
export class StructureLocks {
  private readonly locks: KindLock[] = [];
  private readonly firstDays: FirstDay[] = [];

  /** Called once by a room above when it starts. */
  register(lock: KindLock): void {
    this.locks.push(lock);
  }

  /** Called once by a room above when it starts. */
  registerFirstDay(firstDay: FirstDay): void {
    this.firstDays.push(firstDay);
  }

  /** Everything that speaks against another kind. */
  async kindBlockers(tx: EntityManager, structureId: number): Promise<Blocker[]> {
    const found: Blocker[] = [];
    for (const lock of this.locks) found.push(...(await lock(tx, structureId)));
    return found;
  }

  /** Everything that speaks against its having been found on this day. */
  async foundBlockers(tx: EntityManager, structureId: number, foundOn: CalendarDate): Promise<Blocker[]> {
    const days: CalendarDate[] = [];
    for (const firstDay of this.firstDays) {
      const day = await firstDay(tx, structureId);
      if (day !== null && day < foundOn) days.push(day);
    }
    return days.length ? [foundTooLate(days.sort()[0])] : [];
  }
}
