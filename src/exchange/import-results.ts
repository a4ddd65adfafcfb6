import { Injectable } from '@nestjs/common';
import { Actor } from '../domain/people/actor';
import { SeeOther, seeOther } from '../platform/web/page';
import { ImportJobs } from './import-jobs';
import { RowFacts } from './import-report';
import { ImportBatch } from './import.entities';
import { ImportPage, toProgress, toResult } from './import.presenter';
import { ImportsDesk } from './imports.desk';
import { importPaths } from './imports.paths';

/** Chooses what the address of one import shows: the step that waits, the work that goes on, or what came of it. */
@Injectable()
export class ImportResults {
  constructor(
    private readonly desk: ImportsDesk,
    private readonly jobs: ImportJobs,
  ) {}

  async pageOf(actor: Actor, batch: ImportBatch): Promise<ImportPage | SeeOther> {
    switch (batch.state) {
      case 'read':
        return seeOther(importPaths.mapping(batch.id));
      case 'compared':
        return seeOther(importPaths.preview(batch.id));
      case 'comparing':
      case 'importing':
      case 'undoing':
        return toProgress(batch, this.jobs.progressOf(batch.id));
      default: {
        const names = await this.desk.namesOf([batch.createdBy, batch.confirmedBy, batch.undoneBy]);
        const problems = await this.desk.rows(batch.id, 'problem', 1);
        const facts = problems.map((row) => JSON.parse(row.facts) as RowFacts);
        return toResult(batch, names, facts, actor.role);
      }
    }
  }
}
