import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, IsNull } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import type { Actor } from '../domain/people/actor';
import { FileTotals } from '../files/files.totals';
import type { StoredFile } from '../files/stored-file.entity';
import { CompoundSketch, WorkZone, ZoneItemRecord } from './zone.entities';

/** A zone with the plan items on it, its compound and its renovation. */
export interface ZoneAtPlace {
  zone: WorkZone & { lines: number[] };
  compound: Compound;
  renovation: Renovation;
}

/** The one way to zones and sketches. A zone by its id is found only in a compound of the asker's scope. */
@Injectable()
export class ZoneDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly files: FileTotals,
  ) {}

  /** The zone with this id; one that was given up is not there any more. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<ZoneAtPlace> {
    const zone = await from.findOneBy(WorkZone, { id, removedOn: IsNull() });
    if (!zone) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, zone.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: zone.renovationId });
    const rows = await from.find(ZoneItemRecord, { where: { zoneId: id }, order: { line: 'ASC' } });
    return { zone: { ...zone, lines: rows.map(({ line }) => line) }, compound, renovation };
  }

  /** The zones of a renovation in their order, without those given up. */
  ofRenovation(renovationId: number, from: EntityManager = this.reader.manager): Promise<WorkZone[]> {
    return from.find(WorkZone, { where: { renovationId, removedOn: IsNull() }, order: { number: 'ASC' } });
  }

  /** The sketch that places are pinned on; null while none was put up. */
  sketchOf(compoundId: number, from: EntityManager = this.reader.manager): Promise<CompoundSketch | null> {
    return from.findOneBy(CompoundSketch, { compoundId, isCurrent: true });
  }

  /** The picture of that sketch, for `toPinPicker`; null while none was put up. */
  async sketchFile(compoundId: number): Promise<StoredFile | null> {
    const sketch = await this.sketchOf(compoundId);
    return sketch && ((await this.files.byId([sketch.fileId])).get(sketch.fileId) ?? null);
  }

  /** Every sketch of a compound, the latest first. */
  sketches(compoundId: number): Promise<CompoundSketch[]> {
    return this.reader.manager.find(CompoundSketch, { where: { compoundId }, order: { id: 'DESC' } });
  }
}
