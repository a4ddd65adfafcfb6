import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { NoticePhoto, NoticeRecord } from './notice.entities';
import { Notices } from './notices.service';

/** What is posted in the yard: what, where, until when, and the photos that prove it. */
@Module({
  imports: recordsOf(NoticeRecord, NoticePhoto),
  providers: [Notices],
  exports: [Notices],
})
export class NoticesModule {}
