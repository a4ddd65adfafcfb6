import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { StructuresModule } from '../structures/structures.module';
import { LedgerTotals } from './ledger.totals';
import { PatrolFile, PatrolRecord, PatrolRelapse } from './patrol.entities';

/** The living ledger: rounds after the removal, relapses, and the sign of every compound. */
@Module({
  imports: [...recordsOf(PatrolRecord, PatrolRelapse, PatrolFile), StructuresModule],
  providers: [LedgerTotals],
  exports: [LedgerTotals],
})
export class PatrolsModule {}
