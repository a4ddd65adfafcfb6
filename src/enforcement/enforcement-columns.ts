import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { FileTotals } from '../files/files.totals';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import type { StructureAtPlace } from '../structures/structures.desk';
import { EnforcementColumn, toEnforcementColumn } from './enforcement-column.presenter';
import { EnforcementDesk } from './enforcement.desk';

/** The statutory case for the page of a structure; the page itself belongs to a higher floor. */
@Injectable()
export class EnforcementColumns {
  constructor(
    private readonly desk: EnforcementDesk,
    private readonly files: FileTotals,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  /** The column of one structure, found before in the scope of this person. */
  async of(actor: Actor, found: StructureAtPlace): Promise<EnforcementColumn> {
    const atPlace = await this.desk.withRecords(found);
    const ids = atPlace.records.papers.flatMap(({ files }) => files.map(({ fileId }) => fileId));
    return toEnforcementColumn({
      ...atPlace,
      files: await this.files.byId(ids),
      today: this.clock.today(),
      calendar: this.workDays.calendar,
      mayEdit: mayDo(actor.role, 'removal.edit'),
      mayForce: mayDo(actor.role, 'removal.decide'),
    });
  }
}
