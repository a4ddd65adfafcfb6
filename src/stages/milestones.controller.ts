import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { gateOf } from '../domain/renovation/gates';
import { StageCode, stages } from '../domain/renovation/stages';
import { Files } from '../files/files.service';
import { KeptFile } from '../files/kept-files';
import { Clock } from '../platform/clock/clock';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { MilestoneFormPage, MilestonePage, toMilestone, toMilestoneForm } from './milestone.presenter';
import { MilestoneAtPlace, Milestones } from './milestones.service';
import { formWithReasons } from './refusal';
import { StageDesk } from './stage-desk.service';
import { StageHistory } from './stage-history.service';
import { MilestoneForm, WithdrawMilestoneForm } from './stages.forms';
import { stagesPaths } from './stages.paths';
import { Standing } from './standing';

/** Dated evidence with a document. */
@Controller()
export class MilestonesController {
  constructor(
    private readonly milestones: Milestones,
    private readonly desk: StageDesk,
    private readonly history: StageHistory,
    private readonly files: Files,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get(stagesPaths.newMilestone(':code'))
  @Allow('stage.milestone')
  @Page('stages/milestone-form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('stage') stage: unknown,
    @Query('gate') gate: unknown,
  ): Promise<MilestoneFormPage> {
    const standing = await this.desk.find(actor, code);
    const form = formState({
      gates: gate === undefined ? undefined : [gate],
      outcome: 'met',
      happenedOn: this.clock.today(),
      lastSeen: await this.history.newestMilestone(standing.renovation.id),
      onceKey: randomUUID(),
    });
    return this.formPage(actor, standing, stageFor(stage ?? stageOfGate(gate), standing), form);
  }

  @Post(stagesPaths.milestones(':code'))
  @Allow('stage.milestone')
  @Page('stages/milestone-form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(MilestoneForm)) form: Posted<MilestoneForm>,
  ): Promise<Answer<MilestoneFormPage>> {
    // Asked before the upload is worked on: whoever may not see the compound has nothing read for them.
    await this.desk.find(actor, code);
    const { taken, blockers, kept } = await this.files.receive(form, 'document', 'any', actor);
    const errors = [...form.errors, ...blockers.map(({ text }) => ({ field: 'document', message: text }))];
    const outcome = errors.length
      ? undefined
      : await this.milestones.record(actor, code, form.value, taken.at(-1));
    if (outcome?.ok) return seeOther(outcome.value, '节点已登记');
    const standing = await this.desk.find(actor, code);
    const lastSeen = await this.history.newestMilestone(standing.renovation.id);
    const state = formWithReasons({ ...form.raw, lastSeen }, outcome?.blockers ?? [], errors);
    return refused(await this.formPage(actor, standing, stageFor(form.raw.stage, standing), state, kept));
  }

  @Get(stagesPaths.milestone(':id'))
  @Allow('stage.read')
  @Page('stages/milestone')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<MilestonePage> {
    const found = await this.milestones.find(actor, id);
    return this.page(actor, found, formState({ version: found.milestone.version }));
  }

  @Post(stagesPaths.withdrawals(':id'))
  @Allow('stage.milestone')
  @Page('stages/milestone')
  async createWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(WithdrawMilestoneForm)) form: Posted<WithdrawMilestoneForm>,
  ): Promise<Answer<MilestonePage>> {
    const outcome = form.errors.length ? undefined : await this.milestones.withdraw(actor, id, form.value);
    if (outcome?.ok) return seeOther(outcome.value, '节点已作废，记录保留');
    const found = await this.milestones.find(actor, id);
    const { version } = found.milestone;
    const state = formWithReasons({ ...form.raw, version }, outcome?.blockers ?? [], form.errors);
    return refused(await this.page(actor, found, state));
  }

  private async formPage(
    actor: Actor,
    standing: Standing,
    stage: StageCode,
    form: FormState,
    kept: KeptFile[] = [],
  ): Promise<MilestoneFormPage> {
    const frame = await this.workspace.frame(actor, standing.compound, 'stages', '登记节点');
    return toMilestoneForm({ frame, standing, stage, form, kept, today: this.clock.today() });
  }

  private async page(actor: Actor, found: MilestoneAtPlace, form: FormState): Promise<MilestonePage> {
    const { milestone, compound } = found;
    const frame = await this.workspace.frame(actor, compound, 'stages', '节点');
    const { document, byName } = await this.history.about(milestone);
    return toMilestone(frame, found, { document, byName, role: actor.role, form });
  }
}

/** The stage whose gates are offered: the one asked for, else the one the renovation is in. */
const stageFor = (asked: unknown, { renovation }: Standing): StageCode =>
  stages.find((stage) => stage === asked) ??
  // What the survey asks for is recorded in the survey itself: papers begin with the stage after it.
  (renovation.stage === 'survey' ? 'consultation' : renovation.stage);

/** The stage a gate belongs to. */
function stageOfGate(code: unknown): StageCode | undefined {
  const passage = gateOf(String(code))?.leaving[0];
  return passage === 'removal-finish' ? 'removal' : passage;
}
