import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import type { Actor } from '../domain/people/actor';
import { NoticeRecord } from './notice.entities';
import { Notices, ProvedNotice } from './notices.service';

/** A notice with the place it hangs in. */
export interface NoticeAtPlace {
  notice: ProvedNotice;
  compound: Compound;
  renovation: Renovation;
}

/** The one way to a notice: whoever asks gets it only if its compound lies in their scope. */
@Injectable()
export class NoticeDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly notices: Notices,
  ) {}

  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<NoticeAtPlace> {
    const row = await from.findOneBy(NoticeRecord, { id });
    if (!row) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, row.compoundId, from);
    const [notice] = await this.notices.proved([row], from);
    const renovation = await from.findOneByOrFail(Renovation, { id: row.renovationId });
    return { notice, compound, renovation };
  }

  /** The notice that was posted in its place; null while it is the latest of its row. */
  async successorOf({ id, kind, subjectId }: NoticeRecord): Promise<NoticeRecord | null> {
    const latest = await this.notices.latestOf(kind, subjectId);
    return latest && latest.id > id ? latest : null;
  }
}
