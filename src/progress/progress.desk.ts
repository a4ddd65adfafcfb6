import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import type { WorksBaseline } from '../domain/progress/baseline';
import { DelayProposal, delayProposals } from '../domain/progress/delay-proposal';
import type { WorksCourse } from '../domain/progress/works-course';
import { PlacedItem, seesContract, WorksDesk } from '../works/works.desk';
import { DelayDecisionRecord, StopWindowRecord, WorksBaselineRecord } from './progress.entities';
import { ProgressRecords } from './progress.records';
import { toBaseline } from './progress.rows';

/** The works of one renovation, with everything progress says of them. */
export interface WorksAtPlace {
  compound: Compound;
  renovation: Renovation;
  items: PlacedItem[];
  /** The items of the contracts this person sees: all of them, but for a builder. */
  seenItemIds: ReadonlySet<number>;
  seenContractIds: ReadonlySet<number>;
  baselines: WorksBaselineRecord[];
  windows: StopWindowRecord[];
  decisions: DelayDecisionRecord[];
  /** null before a plan is frozen. */
  course: WorksCourse | null;
}

/** A written stop with the works it belongs to. */
export interface StopAtPlace {
  window: StopWindowRecord;
  compound: Compound;
  renovation: Renovation;
}

/** The one way to plans, stops and delays: whoever asks gets them only if the compound lies in their scope. */
@Injectable()
export class ProgressDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly works: WorksDesk,
    private readonly records: ProgressRecords,
  ) {}

  /** The works of the current renovation; a compound without one has none. */
  async current(actor: Actor, code: string, from?: EntityManager): Promise<WorksAtPlace> {
    const { compound, renovation } = await this.compounds.current(actor, code, from);
    if (!renovation) throw new NotFoundException();
    return this.of(actor, compound, renovation, from);
  }

  /** The works of a renovation whose compound was already found in scope, as they are or as they stood on a day gone by. */
  async of(
    actor: Actor,
    compound: Compound,
    renovation: Renovation,
    from: EntityManager = this.reader.manager,
    asOf?: CalendarDate,
  ): Promise<WorksAtPlace> {
    const { contracts, items } = await this.works.ofRenovation(renovation.id, from);
    const seen = new Set(contracts.filter((one) => seesContract(actor, one)).map(({ id }) => id));
    const courses = await this.records.courses([renovation.id], from, asOf);
    return {
      ...{ compound, renovation, items, seenContractIds: seen },
      seenItemIds: new Set(items.filter(({ contractId }) => seen.has(contractId)).map(({ id }) => id)),
      baselines: await this.records.baselines(renovation.id, from),
      windows: await this.records.windows([renovation.id], from),
      decisions: await from.find(DelayDecisionRecord, {
        where: { renovationId: renovation.id },
        order: { id: 'ASC' },
      }),
      course: courses.get(renovation.id) ?? null,
    };
  }

  /** Every plan that was frozen of a renovation, the first one first. */
  async plans(renovationId: number): Promise<WorksBaseline[]> {
    return (await this.records.baselines(renovationId)).map(toBaseline);
  }

  /** The written stop with this id; one taken back is not there any more. */
  async stop(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<StopAtPlace> {
    const window = await from.findOneBy(StopWindowRecord, { id });
    if (!window || window.withdrawnOn !== null) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, window.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: window.renovationId });
    return { window, compound, renovation };
  }
}

/** Which later ends do stops explain? None before a plan is frozen. */
export const proposalsOf = ({ course }: Pick<WorksAtPlace, 'course'>): DelayProposal[] =>
  course ? delayProposals(course) : [];
