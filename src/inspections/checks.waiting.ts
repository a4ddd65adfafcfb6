import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { openConcealedStates } from '../domain/construction/concealed-work';
import { confirmerBlockers } from '../domain/construction/confirming';
import { openFindingStates } from '../domain/construction/finding';
import { stoppingRoles } from '../domain/construction/stop-order';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { goingOnStates } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { rawColumns } from '../platform/database/raw-columns';
import { ContractRecord, WorkItemRecord } from '../works/work.entities';
import { firmOf, WorksDesk } from '../works/works.desk';
import {
  FoundConcealed,
  FoundFinding,
  FoundStop,
  toCheckConcealed,
  toGoOn,
  toLift,
  toLookAgain,
  toMendFindings,
  toPress,
} from './check-waiting-items';
import { ConcealedRecord } from './concealed.entities';
import { FindingRecord } from './finding.entities';
import { StopFinding, StopRecord } from './stop.entities';

const mostRows = 500;

/** Findings to be mended and looked at again, concealed works to be checked, orders to stop that hold. */
@Injectable()
export class ChecksWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly works: WorksDesk,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  /** In a few statements however many there are. */
  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (actor.role === 'contractor') return this.forBuilder(actor, compoundId);
    const stops = stoppingRoles.includes(actor.role) ? await this.stops(actor, compoundId) : [];
    if (actor.role !== 'supervisor' && actor.role !== 'street-manager') return stops;
    return [...(await this.forWatcher(actor, compoundId)), ...stops];
  }

  private async forBuilder(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const findings = await this.findings(actor, compoundId);
    const concealed = await this.concealed(actor, compoundId);
    return [
      ...heaps(findings.filter(({ state }) => state === 'open')).map(toMendFindings),
      ...concealed.filter(({ state }) => state !== 'noticed').map(toGoOn),
    ];
  }

  /** Whoever may confirm looks again and checks; the street presses where the supervisor is engaged. */
  private async forWatcher(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const today = this.clock.today();
    const findings = await this.findings(actor, compoundId);
    const concealed = await this.concealed(actor, compoundId);
    const renovations = [...findings, ...concealed].map(({ renovationId: id, track }) => ({ id, track }));
    const supervisions = await this.works.supervisions([
      ...new Map(renovations.map((one) => [one.id, one])).values(),
    ]);
    const confirmer = { userId: actor.userId, role: actor.role, firmId: firmOf(actor) };
    const mine = (renovationId: number, userId: number | null, firmId: number | null) =>
      confirmerBlockers(supervisions.get(renovationId)!, confirmer, { userId, firmId }).length === 0;
    const late = findings.filter(({ state, dueOn }) => state === 'open' && dueOn < today);
    return [
      ...heaps(
        findings.filter(
          ({ state, renovationId, mendedBy, mendedFirmId }) =>
            state === 'mended' && mine(renovationId, mendedBy, mendedFirmId),
        ),
      ).map(toLookAgain),
      ...concealed
        .filter(
          ({ state, renovationId, noticedBy, noticedFirmId }) =>
            state === 'noticed' && mine(renovationId, noticedBy, noticedFirmId),
        )
        .map(toCheckConcealed),
      ...(actor.role === 'street-manager' ? heaps(late).map((one) => toPress(one, today)) : []),
    ];
  }

  private async stops(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const query = this.placed(StopRecord, 'row')
      .select(rawColumns('row', ['id', 'compoundId', 'renovationId', 'number', 'stoppedOn', 'orderedRole']))
      .addSelect(
        (open) =>
          open
            .select('COUNT(*)')
            .from(StopFinding, 'named')
            .innerJoin(FindingRecord, 'finding', 'finding.id = named.findingId')
            .where('named.stopId = row.id')
            .andWhere('finding.state IN (:...openFindingStates)', { openFindingStates }),
        'open',
      )
      .andWhere(`row.state = 'stopped'`)
      .andWhere('row.orderedRole = :orderedRole', { orderedRole: actor.role });
    const found = await this.placedRows<FoundStop>(query, actor, compoundId);
    return found.map((stop) => toLift({ ...stop, open: Number(stop.open) }, this.clock.today()));
  }

  private findings(actor: Actor, compoundId?: number): Promise<FoundFinding[]> {
    const query = this.placed(FindingRecord, 'row')
      .select(
        rawColumns('row', [
          ...(['id', 'compoundId', 'renovationId', 'what', 'state', 'dueOn'] as const),
          ...(['mendedBy', 'mendedFirmId'] as const),
        ]),
      )
      .andWhere('row.state IN (:...openFindingStates)', { openFindingStates });
    return this.placedRows(this.ofBuilder(query, actor), actor, compoundId);
  }

  private concealed(actor: Actor, compoundId?: number): Promise<FoundConcealed[]> {
    const query = this.placed(ConcealedRecord, 'row')
      .select(
        rawColumns('row', [
          ...(['id', 'compoundId', 'renovationId', 'part', 'state', 'checkAt'] as const),
          ...(['noticedBy', 'noticedFirmId'] as const),
        ]),
      )
      .andWhere('row.state IN (:...openConcealedStates)', { openConcealedStates });
    return this.placedRows(this.ofBuilder(query, actor), actor, compoundId);
  }

  private placed<Row extends ObjectLiteral>(table: new () => Row, alias: string): SelectQueryBuilder<Row> {
    return this.reader
      .createQueryBuilder(table, alias)
      .innerJoin(Compound, 'compound', `compound.id = ${alias}.compoundId`)
      .innerJoin(Renovation, 'renovation', `renovation.id = ${alias}.renovationId`)
      .where('renovation.state IN (:...goingOnStates)', { goingOnStates });
  }

  /** A builder is told of its own items, and of what belongs to none. */
  private ofBuilder<Row extends ObjectLiteral>(
    query: SelectQueryBuilder<Row>,
    { role, organisationId }: Actor,
  ): SelectQueryBuilder<Row> {
    if (role !== 'contractor') return query;
    return query
      .leftJoin(WorkItemRecord, 'item', 'item.id = row.itemId')
      .leftJoin(ContractRecord, 'contract', 'contract.id = item.contractId')
      .andWhere('(row.itemId IS NULL OR contract.organisationId = :firmId)', { firmId: organisationId });
  }

  private placedRows<Found>(
    query: SelectQueryBuilder<ObjectLiteral>,
    actor: Actor,
    compoundId?: number,
  ): Promise<Found[]> {
    query
      .addSelect(['compound.name AS "where"', 'compound.code AS "code"', 'renovation.track AS "track"'])
      .orderBy('row.id', 'ASC')
      .limit(mostRows);
    return this.compounds.within(query, actor, compoundId).getRawMany<ObjectLiteral>() as Promise<Found[]>;
  }
}

/** The findings of each renovation. */
const heaps = (findings: readonly FoundFinding[]): FoundFinding[][] => [
  ...groupBy(findings, ({ renovationId }) => renovationId).values(),
];
