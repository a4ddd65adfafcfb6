import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { NoticeChanges } from './notice-changes.service';
import { NoticePages } from './notice-pages';
import { NoticeSubjects } from './notice-subjects';
import { NoticePhoto, NoticeRecord } from './notice.entities';
import { NoticesController } from './notices.controller';
import { NoticeDesk } from './notices.desk';
import { Notices } from './notices.service';
import { NoticeTotals } from './notices.totals';
import { NoticesWaiting } from './notices.waiting';

/** What is posted in the yard: what, where, until when, and the photos that prove it. */
@Module({
  imports: recordsOf(NoticeRecord, NoticePhoto),
  controllers: [NoticesController],
  providers: [NoticeChanges, NoticeDesk, NoticePages, Notices, NoticeSubjects, NoticesWaiting, NoticeTotals],
  exports: [NoticeChanges, Notices, NoticeSubjects, NoticeTotals],
})
export class NoticesModule {}
