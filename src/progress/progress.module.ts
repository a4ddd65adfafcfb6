import { Module, OnModuleInit } from '@nestjs/common';
import { InspectionsModule } from '../inspections/inspections.module';
import { DisruptionsModule } from '../disruptions/disruptions.module';
import { recordsOf } from '../platform/database/database.module';
import { PostsModule } from '../posts/posts.module';
import { SiteProgress } from '../works/site-progress';
import { WorksModule } from '../works/works.module';
import { DelayDecisionRecord, StopWindowRecord, WorksBaselineRecord } from './progress.entities';
import { ProgressRecords } from './progress.records';
import { ProgressTotals } from './progress.totals';

/** How far the works are, how far they should be, and when they will be finished. */
@Module({
  imports: [
    ...recordsOf(WorksBaselineRecord, StopWindowRecord, DelayDecisionRecord),
    WorksModule,
    DisruptionsModule,
    InspectionsModule,
    PostsModule,
  ],
  providers: [ProgressRecords, ProgressTotals],
  exports: [ProgressTotals],
})
export class ProgressModule implements OnModuleInit {
  constructor(
    private readonly sites: SiteProgress,
    private readonly totals: ProgressTotals,
  ) {}

  onModuleInit(): void {
    this.sites.register({
      standing: (renovationId, from) => this.totals.told(renovationId, from),
      plannedValues: (renovationId, day, from) => this.totals.plannedValues(renovationId, day, from),
    });
  }
}
