import { Module, OnModuleInit } from '@nestjs/common';
import { PostedNoticeLine, PostedNotices } from '../compounds/posted-notices';
import { recordsOf } from '../platform/database/database.module';
import { NoticeChanges } from './notice-changes.service';
import { NoticePages } from './notice-pages';
import { NoticeSubjects } from './notice-subjects';
import { NoticePhoto, NoticeRecord } from './notice.entities';
import { NoticesController } from './notices.controller';
import { NoticeDesk } from './notices.desk';
import { noticePaths } from './notices.paths';
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
export class NoticesModule implements OnModuleInit {
  constructor(
    private readonly posted: PostedNotices,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.posted.registerNotices({
      ofRenovation: async (id, from) => (await this.notices.ofRenovation(id, from)).map(toLine),
      byId: async (ids) => (await this.notices.byId(ids)).map(toLine),
    });
  }
}

const toLine = ({ id, title, endsOn, withdrawnOn }: NoticeRecord): PostedNoticeLine => ({
  id,
  title,
  endsOn,
  isWithdrawn: withdrawnOn !== null,
  link: noticePaths.show(id),
});
