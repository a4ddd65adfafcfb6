import { Module } from '@nestjs/common';
import { DiariesModule } from '../diaries/diaries.module';
import { DisruptionsModule } from '../disruptions/disruptions.module';
import { HouseholdsModule } from '../households/households.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { NoticesModule } from '../notices/notices.module';
import { PatrolsModule } from '../patrols/patrols.module';
import { PlansModule } from '../plans/plans.module';
import { PostsModule } from '../posts/posts.module';
import { ProgressModule } from '../progress/progress.module';
import { RemovalsModule } from '../removals/removals.module';
import { SitePhotosModule } from '../site-photos/site-photos.module';
import { StagesModule } from '../stages/stages.module';
import { SurveysModule } from '../surveys/surveys.module';
import { VotesModule } from '../votes/votes.module';
import { WishesModule } from '../wishes/wishes.module';
import { WorksModule } from '../works/works.module';
import { Consultations } from './consultations';
import { Overviews } from './overview.service';
import { PreferencesController } from './preferences.controller';
import { PublicFacts } from './public-facts.service';
import { PublicShell } from './public-shell';
import { PublicSiteController } from './public-site.controller';
import { WorksFacts } from './works-facts';

/** The pages for residents: what the law lets through of every compound. */
@Module({
  imports: [
    ...[StagesModule, SurveysModule, NoticesModule, WishesModule],
    ...[HouseholdsModule, MeetingsModule, VotesModule, PlansModule],
    ...[RemovalsModule, PatrolsModule, WorksModule, SitePhotosModule, DisruptionsModule],
    ...[PostsModule, ProgressModule, DiariesModule],
  ],
  controllers: [PublicSiteController, PreferencesController],
  providers: [Consultations, Overviews, PublicFacts, PublicShell, WorksFacts],
})
export class PublicSiteModule {}
