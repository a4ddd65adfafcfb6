import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull } from 'typeorm';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import {
  PersuaderRole,
  PersuasionStanding,
  PersuasionVisit,
  persuasionStanding,
} from '../domain/removal/persuasion';
import { stillStands } from '../domain/removal/structure-states';
import { Clock } from '../platform/clock/clock';
import type { StructureRecord } from '../structures/structure.entities';
import { PersuasionVisitRecord } from './persuasion.entity';

/** A visit as the law reads it. */
export const toPersuasionVisit = (row: PersuasionVisitRecord): PersuasionVisit => ({
  ...row,
  visitors: row.visitors.split(',') as PersuaderRole[],
});

const times = ['morning', 'afternoon', 'evening'];

/** Earlier visits first: by day, by time of the day, and as they were written down. */
export const compareVisits = (one: PersuasionVisitRecord, other: PersuasionVisitRecord): number =>
  one.visitedOn.localeCompare(other.visitedOn) ||
  times.indexOf(one.time) - times.indexOf(other.time) ||
  one.id - other.id;

/** What other floors may ask about persuasion. Whether the asker may see the structures is their question. */
@Injectable()
export class PersuasionTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
  ) {}

  /** How each of these structures stands after its visits, those taken back left out; one query for all. */
  async standings(
    structures: readonly StructureRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, PersuasionStanding>> {
    const visits = await this.visits(structures, from);
    const today = this.clock.today();
    return new Map(
      structures.map(({ id, foundOn, state }) => [
        id,
        persuasionStanding(
          visits.get(id)!.map(toPersuasionVisit),
          { foundOn, isOpen: stillStands(state) },
          today,
        ),
      ]),
    );
  }

  /** The visits that count, by structure, the earliest first. */
  async visits(
    structures: readonly StructureRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, PersuasionVisitRecord[]>> {
    const structureId = In(structures.map(({ id }) => id));
    const rows = structures.length
      ? await from.findBy(PersuasionVisitRecord, { structureId, withdrawnOn: IsNull() })
      : [];
    const visits = new Map(structures.map(({ id }) => [id, [] as PersuasionVisitRecord[]]));
    for (const row of rows.sort(compareVisits)) visits.get(row.structureId)!.push(row);
    return visits;
  }

  /** The day of the first visit to a structure that counts; null before it. */
  async firstDay(structureId: number, from: EntityManager): Promise<CalendarDate | null> {
    const where = { structureId, withdrawnOn: IsNull() };
    const first = await from.findOne(PersuasionVisitRecord, { where, order: { visitedOn: 'ASC' } });
    return first?.visitedOn ?? null;
  }
}
