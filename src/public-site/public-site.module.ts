import { Module } from '@nestjs/common';
import { HouseholdsModule } from '../households/households.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { NoticesModule } from '../notices/notices.module';
import { PatrolsModule } from '../patrols/patrols.module';
import { PlansModule } from '../plans/plans.module';
import { RemovalsModule } from '../removals/removals.module';
import { StagesModule } from '../stages/stages.module';
import { SurveysModule } from '../surveys/surveys.module';
import { VotesModule } from '../votes/votes.module';
import { WishesModule } from '../wishes/wishes.module';
import { Consultations } from './consultations';
import { Overviews } from './overview.service';
import { PreferencesController } from './preferences.controller';
import { PublicFacts } from './public-facts.service';
import { PublicShell } from './public-shell';
import { PublicSiteController } from './public-site.controller';

/** The pages for residents: what the law lets through of every compound. */
@Module({
  imports: [
    ...[StagesModule, SurveysModule, NoticesModule, WishesModule],
    ...[HouseholdsModule, MeetingsModule, VotesModule, PlansModule],
    ...[RemovalsModule, PatrolsModule],
  ],
  controllers: [PublicSiteController, PreferencesController],
  providers: [Consultations, Overviews, PublicFacts, PublicShell],
})
export class PublicSiteModule {}
