import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import type { DigRecord } from '../domain/construction/dig-conflicts';
import type { GroundItem, Utility } from '../domain/construction/one-dig';
import { isItemCounted } from '../domain/construction/work-item';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { zoneShortName } from '../domain/removal/zone-draft';
import { PlacedItem, WorksDesk } from '../works/works.desk';
import { WorkZone } from '../zones/zone.entities';
import { ZoneDesk } from '../zones/zones.desk';
import { UtilityRequestRecord, UtilityRequestZone } from './dig.entities';

/** What a utility was asked, with the zones it digs in by itself. */
export type PlacedRequest = UtilityRequestRecord & { zones: number[] };

/** Everything of the ground of one renovation. */
export interface Dig {
  record: DigRecord;
  items: PlacedItem[];
  requests: PlacedRequest[];
  zones: WorkZone[];
}

/** A request with its compound and its renovation. */
export interface RequestAtPlace {
  request: PlacedRequest;
  compound: Compound;
  renovation: Renovation;
}

/** The one way to what the utilities were asked: whoever asks gets it only if the compound lies in their scope. */
@Injectable()
export class DigDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly works: WorksDesk,
    private readonly zones: ZoneDesk,
  ) {}

  async request(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<RequestAtPlace> {
    const row = await from.findOneBy(UtilityRequestRecord, { id });
    if (!row) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, row.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: row.renovationId });
    const [request] = await this.placed([row], from);
    return { request, compound, renovation };
  }

  /** What is dug, covered and asked in a renovation, as the law sees it and as it is stored. */
  async of(renovationId: number, from: EntityManager = this.reader.manager): Promise<Dig> {
    const { items } = await this.works.ofRenovation(renovationId, from);
    const where = { renovationId };
    const requests = await this.placed(
      await from.find(UtilityRequestRecord, { where, order: { id: 'ASC' } }),
      from,
    );
    const zones = await this.zones.ofRenovation(renovationId, from);
    const onGround = items.filter((item) => isItemCounted(item) && item.groundWork !== 'none');
    const record = {
      items: onGround.map(toGroundItem),
      requests,
      zones: zones.map((zone) => ({ id: zone.id, name: zoneShortName(zone) })),
    };
    return { record, items: onGround, requests, zones };
  }

  private async placed(rows: UtilityRequestRecord[], from: EntityManager): Promise<PlacedRequest[]> {
    if (!rows.length) return [];
    const where = { requestId: In(rows.map(({ id }) => id)) };
    const zones = groupBy(await from.findBy(UtilityRequestZone, where), ({ requestId }) => requestId);
    return rows.map((row) => ({ ...row, zones: (zones.get(row.id) ?? []).map(({ zoneId }) => zoneId) }));
  }
}

const toGroundItem = (item: PlacedItem): GroundItem => ({
  ...{ id: item.id, name: item.name, work: item.groundWork === 'digs' ? 'digs' : 'covers' },
  ...{ utility: item.utility as Utility | null, zones: item.zoneIds },
  ...{ fromOn: item.plannedStartOn, untilOn: item.plannedFinishOn },
});
