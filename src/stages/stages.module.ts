import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { Milestone, PassedGate } from './evidence.entities';
import { MilestonesController } from './milestones.controller';
import { Milestones } from './milestones.service';
import { OverridesController } from './overrides.controller';
import { Overrides } from './overrides.service';
import { PlanBaseline, StageForecast, StageSchedule } from './schedule.entities';
import { SchedulesController } from './schedules.controller';
import { Schedules } from './schedules.service';
import { StageDesk } from './stage-desk.service';
import { StageHistory } from './stage-history.service';
import { StageMove } from './stage-move.entity';
import { StageMovesController } from './stage-moves.controller';
import { StageMoves } from './stage-moves.service';
import { StagesController } from './stages.controller';
import { stagesPaths } from './stages.paths';
import { StageTotals } from './stages.totals';

/** The stage desk: gathers the facts of all rooms, asks the gates, moves a renovation or says every reason why not. */
@Module({
  imports: recordsOf(StageSchedule, PlanBaseline, StageForecast, StageMove, Milestone, PassedGate),
  controllers: [
    StagesController,
    StageMovesController,
    SchedulesController,
    MilestonesController,
    OverridesController,
  ],
  providers: [Milestones, Overrides, Schedules, StageDesk, StageHistory, StageMoves, StageTotals],
  exports: [Milestones, Overrides, Schedules, StageMoves, StageTotals],
})
export class StagesModule implements OnModuleInit {
  constructor(private readonly workspace: Workspace) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'stages',
      label: '阶段',
      link: (code) => stagesPaths.index(code),
      action: 'stage.read',
      position: 50,
    });
  }
}
