import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull } from 'typeorm';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { freedGrounds, ItemGround, itemGrounds, ZoneItem, ZoneStructure } from '../domain/removal/work-zones';
import { Clock } from '../platform/clock/clock';
import { GroundChange, WorkZone, ZoneItemRecord } from './zone.entities';

/** Who knows which structures stand on the ground of a renovation. */
type StructuresOn = (renovationId: number, from: EntityManager) => Promise<ZoneStructure[]>;

type RenovationOnGround = { id: number; compoundId: number };

/** May an item of the plan begin, as far as its ground is concerned? Rooms above put in what stands on it. */
@Injectable()
export class Grounds {
  private structuresOn: StructuresOn = () => Promise.resolve([]);

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Called once by the room of the structures when it starts. */
  register(structuresOn: StructuresOn): void {
    this.structuresOn = structuresOn;
  }

  /** What stands on the ground of a renovation. */
  standing(renovationId: number, from: EntityManager = this.reader.manager): Promise<ZoneStructure[]> {
    return this.structuresOn(renovationId, from);
  }

  /** May each item begin that is drawn on some zone? Items on no zone are not in the list: nothing holds them. */
  async of(renovationId: number, from: EntityManager = this.reader.manager): Promise<ItemGround[]> {
    return itemGrounds(await this.items(renovationId, from), await this.standing(renovationId, from));
  }

  /** Writes down, in the same unit of work, which items a change freed or holds back anew, so that the firms are told. */
  async changed(
    tx: EntityManager,
    actor: Actor,
    renovation: RenovationOnGround,
    { before, after }: { before: readonly ZoneStructure[]; after: readonly ZoneStructure[] },
  ): Promise<void> {
    const items = await this.items(renovation.id, tx);
    await this.drawn(tx, actor, renovation, {
      before: itemGrounds(items, before),
      after: itemGrounds(items, after),
    });
  }

  /** The same where not the structures changed but what is drawn on the ground. */
  async drawn(
    tx: EntityManager,
    actor: Actor,
    renovation: RenovationOnGround,
    { before, after }: { before: readonly ItemGround[]; after: readonly ItemGround[] },
  ): Promise<void> {
    const rows = [
      ...freedGrounds(before, after).map((line) => ({ line, change: 'freed' as const })),
      ...freedGrounds(after, before).map((line) => ({ line, change: 'held' as const })),
    ];
    for (const { line, change } of rows) {
      await tx.insert(GroundChange, {
        ...{ compoundId: renovation.compoundId, renovationId: renovation.id, line, change },
        ...{ changedAt: this.clock.nowAt(), changedOn: this.clock.today(), changedBy: actor.userId },
      });
    }
  }

  /** The items that are drawn on some zone, by their line. */
  async items(renovationId: number, from: EntityManager = this.reader.manager): Promise<ZoneItem[]> {
    const zones = await from.findBy(WorkZone, { renovationId, removedOn: IsNull() });
    const rows = zones.length
      ? await from.find(ZoneItemRecord, {
          where: { zoneId: In(zones.map(({ id }) => id)) },
          order: { line: 'ASC' },
        })
      : [];
    return [...groupBy(rows, ({ line }) => line)].map(([line, drawn]) => ({
      line,
      zones: drawn.map(({ zoneId }) => zoneId),
    }));
  }
}
