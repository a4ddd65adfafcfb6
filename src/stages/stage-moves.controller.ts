import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { Move, moveNames, moves } from '../domain/renovation/moves';
import { Clock } from '../platform/clock/clock';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { formWithReasons } from './refusal';
import { StageDesk } from './stage-desk.service';
import { StageMovePage, toStageMove } from './stage-move.presenter';
import { StageMoves } from './stage-moves.service';
import { StageMoveForm } from './stages.forms';
import { stagesPaths } from './stages.paths';
import { Standing, lineOf, moveFactsOf } from './standing';

/** Moving a renovation: the confirm page, and the move itself. */
@Controller()
export class StageMovesController {
  constructor(
    private readonly moves: StageMoves,
    private readonly desk: StageDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get(stagesPaths.newMove(':code'))
  @Allow('stage.move')
  @Page('stages/stage-move')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('move') move: unknown,
  ): Promise<StageMovePage> {
    const standing = await this.desk.find(actor, code);
    const form = formState({ version: standing.renovation.version, onceKey: randomUUID() });
    return this.page(actor, standing, knownMove(move), form);
  }

  @Post(stagesPaths.moves(':code'))
  @Allow('stage.move')
  @Page('stages/stage-move')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(StageMoveForm)) form: Posted<StageMoveForm>,
  ): Promise<Answer<StageMovePage>> {
    const outcome = form.errors.length ? undefined : await this.moves.take(actor, code, form.value);
    if (outcome?.ok) return seeOther(outcome.value, `「${moveNames[form.value.move]}」已办理`);
    const standing = await this.desk.find(actor, code);
    const { version } = standing.renovation;
    const state = formWithReasons({ ...form.raw, version }, outcome?.blockers ?? [], form.errors);
    return refused(await this.page(actor, standing, knownMove(form.raw.move), state));
  }

  private async page(actor: Actor, standing: Standing, move: Move, form: FormState): Promise<StageMovePage> {
    const { compound, renovation, schedules } = standing;
    const today = this.clock.today();
    const frame = await this.workspace.frame(actor, compound, 'stages', moveNames[move]);
    const reason = typeof form.values.reason === 'string' ? form.values.reason : '';
    return toStageMove({
      frame,
      code: compound.code,
      move,
      facts: moveFactsOf(standing, reason, today),
      line: lineOf(schedules, renovation, today),
      role: actor.role,
      form,
    });
  }
}

/** A move that exists; any other is a page that does not. */
function knownMove(text: unknown): Move {
  const move = moves.find((one) => one === text);
  if (!move) throw new NotFoundException();
  return move;
}
