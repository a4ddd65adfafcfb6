import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { DryRun } from './dry-run';
import { ImportComparison } from './import-comparison.service';
import { ImportConfirmation } from './import-confirmation.service';
import { ImportIntake } from './import-intake.service';
import { ImportJobs } from './import-jobs';
import { ImportRecovery } from './import-recovery';
import { ImportResults } from './import-results';
import { ImportStepsController } from './import-steps.controller';
import { ImportUndo } from './import-undo.service';
import { ImportWriting } from './import-writing.service';
import { ImportBatch, ImportMapping, ImportRow, ImportSheet, ImportSheetPart } from './import.entities';
import { ImportsController } from './imports.controller';
import { ImportsDesk } from './imports.desk';
import { ImportsWaiting } from './imports.waiting';
import { Imports } from './imports.service';
import { RegisterReader } from './register-reader';
import { RegisterWriter } from './register-writer';
import { SheetStore } from './sheet-store';

/** Import of compound lists, with preview, confirmation in one piece and undoing in one piece. */
@Module({
  imports: recordsOf(ImportBatch, ImportSheet, ImportSheetPart, ImportRow, ImportMapping),
  controllers: [ImportsController, ImportStepsController],
  providers: [
    DryRun,
    ImportComparison,
    ImportConfirmation,
    ImportIntake,
    ImportJobs,
    ImportRecovery,
    ImportResults,
    ImportUndo,
    ImportWriting,
    ImportsDesk,
    ImportsWaiting,
    Imports,
    RegisterReader,
    RegisterWriter,
    SheetStore,
  ],
})
export class ExchangeModule {}
