import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { InspectionsModule } from '../inspections/inspections.module';
import { recordsOf } from '../platform/database/database.module';
import { SitePhotosModule } from '../site-photos/site-photos.module';
import { SiteRecords } from '../works/site-records';
import { WorksModule } from '../works/works.module';
import { ZonesModule } from '../zones/zones.module';
import { ConfirmingController } from './confirming.controller';
import { Confirming } from './confirming.service';
import { FieldAnswers } from './field-answers';
import { FieldController } from './field.controller';
import { FieldDesk } from './field.desk';
import { FieldFindingsController } from './field-findings.controller';
import { FieldPages } from './field-pages';
import { FieldReportPages } from './field-report-pages';
import { FieldWorker } from './field-worker';
import { KeptPosts } from './kept-posts';
import { MissingDays } from './missing-days';
import { PhotoChoices } from './photo-choices.service';
import { PostJudging } from './post-judging';
import { PostPages } from './post-pages';
import { PostPhotoHold } from './post-photo-hold';
import { PostPhotoSight } from './post-photo-sight';
import { PostPhoto, PostRecord, PostValueRecord } from './post.entities';
import { PostsController } from './posts.controller';
import { PostDesk } from './posts.desk';
import { PostsPages } from './posts-pages';
import { postsPaths } from './posts.paths';
import { PostTotals } from './posts.totals';
import { PostingJudging } from './posting-judging';
import { PostingPhotos } from './posting-photos';
import { Posting } from './posting.service';
import { PostsWaiting } from './posts.waiting';

/** Daily posts from the site: sent, confirmed or returned. */
@Module({
  imports: [
    ...recordsOf(PostRecord, PostValueRecord, PostPhoto),
    WorksModule,
    InspectionsModule,
    SitePhotosModule,
    ZonesModule,
  ],
  controllers: [PostsController, ConfirmingController, FieldController, FieldFindingsController],
  providers: [
    Confirming,
    FieldAnswers,
    FieldDesk,
    FieldPages,
    FieldReportPages,
    FieldWorker,
    KeptPosts,
    MissingDays,
    PhotoChoices,
    PostDesk,
    PostJudging,
    Posting,
    PostingJudging,
    PostingPhotos,
    PostPages,
    PostPhotoHold,
    PostPhotoSight,
    PostsPages,
    PostTotals,
    PostsWaiting,
  ],
  exports: [KeptPosts, Posting, PostTotals],
})
export class PostsModule implements OnModuleInit {
  constructor(
    private readonly sites: SiteRecords,
    private readonly posts: KeptPosts,
    private readonly workspace: Workspace,
  ) {}

  onModuleInit(): void {
    this.sites.registerPosts((renovationId, from) => this.posts.ofRenovation(renovationId, from));
    this.workspace.register({
      ...{ key: 'posts', label: '日报', link: (code) => postsPaths.index(code) },
      ...{ action: 'post.read', position: 51, group: 'works' },
    });
  }
}
