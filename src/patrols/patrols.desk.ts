import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { isGoingOn } from '../domain/renovation/going-on';
import { StructureRecord } from '../structures/structure.entities';
import { PatrolFile, PatrolRecord, PatrolRelapse } from './patrol.entities';

/** A structure a round named; `isReopened` where its case was opened again. */
export interface NamedStructure {
  id: number;
  number: number;
  place: string;
  isReopened: boolean;
}

/** A round with what it named and the ids of its photos. */
export type SeenPatrol = PatrolRecord & { relapsed: NamedStructure[]; photoIds: number[] };

/** A structure of the compound, and whether its renovation is over. */
export type LedgerStructure = Pick<
  StructureRecord,
  'id' | 'number' | 'kind' | 'place' | 'state' | 'closedOn'
> & {
  isOver: boolean;
};

/** What a round is judged by: since when there is a renovation, and every structure of the compound. */
export interface PatrolGround {
  openedOn: CalendarDate | null;
  structures: LedgerStructure[];
}

export const patrolsPerPage = 30;

/** The one way to rounds: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class PatrolDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
  ) {}

  /** The round with this id. */
  async find(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<{ compound: Compound; patrol: SeenPatrol }> {
    const row = await from.findOneBy(PatrolRecord, { id });
    if (!row) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, row.compoundId, from);
    return { compound, patrol: (await this.seen([row], from))[0] };
  }

  /** One page of the rounds of a compound, the newest first; those taken back stand where they stood. */
  async list(compoundId: number, page: number): Promise<{ patrols: SeenPatrol[]; total: number }> {
    const [rows, total] = await this.reader.manager.findAndCount(PatrolRecord, {
      where: { compoundId },
      order: { lookedOn: 'DESC', id: 'DESC' },
      skip: (page - 1) * patrolsPerPage,
      take: patrolsPerPage,
    });
    return { patrols: await this.seen(rows, this.reader.manager), total };
  }

  /** What rounds of a compound are judged by. */
  async ground(compoundId: number, from: EntityManager = this.reader.manager): Promise<PatrolGround> {
    const where = { compoundId };
    const renovations = await from.find(Renovation, { where, order: { openedOn: 'ASC' } });
    const structures = await from.find(StructureRecord, { where, order: { number: 'ASC' } });
    const going = new Set(renovations.filter(({ state }) => isGoingOn(state)).map(({ id }) => id));
    return {
      openedOn: renovations[0]?.openedOn ?? null,
      structures: structures.map((one) => ({ ...one, isOver: !going.has(one.renovationId) })),
    };
  }

  private async seen(rows: readonly PatrolRecord[], from: EntityManager): Promise<SeenPatrol[]> {
    if (!rows.length) return [];
    const patrolId = In(rows.map(({ id }) => id));
    const relapses = await from.find(PatrolRelapse, { where: { patrolId }, order: { id: 'ASC' } });
    const files = await from.find(PatrolFile, { where: { patrolId }, order: { id: 'ASC' } });
    const id = In(relapses.map(({ structureId }) => structureId));
    const known = relapses.length ? await from.find(StructureRecord, { where: { id } }) : [];
    const structures = new Map(known.map((one) => [one.id, one]));
    const named = ({ structureId, eventId }: PatrolRelapse): NamedStructure => {
      const { number, place } = structures.get(structureId)!;
      return { id: structureId, number, place, isReopened: eventId !== null };
    };
    return rows.map((row) => ({
      ...row,
      relapsed: relapses.filter((one) => one.patrolId === row.id).map(named),
      photoIds: files.filter((one) => one.patrolId === row.id).map(({ fileId }) => fileId),
    }));
  }
}
