import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { stopLifecycle } from '../domain/construction/stop-steps';
import type { Actor } from '../domain/people/actor';
import { queryText } from '../platform/web/address';
import { answerTo, answerToNew, withoutStep } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
import { inspectionPaths } from './inspections.paths';
import type { CheckStepPage } from './step.presenter';
import { NewStopForm, StopReportForm, StopStepForm } from './stop.forms';
import { StopPages } from './stop-pages';
import { StopFormPage, StopPage } from './stop.presenter';
import { StopSheetPage } from './stop-sheet.presenter';
import { StopDesk } from './stops.desk';
import { StopOrders } from './stops.service';

/** Orders to stop. */
@Controller()
export class StopsController {
  constructor(
    private readonly stops: StopOrders,
    private readonly pages: StopPages,
    private readonly compounds: CompoundDesk,
    private readonly desk: StopDesk,
  ) {}

  @Get('/compounds/:code/stops/new')
  @Allow('check.stop')
  @Page('inspections/stop-form')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<StopFormPage | SeeOther> {
    return this.pages.new(actor, code);
  }

  @Post('/compounds/:code/stops')
  @Allow('check.stop')
  @Page('inspections/stop-form')
  async order(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewStopForm)) form: Posted<NewStopForm>,
  ): Promise<Answer<StopFormPage>> {
    await this.compounds.find(actor, code);
    return answerToNew(form, {
      take: (value) => this.stops.order(actor, code, value),
      again: (state) => this.pages.newAgain(actor, code, state),
      said: '停工令已下达，请打印送达',
    });
  }

  @Get('/stops/:id')
  @Allow('check.read')
  @Page('inspections/stop')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<StopPage> {
    return this.pages.show(actor, id);
  }

  @Get('/stops/:id/print')
  @Allow('check.read')
  @Page('inspections/print-stop')
  async print(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: Record<string, unknown>,
  ): Promise<StopSheetPage> {
    return this.pages.sheet(actor, id, queryText(query.sheet));
  }

  @Get('/stops/:id/step')
  @Allow('check.stop')
  @Page('inspections/step')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: Record<string, unknown>,
  ): Promise<CheckStepPage> {
    return this.pages.step(actor, id, queryText(query.step));
  }

  @Post('/stops/:id/steps')
  @Allow('check.stop')
  @Page('inspections/step')
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(StopStepForm)) form: Posted<StopStepForm>,
  ): Promise<Answer<CheckStepPage>> {
    await this.desk.find(actor, id);
    const back = withoutStep(form, inspectionPaths.stop(id));
    if (back) return back;
    const { step } = form.value;
    return answerTo(form, {
      take: (value) => this.stops.take(actor, id, value),
      again: (stateOf, wasStale) => this.pages.stepAgain(actor, id, step, stateOf, wasStale),
      said: `「${stopLifecycle[step].label}」已登记`,
    });
  }

  @Post('/stops/:id/reports')
  @Allow('check.stop')
  @Page('inspections/stop')
  async report(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(StopReportForm)) form: Posted<StopReportForm>,
  ): Promise<Answer<StopPage>> {
    await this.desk.find(actor, id);
    return answerTo(form, {
      take: (value) => this.stops.report(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '报告日期已登记',
    });
  }
}
