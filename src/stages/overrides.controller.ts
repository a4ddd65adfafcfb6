import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { gateChecks } from '../domain/renovation/gate-checks';
import { openPassages } from '../domain/renovation/open-passages';
import { Clock } from '../platform/clock/clock';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { OverridePage, toOverrideForm } from './override.presenter';
import { Overrides } from './overrides.service';
import { formWithReasons } from './refusal';
import { StageDesk } from './stage-desk.service';
import { OverrideForm } from './stages.forms';
import { stagesPaths } from './stages.paths';
import { Standing } from './standing';

/** Letting a gate of policy pass: the district officer's. */
@Controller()
export class OverridesController {
  constructor(
    private readonly overrides: Overrides,
    private readonly desk: StageDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get(stagesPaths.newOverride(':code'))
  @Allow('stage.override')
  @Page('stages/override')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('gate') gate: unknown,
  ): Promise<OverridePage> {
    const standing = await this.desk.find(actor, code);
    return this.page(actor, standing, formState({ gate, onceKey: randomUUID() }));
  }

  @Post(stagesPaths.overrides(':code'))
  @Allow('stage.override')
  @Page('stages/override')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(OverrideForm)) form: Posted<OverrideForm>,
  ): Promise<Answer<OverridePage>> {
    const outcome = form.errors.length ? undefined : await this.overrides.pass(actor, code, form.value);
    if (outcome?.ok) return seeOther(outcome.value, '已例外放行，原因对外可见');
    const standing = await this.desk.find(actor, code);
    const state = formWithReasons(form.raw, outcome?.blockers ?? [], form.errors);
    return refused(await this.page(actor, standing, state));
  }

  private async page(actor: Actor, standing: Standing, form: FormState): Promise<OverridePage> {
    const { compound, renovation, gates } = standing;
    const today = this.clock.today();
    const frame = await this.workspace.frame(actor, compound, 'stages', '例外放行');
    const checks = openPassages(renovation).flatMap((passage) => gateChecks(passage, gates, today));
    return toOverrideForm(frame, compound.code, checks, form);
  }
}
