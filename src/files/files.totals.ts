import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { StoredFile } from './stored-file.entity';

/** What other floors may ask about files. Whether the asker may see the compound is their question. */
@Injectable()
export class FileTotals {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** These files by id; those that do not exist are missing from the map. */
  async byId(ids: readonly number[]): Promise<Map<number, StoredFile>> {
    if (!ids.length) return new Map();
    const files = await this.reader.manager.findBy(StoredFile, { id: In([...ids]) });
    return new Map(files.map((file) => [file.id, file]));
  }

  /** The photos of a compound that everybody may see, newest first. */
  publishedPhotos(compoundId: number, limit = 60): Promise<StoredFile[]> {
    return this.reader.manager.find(StoredFile, {
      where: { compoundId, publishedAt: Not(IsNull()) },
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
