import { randomUUID } from 'node:crypto';
import { Body, Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { ComparePage } from './comparison.presenter';
import { NewVersionForm, PlanSheetForm } from './plan.forms';
import { PlanPages } from './plan-pages';
import { PlanPage } from './plans.presenter';
import { Plans } from './plans.service';
import { PlanPrintPage } from './print.presenter';
import { PlanSheetPage } from './sheet.presenter';
import { NewVersionPage, PlanStartPage } from './version-form.presenter';

/** The plan of a compound (一院一案): its versions and their sheets. */
@Controller()
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly pages: PlanPages,
  ) {}

  @Get('/compounds/:code/plan')
  @Allow('plan.read')
  @Page('plans/show')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation', new DefaultValuePipe(0), ParseIntPipe) sequence: number,
  ): Promise<PlanPage | PlanStartPage> {
    return this.pages.latest(actor, code, sequence || undefined, formState({ onceKey: randomUUID() }));
  }

  @Get('/compounds/:code/plan/versions/new')
  @Allow('plan.edit')
  @Page('plans/version-form')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<NewVersionPage | SeeOther> {
    return this.pages.newVersion(actor, code);
  }

  @Post('/compounds/:code/plan/versions')
  @Allow('plan.edit')
  @Page('plans/version-form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewVersionForm)) form: Posted<NewVersionForm>,
  ): Promise<Answer<NewVersionPage>> {
    const again = async (state = formState(form.raw, form.errors)) =>
      refused(await this.pages.newVersionAgain(actor, code, state));
    if (form.errors.length) return again();
    const outcome = await this.plans.begin(actor, code, form.value);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '可以开始编制这一版方案了');
  }

  @Get('/compounds/:code/plan/edit')
  @Allow('plan.edit')
  @Page('plans/edit')
  async edit(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<PlanSheetPage | SeeOther> {
    return this.pages.sheet(actor, code);
  }

  @Get('/plan-versions/:id')
  @Allow('plan.read')
  @Page('plans/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PlanPage> {
    return this.pages.one(actor, id);
  }

  @Post('/plan-versions/:id')
  @Allow('plan.edit')
  @Page('plans/edit')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PlanSheetForm)) form: Posted<PlanSheetForm>,
  ): Promise<Answer<PlanSheetPage>> {
    return answerTo(form, {
      take: (value) => this.plans.update(actor, id, value),
      again: (stateOf, wasStale) => this.pages.sheetAgain(actor, id, stateOf, wasStale),
      said: '方案说明已保存',
    });
  }

  @Get('/plan-versions/:id/compare')
  @Allow('plan.read')
  @Page('plans/compare')
  async compare(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('with', new DefaultValuePipe(0), ParseIntPipe) withId: number,
  ): Promise<ComparePage | SeeOther> {
    return this.pages.compare(actor, id, withId || undefined);
  }

  @Get('/plan-versions/:id/print')
  @Allow('plan.read')
  @Page('plans/print')
  async print(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PlanPrintPage> {
    return this.pages.print(actor, id);
  }
}
