import { Module, OnModuleInit } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { SiteRecords } from '../works/site-records';
import { WorksModule } from '../works/works.module';
import { KeptPosts } from './kept-posts';
import { MissingDays } from './missing-days';
import { PostJudging } from './post-judging';
import { PostPhoto, PostRecord, PostValueRecord } from './post.entities';
import { PostDesk } from './posts.desk';
import { PostTotals } from './posts.totals';

/** Daily posts from the site: sent, confirmed or returned. */
@Module({
  imports: [...recordsOf(PostRecord, PostValueRecord, PostPhoto), WorksModule],
  providers: [KeptPosts, MissingDays, PostDesk, PostJudging, PostTotals],
  exports: [KeptPosts, PostTotals],
})
export class PostsModule implements OnModuleInit {
  constructor(
    private readonly sites: SiteRecords,
    private readonly posts: KeptPosts,
  ) {}

  onModuleInit(): void {
    this.sites.registerPosts((renovationId, from) => this.posts.ofRenovation(renovationId, from));
  }
}
