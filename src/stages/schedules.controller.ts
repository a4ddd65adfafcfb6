import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { formWithReasons } from './refusal';
import {
  BaselinePage,
  ForecastPage,
  planOf,
  toBaselineForm,
  toForecastFields,
  toForecastForm,
  toPlanFields,
} from './schedule.presenter';
import { Schedules } from './schedules.service';
import { StageDesk } from './stage-desk.service';
import { BaselineForm, ForecastForm } from './stages.forms';
import { stagesPaths } from './stages.paths';
import { Standing, lineOf } from './standing';

/** When each stage shall end, and when it is expected to. */
@Controller()
export class SchedulesController {
  constructor(
    private readonly schedules: Schedules,
    private readonly desk: StageDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get(stagesPaths.newBaseline(':code'))
  @Allow('stage.schedule')
  @Page('stages/baseline')
  async newBaseline(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<BaselinePage> {
    const standing = await this.desk.find(actor, code);
    const { version } = standing.renovation;
    const form = formState({ ...toPlanFields(this.lineOf(standing)), version, onceKey: randomUUID() });
    return this.baselinePage(actor, standing, form);
  }

  @Post(stagesPaths.baselines(':code'))
  @Allow('stage.schedule')
  @Page('stages/baseline')
  async createBaseline(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(BaselineForm)) form: Posted<BaselineForm>,
  ): Promise<Answer<BaselinePage>> {
    const { reason, version: seen, onceKey } = form.value;
    const asked = { plan: planOf(form.value), reason, version: seen, onceKey };
    const outcome = form.errors.length ? undefined : await this.schedules.freeze(actor, code, asked);
    if (outcome?.ok) return seeOther(outcome.value, '计划已确定');
    const standing = await this.desk.find(actor, code);
    const { version } = standing.renovation;
    const state = formWithReasons({ ...form.raw, version }, outcome?.blockers ?? [], form.errors);
    return refused(await this.baselinePage(actor, standing, state));
  }

  @Get(stagesPaths.newForecast(':code'))
  @Allow('stage.schedule')
  @Page('stages/forecast')
  async newForecast(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<ForecastPage> {
    const { stage } = query;
    const standing = await this.desk.find(actor, code);
    const form = formState({
      ...toForecastFields(this.stageOf(standing, stage), query),
      version: versionOf(standing, stage),
    });
    return this.forecastPage(actor, standing, stage, form);
  }

  @Post(stagesPaths.forecasts(':code'))
  @Allow('stage.schedule')
  @Page('stages/forecast')
  async createForecast(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(ForecastForm)) form: Posted<ForecastForm>,
  ): Promise<Answer<ForecastPage>> {
    const { endOn: forecastEndOn, ...asked } = form.value;
    const outcome = form.errors.length
      ? undefined
      : await this.schedules.expect(actor, code, { ...asked, forecastEndOn });
    if (outcome?.ok) return seeOther(outcome.value, '预计完成日期已更新');
    const standing = await this.desk.find(actor, code);
    const { stage } = form.raw;
    const version = versionOf(standing, stage);
    const state = formWithReasons({ ...form.raw, version }, outcome?.blockers ?? [], form.errors);
    return refused(await this.forecastPage(actor, standing, stage, state));
  }

  private async baselinePage(actor: Actor, standing: Standing, form: FormState): Promise<BaselinePage> {
    const { compound, renovation } = standing;
    const frame = await this.workspace.frame(actor, compound, 'stages', '阶段计划');
    const last = await this.schedules.lastBaseline(renovation.id);
    return toBaselineForm(frame, compound.code, { line: this.lineOf(standing), last }, form);
  }

  private async forecastPage(
    actor: Actor,
    standing: Standing,
    stage: unknown,
    form: FormState,
  ): Promise<ForecastPage> {
    const { compound } = standing;
    const frame = await this.workspace.frame(actor, compound, 'stages', '预计完成');
    return toForecastForm(frame, compound.code, this.stageOf(standing, stage), form);
  }

  private lineOf({ schedules, renovation }: Standing) {
    return lineOf(schedules, renovation, this.clock.today());
  }

  private stageOf(standing: Standing, code: unknown) {
    const stage = this.lineOf(standing).find((entry) => entry.stage === code);
    if (!stage) throw new NotFoundException();
    return stage;
  }
}

/** The version of a stage's row; 1 before the desk is used for the first time. */
const versionOf = ({ schedules }: Standing, code: unknown): number =>
  schedules.find(({ stage }) => stage === code)?.version ?? 1;
