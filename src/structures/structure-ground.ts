import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Renovation } from '../compounds/renovation.entities';
import type { Blocker } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import type { ZoneStructure } from '../domain/removal/work-zones';
import { Grounds } from '../zones/grounds';
import { ZoneDesk } from '../zones/zones.desk';
import { foreignZone } from './structure-refusals';
import { StructureZone } from './structure.entities';

/** The zones a structure stands in, and what that holds back. */
@Injectable()
export class StructureGround {
  constructor(
    private readonly grounds: Grounds,
    private readonly zones: ZoneDesk,
  ) {}

  /** What speaks against these zones? Only those of its own renovation are known. */
  async zoneBlockers(tx: EntityManager, renovationId: number, chosen: readonly number[]): Promise<Blocker[]> {
    if (!chosen.length) return [];
    const known = (await this.zones.ofRenovation(renovationId, tx)).map(({ id }) => id);
    return chosen.every((id) => known.includes(id)) ? [] : [foreignZone];
  }

  /** What stands on the ground now, to be compared with what stands there afterwards. */
  standing(tx: EntityManager, renovationId: number): Promise<ZoneStructure[]> {
    return this.grounds.standing(renovationId, tx);
  }

  /** Puts a structure into exactly these zones. */
  async stand(tx: EntityManager, structureId: number, zones: readonly number[]): Promise<void> {
    await tx.delete(StructureZone, { structureId });
    for (const zoneId of new Set(zones)) await tx.insert(StructureZone, { structureId, zoneId });
  }

  /** Tells the firms what is held or free compared with before, in the same unit of work. */
  async changed(
    tx: EntityManager,
    actor: Actor,
    renovation: Renovation,
    before: readonly ZoneStructure[],
  ): Promise<void> {
    const after = await this.standing(tx, renovation.id);
    await this.grounds.changed(tx, actor, renovation, { before, after });
  }
}
