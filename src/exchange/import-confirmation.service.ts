import { Injectable } from '@nestjs/common';
import { confirmBlockers } from '../domain/exchange/import-batch';
import { houseRule } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ImportJobs } from './import-jobs';
import { ImportReport } from './import-report';
import { ImportWriting } from './import-writing.service';
import { ImportBatch } from './import.entities';
import { ImportsDesk } from './imports.desk';
import { Imports, RowChoices } from './imports.service';

const notReady = houseRule('import.not-ready', '这次导入还没有核对好，请先看预览');

/** Confirms an import: every row that can be imported is written, in one piece, or none is. */
@Injectable()
export class ImportConfirmation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ImportsDesk,
    private readonly imports: Imports,
    private readonly writing: ImportWriting,
    private readonly jobs: ImportJobs,
    private readonly clock: Clock,
  ) {}

  /** Takes the confirmation and begins to write; a second one finds the work begun and does nothing. */
  async confirm(actor: Actor, id: number, leavesProblems: boolean, choices: RowChoices): Promise<Outcome> {
    const since = this.clock.nowAt();
    let begun = false;
    const outcome = await this.work.run<void>(async (tx) => {
      const batch = await this.desk.find(actor, id, tx);
      if (batch.state === 'importing' || batch.state === 'imported') return done(undefined);
      if (batch.state !== 'compared') return refuse(notReady);
      const { counts } = JSON.parse(batch.report) as ImportReport;
      const blockers = confirmBlockers(counts, leavesProblems);
      if (blockers.length) return refuse(...blockers);
      await this.imports.keepChoices(tx, id, choices);
      await tx.update(ImportBatch, { id }, { state: 'importing', workingSince: since, notice: null });
      begun = true;
      return done(undefined);
    });
    if (outcome.ok && begun) this.begin(actor, id, since);
    return outcome;
  }

  private begin(actor: Actor, id: number, since: string): void {
    this.jobs.start(
      id,
      async (report) => {
        const outcome = await this.writing.write(actor, id, since, report);
        if (outcome.ok) return;
        await this.imports.setBack(id, 'importing', 'comparing', null);
        await this.imports.compare(actor, id, outcome.blockers[0].text, report);
      },
      async () => {
        await this.imports.setBack(id, 'importing', 'compared', '导入没有做完，什么都没有写入，请再确认一次');
        await this.imports.setBack(id, 'comparing', 'read', '核对没有做完，请再试一次');
      },
    );
  }
}
