import { Module } from '@nestjs/common';
import { InspectionsModule } from '../inspections/inspections.module';
import { recordsOf } from '../platform/database/database.module';
import { PostsModule } from '../posts/posts.module';
import { WorksModule } from '../works/works.module';
import { DelayDecisionRecord, StopWindowRecord, WorksBaselineRecord } from './progress.entities';
import { ProgressRecords } from './progress.records';
import { ProgressTotals } from './progress.totals';

/** How far the works are, how far they should be, and when they will be finished. */
@Module({
  imports: [
    ...recordsOf(WorksBaselineRecord, StopWindowRecord, DelayDecisionRecord),
    WorksModule,
    InspectionsModule,
    PostsModule,
  ],
  providers: [ProgressRecords, ProgressTotals],
  exports: [ProgressTotals],
})
export class ProgressModule {}
