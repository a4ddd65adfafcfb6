import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { confirmerBlockers, Doer } from '../domain/construction/confirming';
import { type ContractState, openContractStates } from '../domain/construction/contract';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { goingOnStates } from '../domain/renovation/going-on';
import type { Track } from '../domain/renovation/stages';
import { Clock } from '../platform/clock/clock';
import { rawColumns } from '../platform/database/raw-columns';
import { ContractRecord, WorkItemRecord } from './work.entities';
import { firmOf, WorksDesk } from './works.desk';
import { worksPaths } from './works.paths';

/** A contract to build with what waits in it. */
interface WaitingContract {
  id: number;
  name: string;
  state: ContractState;
  startsOn: string;
  compoundId: number;
  renovationId: number;
  compoundName: string;
  track: Track;
  items: number | string;
  due: number | string;
  dueOn: string | null;
  finished: number | string;
}

const mostRows = 100;

/** Contracts that have to begin, contracts without items, items whose day has come, items to be accepted. */
@Injectable()
export class WorksWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly desk: WorksDesk,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  /** In two statements however many there are. */
  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const isManager = mayDo(actor.role, 'works.edit');
    if (!isManager && actor.role !== 'supervisor') return [];
    const contracts = await this.contracts(actor, compoundId);
    const accepting = await this.acceptedBy(actor, contracts);
    return contracts.flatMap((contract) => [
      ...(isManager ? toManage(contract, this.clock.today()) : []),
      ...toOpen(contract),
      ...(accepting.has(contract.renovationId) ? toAccept(contract) : []),
    ]);
  }

  /** The renovations of which this person may accept items. */
  private async acceptedBy(actor: Actor, contracts: readonly WaitingContract[]): Promise<Set<number>> {
    const tracks = new Map(contracts.map(({ renovationId, track }) => [renovationId, track]));
    const supervisions = await this.desk.supervisions([...tracks].map(([id, track]) => ({ id, track })));
    const confirmer = { userId: actor.userId, role: actor.role, firmId: firmOf(actor) };
    const mine = [...supervisions].filter(
      ([, supervision]) => !confirmerBlockers(supervision, confirmer, nobody).length,
    );
    return new Set(mine.map(([id]) => id));
  }

  private contracts(actor: Actor, compoundId?: number): Promise<WaitingContract[]> {
    const today = this.clock.today();
    const query = this.reader
      .createQueryBuilder(ContractRecord, 'contract')
      .innerJoin(Compound, 'compound', 'compound.id = contract.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = contract.renovationId')
      .leftJoin(WorkItemRecord, 'item', `item.contractId = contract.id AND item.state <> 'dropped'`);
    query
      .select(rawColumns('contract', ['id', 'name', 'state', 'startsOn', 'compoundId', 'renovationId']))
      .addSelect('compound.name', 'compoundName')
      .addSelect('renovation.track', 'track')
      .addSelect('COUNT(item.id)', 'items')
      .addSelect(`SUM(CASE WHEN ${isDue} THEN 1 ELSE 0 END)`, 'due')
      .addSelect(`MIN(CASE WHEN ${isDue} THEN item.plannedStartOn END)`, 'dueOn')
      .addSelect(`SUM(CASE WHEN item.state = 'finished' THEN 1 ELSE 0 END)`, 'finished')
      .where(`contract.role = 'contractor'`)
      .andWhere('contract.state IN (:...openContractStates)', { openContractStates })
      .andWhere('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .setParameters({ today })
      .groupBy('contract.id')
      .addGroupBy('contract.name')
      .addGroupBy('contract.state')
      .addGroupBy('contract.startsOn')
      .addGroupBy('contract.compoundId')
      .addGroupBy('contract.renovationId')
      .addGroupBy('compound.name')
      .addGroupBy('renovation.track')
      .orderBy('contract.startsOn', 'ASC')
      .addOrderBy('contract.id', 'ASC')
      .limit(mostRows);
    return this.compounds.within(query, actor, compoundId).getRawMany<WaitingContract>();
  }
}

const nobody: Doer = { userId: null, firmId: null };

const isDue = `item.state = 'planned' AND item.plannedStartOn <= :today`;

const about = ({ compoundId, compoundName }: WaitingContract) => ({
  ...{ kind: '施工', compoundId, where: compoundName },
});

function toManage(contract: WaitingContract, today: string): WaitingItem[] {
  const { id, name, state, startsOn, items } = contract;
  const found: WaitingItem[] = [];
  if (state === 'prepared' && startsOn <= today) {
    found.push({
      ...{ ...about(contract), dueOn: startsOn, why: '开始履行以后才能开工、报日报' },
      what: `「${name}」到了开工日期，还没有开始履行`,
      action: { label: '去办理', link: worksPaths.contract(id) },
    });
  }
  if (Number(items) === 0) {
    found.push({
      ...{ ...about(contract), dueOn: startsOn, why: '日报、验收和进度都按项目填' },
      what: `「${name}」还没有列出施工项目`,
      action: { label: '去列出', link: worksPaths.draw(id) },
    });
  }
  return found;
}

function toOpen(contract: WaitingContract): WaitingItem[] {
  const { id, name, state, due, dueOn } = contract;
  if (state !== 'running' || Number(due) === 0) return [];
  return [
    {
      ...{ ...about(contract), dueOn, why: '开工以后现场才能报这些项目的进度' },
      what: `「${name}」有 ${Number(due)} 项到了计划开工日，还没有办开工`,
      action: { label: '去办开工', link: worksPaths.severalStep(id, 'open') },
    },
  ];
}

function toAccept(contract: WaitingContract): WaitingItem[] {
  const { id, name, finished } = contract;
  if (Number(finished) === 0) return [];
  return [
    {
      ...{ ...about(contract), dueOn: null, why: '分项验收合格，才能竣工验收' },
      what: `「${name}」有 ${Number(finished)} 项完工，等分项验收`,
      action: { label: '去验收', link: worksPaths.severalStep(id, 'accept') },
    },
  ];
}
