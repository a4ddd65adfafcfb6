import { Module } from '@nestjs/common';
import { DisruptionsModule } from '../disruptions/disruptions.module';
import { InspectionsModule } from '../inspections/inspections.module';
import { recordsOf } from '../platform/database/database.module';
import { PostsModule } from '../posts/posts.module';
import { ProgressModule } from '../progress/progress.module';
import { WorksModule } from '../works/works.module';
import { BulletinRecord } from './bulletin.entity';
import { BulletinTotals } from './bulletin.totals';

/** The diary of the site and the weekly bulletin, which write themselves. */
@Module({
  imports: [
    ...recordsOf(BulletinRecord),
    WorksModule,
    DisruptionsModule,
    InspectionsModule,
    PostsModule,
    ProgressModule,
  ],
  providers: [BulletinTotals],
  exports: [BulletinTotals],
})
export class DiariesModule {}
