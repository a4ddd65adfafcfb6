import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { NoticeSubjects } from '../notices/notice-subjects';
import { NoticesModule } from '../notices/notices.module';
import { recordsOf } from '../platform/database/database.module';
import { RemovalsModule } from '../removals/removals.module';
import { StructuresModule } from '../structures/structures.module';
import { BurnDownController } from './burn-down.controller';
import { BurnDownPages } from './burn-down-pages';
import { NoticePages } from './notice-pages';
import { OperationFile, OperationRecord, OperationStructureRecord } from './operation.entities';
import { OperationNoticesController } from './operation-notices.controller';
import { OperationNotices } from './operation-notices.service';
import { OperationPages } from './operation-pages';
import { OperationResultsController } from './operation-results.controller';
import { OperationResults } from './operation-results.service';
import { OperationStanding } from './operation-standing';
import { OperationStepsController } from './operation-steps.controller';
import { OperationsController } from './operations.controller';
import { OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';
import { Operations } from './operations.service';
import { OperationTotals } from './operations.totals';
import { OperationsWaiting } from './operations.waiting';
import { ResultPages } from './result-pages';
import { SafetyPlans } from './safety-plans.service';

/** Removal days with several agencies, and how much still stands day by day. */
@Module({
  imports: [
    ...recordsOf(OperationRecord, OperationStructureRecord, OperationFile),
    NoticesModule,
    StructuresModule,
    RemovalsModule,
  ],
  controllers: [
    OperationsController,
    OperationStepsController,
    OperationResultsController,
    OperationNoticesController,
    BurnDownController,
  ],
  providers: [
    BurnDownPages,
    NoticePages,
    OperationDesk,
    OperationNotices,
    OperationPages,
    OperationResults,
    Operations,
    OperationStanding,
    OperationsWaiting,
    OperationTotals,
    ResultPages,
    SafetyPlans,
  ],
  exports: [OperationTotals],
})
export class OperationsModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly subjects: NoticeSubjects,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'operations',
      label: '集中行动',
      link: (code) => operationsPaths.index(code),
      action: 'removal.read',
      position: 47,
      group: 'removal',
    });
    this.subjects.register({
      kinds: ['removal-day'],
      tab: 'operations',
      label: '看这次行动',
      link: (operationId) => operationsPaths.show(operationId),
    });
  }
}
