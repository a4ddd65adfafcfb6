import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/people/actor';
import type { CalendarDate } from '../domain/kernel/calendar-date';

/** One thing that waits for this person in some room, for the list of things to do. */
export interface WaitingItem {
  /** 导入, 摸底 …: what kind of work. */
  kind: string;
  /** The compound it concerns; null when it concerns several, or none yet. */
  compoundId: number | null;
  /** Name of the compound; for display only, names are not unique; undefined when it concerns several. */
  where?: string;
  what: string;
  /** Why it is in this person's list. */
  why: string;
  dueOn: CalendarDate | null;
  action: { label: string; link: string };
}

/** A room in which things wait for people. */
export interface WaitingSource {
  /** Asked for one compound, its rows are counted alone, so that none is cut off by those of others. */
  waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]>;
}

/** Where rooms beside the portfolio put in what waits for somebody, so that the list needs to know none of them. */
@Injectable()
export class WaitingWork {
  private readonly sources: WaitingSource[] = [];

  /** Called once by a room when it starts. */
  register(source: WaitingSource): void {
    this.sources.push(source);
  }

  /** What waits in all rooms; for one compound, only what concerns it and nothing else. */
  async gather(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const found = await Promise.all(this.sources.map((source) => source.waitingFor(actor, compoundId)));
    return found.flat().filter((item) => compoundId === undefined || item.compoundId === compoundId);
  }
}
