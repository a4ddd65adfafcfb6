import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { openFindingStates } from '../domain/construction/finding';
import type { StopOrder } from '../domain/construction/stop-order';
import type { Actor } from '../domain/people/actor';
import { WorkZone } from '../zones/zone.entities';
import { CheckRecords } from './check-records';
import { FindingRecord } from './finding.entities';
import { CheckPlace, FindingDesk } from './findings.desk';
import { StopFinding, StopRecord } from './stop.entities';

export interface StopAtPlace extends CheckPlace {
  stop: StopRecord;
  order: StopOrder;
  zones: WorkZone[];
  /** The findings it rests on, by their numbers. */
  findings: FindingRecord[];
}

/** The one way to orders to stop: whoever asks gets one only if its compound, and what it stops, are theirs to see. */
@Injectable()
export class StopDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly findings: FindingDesk,
    private readonly records: CheckRecords,
  ) {}

  /** The order with this id. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<StopAtPlace> {
    const stop = await from.findOneBy(StopRecord, { id });
    if (!stop) throw new NotFoundException();
    const place = await this.findings.place(actor, stop, from);
    const [order] = await this.records.stopOrders([stop], from);
    if (!place.site.seesStop(order)) throw new NotFoundException();
    const zones = order.zones.length ? await from.findBy(WorkZone, { id: In([...order.zones]) }) : [];
    const named = await from.find(StopFinding, { where: { stopId: id }, order: { id: 'ASC' } });
    const findings = named.length
      ? await from.find(FindingRecord, {
          where: { id: In(named.map(({ findingId }) => findingId)) },
          order: { number: 'ASC' },
        })
      : [];
    const seen = findings.filter(({ itemId }) => place.site.sees(itemId));
    return { ...place, stop, order, zones, findings: seen };
  }

  /** How many of the findings an order rests on are not closed, whoever may see them? */
  async openFindings(id: number, from: EntityManager = this.reader.manager): Promise<number> {
    const named = await from.findBy(StopFinding, { stopId: id });
    return named.length
      ? from.countBy(FindingRecord, {
          ...{ id: In(named.map(({ findingId }) => findingId)), state: In([...openFindingStates]) },
        })
      : 0;
  }
}
