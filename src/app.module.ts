import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { AuditModule } from './audit/audit.module';
import { CompoundsModule } from './compounds/compounds.module';
import { FilePlacesModule } from './compounds/file-places';
import { FilesModule } from './files/files.module';
import { ClockModule } from './platform/clock/clock';
import { ConfigModule } from './platform/config/config.module';
import { DatabaseModule } from './platform/database/database.module';
import { WebModule } from './platform/web/web.module';
import { ExchangeModule } from './exchange/exchange.module';
import { PortfolioModule } from './portfolio/portfolio.module';
import { PublicSiteModule } from './public-site/public-site.module';
import { StagesModule } from './stages/stages.module';
import { NoticesModule } from './notices/notices.module';
import { WishesModule } from './wishes/wishes.module';
import { HouseholdsModule } from './households/households.module';
import { MeetingsModule } from './meetings/meetings.module';
import { VotesModule } from './votes/votes.module';
import { PlansModule } from './plans/plans.module';
import { ZonesModule } from './zones/zones.module';
import { StructuresModule } from './structures/structures.module';
import { PersuasionModule } from './persuasion/persuasion.module';
import { EnforcementModule } from './enforcement/enforcement.module';
import { RemovalsModule } from './removals/removals.module';
import { OperationsModule } from './operations/operations.module';
import { PatrolsModule } from './patrols/patrols.module';
import { WorksModule } from './works/works.module';
import { InvitationsModule } from './invitations/invitations.module';
import { InspectionsModule } from './inspections/inspections.module';
import { SitePhotosModule } from './site-photos/site-photos.module';
import { DisruptionsModule } from './disruptions/disruptions.module';
import { DigsModule } from './digs/digs.module';
import { PostsModule } from './posts/posts.module';
import { ProgressModule } from './progress/progress.module';
import { DiariesModule } from './diaries/diaries.module';
import { SurveysModule } from './surveys/surveys.module';

/** The house: the platform below, the rooms in the order of their floors. */
@Module({
  imports: [
    ConfigModule,
    ClockModule,
    DatabaseModule,
    WebModule,
    AuditModule,
    AccessModule,
    FilesModule,
    CompoundsModule,
    FilePlacesModule,
    SurveysModule,
    NoticesModule,
    WishesModule,
    HouseholdsModule,
    MeetingsModule,
    VotesModule,
    PlansModule,
    ZonesModule,
    StructuresModule,
    PersuasionModule,
    EnforcementModule,
    RemovalsModule,
    OperationsModule,
    PatrolsModule,
    WorksModule,
    InvitationsModule,
    InspectionsModule,
    SitePhotosModule,
    DisruptionsModule,
    DigsModule,
    PostsModule,
    ProgressModule,
    DiariesModule,
    StagesModule,
    PortfolioModule,
    PublicSiteModule,
    ExchangeModule,
  ],
})
export class AppModule {}
