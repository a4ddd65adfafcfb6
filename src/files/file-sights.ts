import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../domain/people/actor';
import type { StoredFile } from './stored-file.entity';

/** Narrows a query over files (alias `file`) to those of a room this person may see. */
export type FileSight = (query: SelectQueryBuilder<StoredFile>, actor: Actor) => void;

/** Where rooms say which of their files somebody may not see though they may read the purpose. */
@Injectable()
export class FileSights {
  private readonly sights: FileSight[] = [];

  /** Called once by a room when it starts. */
  register(sight: FileSight): void {
    this.sights.push(sight);
  }

  /** Adds what every room says to a query over files. */
  narrow(query: SelectQueryBuilder<StoredFile>, actor: Actor): SelectQueryBuilder<StoredFile> {
    for (const sight of this.sights) sight(query, actor);
    return query;
  }
}
