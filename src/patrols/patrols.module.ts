import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { RemovalsModule } from '../removals/removals.module';
import { StructuresModule } from '../structures/structures.module';
import { LedgerController } from './ledger.controller';
import { LedgerList } from './ledger.list';
import { LedgerSigns } from './ledger-signs';
import { LedgerTotals } from './ledger.totals';
import { PatrolPages } from './patrol-pages';
import { PatrolFile, PatrolRecord, PatrolRelapse } from './patrol.entities';
import { PatrolsController } from './patrols.controller';
import { PatrolDesk } from './patrols.desk';
import { patrolPaths } from './patrols.paths';
import { Patrols } from './patrols.service';
import { PatrolsWaiting } from './patrols.waiting';

/** The living ledger: rounds after the removal, relapses, and the sign of every compound. */
@Module({
  imports: [...recordsOf(PatrolRecord, PatrolRelapse, PatrolFile), StructuresModule, RemovalsModule],
  controllers: [PatrolsController, LedgerController],
  providers: [LedgerList, LedgerSigns, LedgerTotals, PatrolDesk, PatrolPages, Patrols, PatrolsWaiting],
  exports: [LedgerTotals],
})
export class PatrolsModule implements OnModuleInit {
  constructor(private readonly workspace: Workspace) {}

  onModuleInit(): void {
    this.workspace.register({
      ...{ key: 'patrols', label: '巡查', link: (code) => patrolPaths.index(code) },
      ...{ action: 'removal.read', position: 48, group: 'removal' },
    });
  }
}
