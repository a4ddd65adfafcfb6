import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { DisruptionsModule } from '../disruptions/disruptions.module';
import { InspectionsModule } from '../inspections/inspections.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { recordsOf } from '../platform/database/database.module';
import { PostsModule } from '../posts/posts.module';
import { ProgressModule } from '../progress/progress.module';
import { WorksModule } from '../works/works.module';
import { BulletinPages } from './bulletin-pages';
import { BulletinWriting } from './bulletin-writing';
import { BulletinRecord } from './bulletin.entity';
import { BulletinTotals } from './bulletin.totals';
import { BulletinsController } from './bulletins.controller';
import { BulletinDesk } from './bulletins.desk';
import { Bulletins } from './bulletins.service';
import { BulletinsWaiting } from './bulletins.waiting';
import { diaryPaths } from './diaries.paths';
import { DiaryController } from './diary.controller';
import { DiaryPages } from './diary-pages';
import { DiaryReading } from './diary-reading';

/** The diary of the site and the weekly bulletin, which write themselves. */
@Module({
  imports: [
    ...recordsOf(BulletinRecord),
    WorksModule,
    DisruptionsModule,
    InspectionsModule,
    MeetingsModule,
    PostsModule,
    ProgressModule,
  ],
  controllers: [DiaryController, BulletinsController],
  providers: [
    BulletinDesk,
    BulletinPages,
    Bulletins,
    BulletinsWaiting,
    BulletinTotals,
    BulletinWriting,
    DiaryPages,
    DiaryReading,
  ],
  exports: [Bulletins, BulletinTotals, DiaryPages],
})
export class DiariesModule implements OnModuleInit {
  constructor(private readonly workspace: Workspace) {}

  onModuleInit(): void {
    this.workspace.register({
      ...{ key: 'diaries', label: '施工日志', link: (code) => diaryPaths.index(code) },
      ...{ action: 'diary.read', position: 56, group: 'works' },
    });
  }
}
