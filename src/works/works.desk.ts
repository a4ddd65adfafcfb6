import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation, RenovationParty } from '../compounds/renovation.entities';
import type { Supervision } from '../domain/construction/confirming';
import type { Contract } from '../domain/construction/contract';
import type { WorkItem } from '../domain/construction/work-item';
import type { Actor } from '../domain/people/actor';
import { isFirm } from '../domain/people/roles';
import { Clock } from '../platform/clock/clock';
import { Grounds } from '../zones/grounds';
import { ContractRecord, WorkItemRecord, WorkItemStepRecord } from './work.entities';

/** A contract with its compound and its renovation. */
export interface ContractAtPlace {
  contract: ContractRecord;
  compound: Compound;
  renovation: Renovation;
}

/** An item with its contract, its compound and its renovation. */
export interface ItemAtPlace extends ContractAtPlace {
  item: PlacedItem;
}

/** An item with the ids of the zones its line of the plan is drawn on. */
export type PlacedItem = WorkItemRecord & { zoneIds: number[] };

/** The contracts and items of one renovation. */
export interface WorksOfRenovation {
  contracts: ContractRecord[];
  items: PlacedItem[];
}

/** The one way to contracts and items: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class WorksDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly grounds: Grounds,
    private readonly clock: Clock,
  ) {}

  /** The contract with this id; a builder sees its own alone. */
  async contract(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<ContractAtPlace> {
    const contract = await from.findOneBy(ContractRecord, { id });
    if (!contract || !seesContract(actor, contract)) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, contract.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: contract.renovationId });
    return { contract, compound, renovation };
  }

  /** The item with this id; a builder sees those of its own contracts alone. */
  async item(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<ItemAtPlace> {
    const row = await from.findOneBy(WorkItemRecord, { id });
    if (!row) throw new NotFoundException();
    const place = await this.contract(actor, row.contractId, from);
    const [item] = await this.placed([row], from);
    return { item, ...place };
  }

  /** Every contract and item of a renovation, the items by the lines of the plan; struck and dropped ones included. */
  async ofRenovation(
    renovationId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<WorksOfRenovation> {
    const [contracts, rows] = [
      await from.find(ContractRecord, { where: { renovationId }, order: { id: 'ASC' } }),
      await from.find(WorkItemRecord, { where: { renovationId }, order: { line: 'ASC', id: 'ASC' } }),
    ];
    return { contracts, items: await this.placed(rows, from) };
  }

  /** Every step of every item of a renovation, in their order. */
  async steps(
    renovationId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<WorkItemStepRecord[]> {
    return from
      .createQueryBuilder(WorkItemStepRecord, 'step')
      .innerJoin(WorkItemRecord, 'item', 'item.id = step.itemId')
      .where('item.renovationId = :renovationId', { renovationId })
      .orderBy('step.id', 'ASC')
      .getMany();
  }

  /** Who supervises these works today? */
  async supervision(
    renovation: Pick<Renovation, 'id' | 'track'>,
    from: EntityManager = this.reader.manager,
  ): Promise<Supervision> {
    return (await this.supervisions([renovation], from)).get(renovation.id)!;
  }

  /** The same of several renovations, by their ids, in one statement. */
  async supervisions(
    renovations: readonly Pick<Renovation, 'id' | 'track'>[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, Supervision>> {
    if (!renovations.length) return new Map();
    const renovationId = In(renovations.map(({ id }) => id));
    const where = { renovationId, role: 'supervisor' as const };
    const parties = await from.find(RenovationParty, { where, order: { id: 'DESC' } });
    const today = this.clock.today();
    const watching = parties.filter(
      ({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || untilOn >= today),
    );
    return new Map(
      renovations.map(({ id, track }) => {
        const supervisor = watching.find((party) => party.renovationId === id);
        return [id, { track, supervisorFirmId: supervisor?.organisationId ?? null }];
      }),
    );
  }

  private async placed(rows: WorkItemRecord[], from: EntityManager): Promise<PlacedItem[]> {
    const renovationIds = [...new Set(rows.map(({ renovationId }) => renovationId))];
    const drawn = new Map<string, number[]>();
    for (const renovationId of renovationIds) {
      for (const { line, zones } of await this.grounds.items(renovationId, from)) {
        drawn.set(`${renovationId}.${line}`, [...zones]);
      }
    }
    return rows.map((row) => ({ ...row, zoneIds: drawn.get(`${row.renovationId}.${row.line}`) ?? [] }));
  }

  /** The contracts with these ids, by id; for rooms that hold rows of several. */
  async contracts(
    ids: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, ContractRecord>> {
    const rows = ids.length ? await from.findBy(ContractRecord, { id: In([...new Set(ids)]) }) : [];
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** May this person see this contract at all? Builders see their own, everybody else those of their compounds. */
export const seesContract = (
  { role, organisationId }: Actor,
  contract: Pick<ContractRecord, 'organisationId'>,
): boolean => role !== 'contractor' || contract.organisationId === organisationId;

/** The firm a person acts for; null for an office. */
export const firmOf = ({ role, organisationId }: Actor): number | null =>
  isFirm(role) ? organisationId : null;

/** A contract as the law sees it. */
export const toContract = (record: ContractRecord): Contract => {
  const { id, organisationId: firmId, role, name, number, signedOn, startsOn, finishOn, state } = record;
  return { id, firmId, role, name, number, signedOn, startsOn, finishOn, state };
};

/** An item as the law sees it. */
export const toWorkItem = (item: PlacedItem): WorkItem => ({
  ...{ id: item.id, state: item.state, line: item.line, contractId: item.contractId, name: item.name },
  ...{ unit: item.unit, quantity: item.quantity, measure: item.measure, zones: item.zoneIds },
  ...{ plannedStartOn: item.plannedStartOn, plannedFinishOn: item.plannedFinishOn },
  ...{ predecessorId: item.predecessorId, hasConcealed: item.hasConcealed },
});
