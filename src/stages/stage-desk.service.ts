import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, IsNull } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk, RenovationChoice } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { StageFacts } from '../compounds/stage-facts';
import { Actor } from '../domain/people/actor';
import { Milestone, PassedGate } from './evidence.entities';
import { StageSchedule } from './schedule.entities';
import { Standing, firstSchedules, gateFactsOf } from './standing';

/** The desk of a compound: its renovations, and where the one that is looked at stands. */
export interface OpenDesk {
  choice: RenovationChoice;
  standing: Standing | null;
}

/** Where a renovation stands: rows of the desk and the facts of all rooms, gathered for the law. */
@Injectable()
export class StageDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly rooms: StageFacts,
  ) {}

  /** The current renovation of this compound, if there is one and the person may see it; otherwise it is not there. */
  async find(actor: Actor, code: string, from: EntityManager = this.reader.manager): Promise<Standing> {
    const { compound, renovation } = await this.compounds.current(actor, code, from);
    if (!renovation) throw new NotFoundException();
    return this.standing(compound, renovation, from);
  }

  /** A renovation of this compound by its sequence, else the current one; null before the first is opened. */
  async open(actor: Actor, code: string, sequence?: number): Promise<OpenDesk> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    return { choice, standing: renovation && (await this.standing(compound, renovation)) };
  }

  /** Everything the law asks of this renovation. Inside a unit of work the rooms answer from what was last committed. */
  async standing(
    compound: Compound,
    renovation: Renovation,
    from: EntityManager = this.reader.manager,
  ): Promise<Standing> {
    const renovationId = renovation.id;
    const said = await this.rooms.gather({ compoundId: compound.id, renovationId });
    const schedules = await from.find(StageSchedule, { where: { renovationId }, order: { id: 'ASC' } });
    const milestones = await from.find(Milestone, {
      where: { renovationId, supersededAt: IsNull() },
      order: { id: 'ASC' },
    });
    const passed = await from.find(PassedGate, { where: { renovationId }, order: { id: 'ASC' } });
    const gates = gateFactsOf(renovation, compound.floorArea, { said, milestones, passed });
    return { compound, renovation, schedules, milestones, passed, gates };
  }

  /** The six rows of a renovation, made inside a unit of work when its desk is used for the first time. */
  async schedulesFor(tx: EntityManager, { renovation, schedules }: Standing): Promise<StageSchedule[]> {
    if (schedules.length) return schedules;
    await tx.insert(StageSchedule, firstSchedules(renovation));
    return tx.find(StageSchedule, { where: { renovationId: renovation.id }, order: { id: 'ASC' } });
  }
}
