import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import type { ZoneStructure } from '../domain/removal/work-zones';
import { StructureFile, StructureRecord, StructureZone } from './structure.entities';

/** A structure with the ids of the zones it stands in. */
export type PlacedStructure = StructureRecord & { zoneIds: number[] };

/** A structure with its compound and its renovation. */
export interface StructureAtPlace {
  structure: PlacedStructure;
  compound: Compound;
  renovation: Renovation;
}

/** The one way to structures: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class StructureDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
  ) {}

  /** The structure with this id. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<StructureAtPlace> {
    const row = await from.findOneBy(StructureRecord, { id });
    if (!row) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, row.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: row.renovationId });
    return { structure: (await this.placed([row], from))[0], compound, renovation };
  }

  /** Every structure of a renovation by its number, struck out ones included. */
  async ofRenovation(
    renovationId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<PlacedStructure[]> {
    const rows = await from.find(StructureRecord, { where: { renovationId }, order: { number: 'ASC' } });
    return this.placed(rows, from);
  }

  /** The files of these structures that count, in the order they came. */
  files(ids: readonly number[], from: EntityManager = this.reader.manager): Promise<StructureFile[]> {
    if (!ids.length) return Promise.resolve([]);
    return from.find(StructureFile, {
      where: { structureId: In([...ids]), droppedOn: IsNull() },
      order: { id: 'ASC' },
    });
  }

  private async placed(rows: StructureRecord[], from: EntityManager): Promise<PlacedStructure[]> {
    const zones = rows.length
      ? await from.findBy(StructureZone, { structureId: In(rows.map(({ id }) => id)) })
      : [];
    const zonesOf = groupBy(zones, ({ structureId }) => structureId);
    return rows.map((row) => ({ ...row, zoneIds: (zonesOf.get(row.id) ?? []).map(({ zoneId }) => zoneId) }));
  }
}

/** A structure as the law of the zones sees it. */
export const toZoneStructure = ({ id, number, state, zoneIds }: PlacedStructure): ZoneStructure => ({
  id,
  number,
  state,
  zones: zoneIds,
});
