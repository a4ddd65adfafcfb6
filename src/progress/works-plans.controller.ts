import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { queryNumber, queryText } from '../platform/web/address';
import { Posted, asForm, formState } from '../platform/web/form';
import { isStale } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import type { DelayPage } from './delay.presenter';
import { Delays } from './delays.service';
import { ProgressPages } from './progress-pages';
import { DelayForm, WorksBaselineForm } from './progress.forms';
import type { WorksBaselinePage } from './works-baseline.presenter';
import { WorksBaselines } from './works-baselines.service';

/** Plans of the works and answers to delays. */
@Controller()
export class WorksPlansController {
  constructor(
    private readonly pages: ProgressPages,
    private readonly plans: WorksBaselines,
    private readonly delays: Delays,
  ) {}

  @Get('/compounds/:code/progress/baselines/new')
  @Allow('progress.edit')
  @Page('progress/baseline')
  async newBaseline(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('weighing') weighing: unknown,
  ): Promise<WorksBaselinePage | SeeOther> {
    return this.pages.newBaseline(actor, code, queryText(weighing));
  }

  @Post('/compounds/:code/progress/baselines')
  @Allow('progress.edit')
  @Page('progress/baseline')
  async createBaseline(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(WorksBaselineForm)) form: Posted<WorksBaselineForm>,
  ): Promise<Answer<WorksBaselinePage>> {
    const outcome = form.errors.length ? undefined : await this.plans.freeze(actor, code, form.value);
    if (outcome?.ok) return seeOther(outcome.value, '施工计划已确定');
    const blockers = outcome?.blockers ?? [];
    const seen = await this.pages.lastNumber(actor, code);
    const raw = isStale(blockers) ? { ...form.raw, seen: String(seen) } : form.raw;
    return refused(await this.pages.baselineAgain(actor, code, formState(raw, form.errors, blockers)));
  }

  @Get('/compounds/:code/delays/new')
  @Allow('progress.edit')
  @Page('progress/delay')
  async newDelay(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<DelayPage | SeeOther> {
    return this.pages.newDelay(actor, code, queryNumber(query.item), queryText(query.until));
  }

  @Post('/compounds/:code/delays')
  @Allow('progress.edit')
  @Page('progress/delay')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(DelayForm)) form: Posted<DelayForm>,
  ): Promise<Answer<DelayPage>> {
    const outcome = form.errors.length ? undefined : await this.delays.answer(actor, code, form.value);
    if (outcome?.ok) return seeOther(outcome.value, '答复已登记');
    const state = formState(form.raw, form.errors, outcome?.blockers ?? []);
    return refused((await this.pages.delayAgain(actor, code, state))!);
  }
}
