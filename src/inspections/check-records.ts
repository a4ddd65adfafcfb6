import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import type { ConcealedState, ConcealedWork, Witness } from '../domain/construction/concealed-work';
import { dayOf } from '../domain/construction/wall-moment';
import { type Finding, openFindingStates } from '../domain/construction/finding';
import type { InspectionKind, Inspector } from '../domain/construction/inspection';
import type { StopOrder } from '../domain/construction/stop-order';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { groupBy } from '../domain/kernel/group';
import { SiteChecks, SiteRecords } from '../works/site-records';
import { ConcealedRecord, ConcealedStepRecord } from './concealed.entities';
import { FindingRecord, InspectionRecord } from './finding.entities';
import { StopItem, StopRecord, StopZone } from './stop.entities';

/** What became of a concealed work on a day: the state it came into, and who stood by. */
export interface ConcealedLook {
  concealedId: number;
  itemId: number;
  part: string;
  state: ConcealedState;
  on: CalendarDate;
  witnesses: readonly Witness[];
}

/** A round with the number of its findings; those struck out never were. */
export interface CountedInspection {
  id: number;
  kind: InspectionKind;
  /** The firm that looked; null for an office. */
  firmId: number | null;
  lookedOn: CalendarDate;
  inspectors: readonly Inspector[];
  opinion: string;
  findings: number;
}

/** A finding as others count it; it has a day of its closing once it was looked at again. */
export type CountedFinding = Omit<Finding, 'photosBefore'> & {
  inspectionId: number;
  closedOn: CalendarDate | null;
};

/** Everything that was looked at in a renovation, in the shapes of diary, bulletin and stop days. */
export interface CheckedRenovation {
  /** Each step of each concealed work, by its day. */
  concealed: ConcealedLook[];
  inspections: CountedInspection[];
  findings: CountedFinding[];
  stops: StopOrder[];
}

/** What other rooms may ask about checks. Whether the asker may see the renovation is their question. */
@Injectable()
export class CheckRecords implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly sites: SiteRecords,
  ) {}

  onModuleInit(): void {
    this.sites.registerChecks((renovationId, from) => this.forWorks(renovationId, from));
  }

  /** Every concealed work, round, finding and order to stop of a renovation. */
  async of(renovationId: number, from: EntityManager = this.reader.manager): Promise<CheckedRenovation> {
    const findings = await from.find(FindingRecord, { where: { renovationId }, order: { number: 'ASC' } });
    return {
      concealed: await this.looks(renovationId, from),
      inspections: await this.inspections(renovationId, findings, from),
      findings: findings.map(toFinding),
      stops: (await this.stopsOf([renovationId], from)).get(renovationId) ?? [],
    };
  }

  /** The orders to stop of these renovations, taken back ones included; without any they are missing. */
  async stopsOf(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, StopOrder[]>> {
    if (!renovationIds.length) return new Map();
    const rows = await from.find(StopRecord, {
      where: { renovationId: In([...renovationIds]) },
      order: { id: 'ASC' },
    });
    const orders = await this.stopOrders(rows, from);
    const renovationOf = new Map(rows.map((row) => [row.id, row.renovationId]));
    return groupBy(orders, ({ id }) => renovationOf.get(id)!);
  }

  /** These orders as the law sees them. */
  async stopOrders(
    rows: readonly StopRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<StopOrder[]> {
    if (!rows.length) return [];
    const where = { stopId: In(rows.map(({ id }) => id)) };
    const items = groupBy(await from.find(StopItem, { where, order: { id: 'ASC' } }), ({ stopId }) => stopId);
    const zones = groupBy(await from.find(StopZone, { where, order: { id: 'ASC' } }), ({ stopId }) => stopId);
    return rows.map(({ id, state, cause, stoppedOn, resumedOn }) => ({
      ...{ id, state, cause, stoppedOn, resumedOn },
      itemIds: (items.get(id) ?? []).map(({ itemId }) => itemId),
      zones: (zones.get(id) ?? []).map(({ zoneId }) => zoneId),
    }));
  }

  private async forWorks(renovationId: number, from: EntityManager): Promise<SiteChecks> {
    const concealed = await from.find(ConcealedRecord, { where: { renovationId }, order: { id: 'ASC' } });
    const findings = await from.find(FindingRecord, {
      where: { renovationId, state: In([...openFindingStates]) },
      select: { id: true, itemId: true, state: true },
    });
    const open = new Map<number, number>();
    for (const { itemId } of findings) if (itemId !== null) open.set(itemId, (open.get(itemId) ?? 0) + 1);
    return {
      concealed: concealed.map((row) => ({
        ...toConcealed(row),
        acceptedOn: row.acceptedAt && dayOf(row.acceptedAt),
      })),
      stops: (await this.stopsOf([renovationId], from)).get(renovationId) ?? [],
      openFindings: open,
    };
  }

  private async looks(renovationId: number, from: EntityManager): Promise<ConcealedLook[]> {
    const works = await from.find(ConcealedRecord, { where: { renovationId }, order: { id: 'ASC' } });
    if (!works.length) return [];
    const steps = await from.find(ConcealedStepRecord, {
      where: { concealedId: In(works.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    const byId = new Map(works.map((work) => [work.id, work]));
    return steps.map(({ concealedId, step, happenedAt, witnesses }) => {
      const { itemId, part } = byId.get(concealedId)!;
      return { concealedId, itemId, part, state: stateAfter[step], on: dayOf(happenedAt), witnesses };
    });
  }

  private async inspections(
    renovationId: number,
    findings: readonly FindingRecord[],
    from: EntityManager,
  ): Promise<CountedInspection[]> {
    const rows = await from.find(InspectionRecord, {
      where: { renovationId },
      order: { lookedOn: 'ASC', id: 'ASC' },
    });
    const counted = groupBy(
      findings.filter(({ state }) => state !== 'struck-out'),
      ({ inspectionId }) => inspectionId,
    );
    return rows.map(({ id, kind, firmId, lookedOn, inspectors, opinion }) => ({
      ...{ id, kind, firmId, lookedOn, inspectors, opinion, findings: counted.get(id)?.length ?? 0 },
    }));
  }
}

const stateAfter: Record<ConcealedStepRecord['step'], ConcealedState> = {
  ...{ notice: 'noticed', accept: 'accepted', reject: 'rejected' },
  ...{ 'notice-again': 'noticed', cover: 'covered', withdraw: 'withdrawn' },
};

/** A concealed work as the law sees it. */
export const toConcealed = ({ id, itemId, part, state }: ConcealedRecord): ConcealedWork => ({
  ...{ id, itemId, part, state },
});

const toFinding = (row: FindingRecord): CountedFinding => {
  const { id, inspectionId, state, itemId, what, place, severity, foundOn, dueOn, closedOn } = row;
  return { id, inspectionId, state, itemId, what, place, severity, foundOn, dueOn, closedOn };
};
