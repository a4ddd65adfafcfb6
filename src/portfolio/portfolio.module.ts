import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { HouseholdsModule } from '../households/households.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PatrolsModule } from '../patrols/patrols.module';
import { PlansModule } from '../plans/plans.module';
import { ProgressModule } from '../progress/progress.module';
import { StagesModule } from '../stages/stages.module';
import { SurveysModule } from '../surveys/surveys.module';
import { VotesModule } from '../votes/votes.module';
import { AuditLog } from './audit-log.service';
import { Board } from './board.service';
import { BoardController } from './board.controller';
import { ChainState } from './chain-state';
import { LogController } from './log.controller';
import { MissingGates } from './missing-gates';
import { OverviewController } from './overview.controller';
import { Overviews } from './overview.service';
import { PortfolioRows } from './portfolio-rows';
import { portfolioPaths } from './portfolio.paths';
import { ResidentStages } from './resident-stage';
import { Work } from './work.service';
import { WorkController } from './work.controller';

/** The pages over all rooms: the board, the list of things to do, the first tab of a compound, the record. */
@Module({
  imports: [
    StagesModule,
    SurveysModule,
    HouseholdsModule,
    MeetingsModule,
    VotesModule,
    PlansModule,
    PatrolsModule,
    ProgressModule,
  ],
  controllers: [BoardController, WorkController, OverviewController, LogController],
  providers: [AuditLog, Board, ChainState, MissingGates, Overviews, PortfolioRows, ResidentStages, Work],
})
export class PortfolioModule implements OnModuleInit {
  constructor(private readonly workspace: Workspace) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'log',
      label: '记录',
      link: (code) => portfolioPaths.log(code),
      action: 'audit.read',
      position: 90,
      group: 'compound',
    });
  }
}
