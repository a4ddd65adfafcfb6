import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/people/actor';
import type { CalendarDate } from '../domain/kernel/calendar-date';

/** One thing that waits for this person in some room, for the list of things to do. */
export interface WaitingItem {
  /** 导入, 摸底 …: what kind of work. */
  kind: string;
  /** Name of the compound; undefined when it concerns several. */
  where?: string;
  what: string;
  /** Why it is in this person's list. */
  why: string;
  dueOn: CalendarDate | null;
  action: { label: string; link: string };
}

/** A room in which things wait for people. */
export interface WaitingSource {
  waitingFor(actor: Actor): Promise<WaitingItem[]>;
}

/** Where rooms beside the portfolio put in what waits for somebody, so that the list needs to know none of them. */
@Injectable()
export class WaitingWork {
  private readonly sources: WaitingSource[] = [];

  /** Called once by a room when it starts. */
  register(source: WaitingSource): void {
    this.sources.push(source);
  }

  async gather(actor: Actor): Promise<WaitingItem[]> {
    return (await Promise.all(this.sources.map((source) => source.waitingFor(actor)))).flat();
  }
}
