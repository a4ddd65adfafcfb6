import { Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { Page } from '../platform/web/page';
import { StageDesk } from './stage-desk.service';
import { StageHistory } from './stage-history.service';
import { stagesPaths } from './stages.paths';
import { StagesPage, toNoStages, toStages } from './stages.presenter';

/** The stage tab of a compound. */
@Controller()
export class StagesController {
  constructor(
    private readonly desk: StageDesk,
    private readonly history: StageHistory,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get(stagesPaths.index(':code'))
  @Allow('stage.read')
  @Page('stages/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation', new DefaultValuePipe(0), ParseIntPipe) sequence: number,
  ): Promise<StagesPage> {
    const { choice, standing } = await this.desk.open(actor, code, sequence || undefined);
    const { compound } = choice;
    const frame = await this.workspace.frame(actor, compound, 'stages');
    if (!standing) return toNoStages(frame, compound, actor.role);
    const record = await this.history.of(standing.renovation.id);
    const { role } = actor;
    return toStages({ frame, standing, choice, record, role, today: this.clock.today() });
  }
}
