import { Module, OnModuleInit } from '@nestjs/common';
import { InspectionsModule } from '../inspections/inspections.module';
import { DisruptionsModule } from '../disruptions/disruptions.module';
import { recordsOf } from '../platform/database/database.module';
import { PostsModule } from '../posts/posts.module';
import { Workspace } from '../compounds/workspace';
import { ZonesModule } from '../zones/zones.module';
import { Delays } from './delays.service';
import { ProgressController } from './progress.controller';
import { ProgressDesk } from './progress.desk';
import { ProgressPages } from './progress-pages';
import { progressPaths } from './progress.paths';
import { StopWindows } from './stop-windows.service';
import { StopWindowsController } from './stop-windows.controller';
import { WorksBaselines } from './works-baselines.service';
import { WorksPlansController } from './works-plans.controller';
import { SiteProgress } from '../works/site-progress';
import { WorksModule } from '../works/works.module';
import { DelayDecisionRecord, StopWindowRecord, WorksBaselineRecord } from './progress.entities';
import { ProgressRecords } from './progress.records';
import { ProgressWaiting } from './progress.waiting';
import { ProgressTotals } from './progress.totals';

/** How far the works are, how far they should be, and when they will be finished. */
@Module({
  imports: [
    ...recordsOf(WorksBaselineRecord, StopWindowRecord, DelayDecisionRecord),
    WorksModule,
    DisruptionsModule,
    InspectionsModule,
    PostsModule,
    ZonesModule,
  ],
  controllers: [ProgressController, WorksPlansController, StopWindowsController],
  providers: [
    Delays,
    ProgressDesk,
    ProgressPages,
    ProgressRecords,
    ProgressTotals,
    ProgressWaiting,
    StopWindows,
    WorksBaselines,
  ],
  exports: [ProgressTotals],
})
export class ProgressModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly sites: SiteProgress,
    private readonly totals: ProgressTotals,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'progress',
      label: '进度',
      link: (code) => progressPaths.index(code),
      action: 'progress.read',
      position: 52,
      group: 'works',
    });
    this.sites.register({
      standings: (renovationIds, from) => this.totals.told(renovationIds, from),
      plannedValues: (renovationId, day, from) => this.totals.plannedValues(renovationId, day, from),
    });
  }
}
