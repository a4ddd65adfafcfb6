import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, IsNull } from 'typeorm';
import { FileTotals } from '../files/files.totals';
import type { StoredFile } from '../files/stored-file.entity';
import { CompoundSketch, WorkZone } from './zone.entities';

/** What other rooms may ask about the ground. Whether the asker may see the compound is their question. */
@Injectable()
export class ZoneDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly files: FileTotals,
  ) {}

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
}
