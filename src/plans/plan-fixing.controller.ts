import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { planFixBlockers } from '../domain/plan/plan-fixing';
import { dropBlockers, planOverBlockers } from '../domain/plan/plan-version';
import { Clock } from '../platform/clock/clock';
import { answerTo, StateOf } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page } from '../platform/web/page';
import { DropPage, FixPage, toDrop, toFix } from './fixing.presenter';
import { DropForm, FixingForm } from './plan.forms';
import { PlanFixing } from './plan-fixing.service';
import { PlanDesk } from './plans.desk';
import { Plans } from './plans.service';

/** Fixing a version for good, and giving one up. */
@Controller()
export class PlanFixingController {
  constructor(
    private readonly fixing: PlanFixing,
    private readonly plans: Plans,
    private readonly desk: PlanDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get('/plan-versions/:id/fix')
  @Allow('plan.fix')
  @Page('plans/fix')
  async fix(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<FixPage> {
    return this.fixPage(actor, id, ({ version }) => formState({ version, onceKey: randomUUID() }));
  }

  @Post('/plan-versions/:id/fixings')
  @Allow('plan.fix')
  @Page('plans/fix')
  async createFixing(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(FixingForm)) form: Posted<FixingForm>,
  ): Promise<Answer<FixPage>> {
    return answerTo(form, {
      take: (value) => this.fixing.fix(actor, id, value),
      again: (stateOf) => this.fixPage(actor, id, stateOf),
      said: '方案已定案',
    });
  }

  @Get('/plan-versions/:id/drop')
  @Allow('plan.edit')
  @Page('plans/drop')
  async drop(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<DropPage> {
    return this.dropPage(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/plan-versions/:id/drops')
  @Allow('plan.edit')
  @Page('plans/drop')
  async createDrop(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(DropForm)) form: Posted<DropForm>,
  ): Promise<Answer<DropPage>> {
    return answerTo(form, {
      take: (value) => this.plans.drop(actor, id, value),
      again: (stateOf) => this.dropPage(actor, id, stateOf),
      said: '这一版方案已放弃',
    });
  }

  /** What is fixed is the content that was seen, not only the sheet. */
  private async fixPage(actor: Actor, id: number, stateOf: StateOf): Promise<FixPage> {
    const records = await this.desk.find(actor, id);
    const { renovation, compound, version } = records;
    const blockers = [
      ...planOverBlockers(renovation.state),
      ...planFixBlockers(await this.fixing.factsOf(records)),
    ];
    const frame = await this.workspace.frame(actor, compound, 'plan', '定案');
    return toFix(
      { records, blockers, today: this.clock.today() },
      stateOf({ version: version.contentVersion }),
      frame,
    );
  }

  private async dropPage(actor: Actor, id: number, stateOf: StateOf): Promise<DropPage> {
    const records = await this.desk.find(actor, id);
    const { renovation, compound, version, standing } = records;
    const blockers = [
      ...planOverBlockers(renovation.state),
      ...dropBlockers({ standing, number: version.number }, version.basedOnId !== null),
    ];
    const frame = await this.workspace.frame(actor, compound, 'plan', '放弃这一版');
    return toDrop({ records, blockers }, stateOf(version), frame);
  }
}
