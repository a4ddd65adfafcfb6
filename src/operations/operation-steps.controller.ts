import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { OperationCancelPage } from './cancel.presenter';
import { CancellationForm, SafetyPlanForm, WeatherForm } from './operation.forms';
import { OperationPages } from './operation-pages';
import { OperationPage } from './operation.presenter';
import { Operations } from './operations.service';
import { SafetyPlans } from './safety-plans.service';

/** What is done with a removal day until it comes: weather, safety plan, calling it off. */
@Controller()
export class OperationStepsController {
  constructor(
    private readonly operations: Operations,
    private readonly safetyPlans: SafetyPlans,
    private readonly pages: OperationPages,
    private readonly files: Files,
  ) {}

  @Post('/operations/:id/weather')
  @Allow('removal.decide')
  @Page('operations/show')
  async checkWeather(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(WeatherForm)) form: Posted<WeatherForm>,
  ): Promise<Answer<OperationPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.operations.checkWeather(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '天气已登记',
    });
  }

  @Post('/operations/:id/safety-plans')
  @Allow('removal.decide')
  @Page('operations/show')
  async addSafetyPlans(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(SafetyPlanForm)) form: Posted<SafetyPlanForm>,
  ): Promise<Answer<OperationPage>> {
    await this.pages.find(actor, id);
    const received = await this.files.receive(form, 'safetyPlan', 'any', actor);
    const errors = [...form.errors, ...besideField('safetyPlan', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.show(actor, id, () => state, received.kept));
    if (errors.length) return again();
    const outcome = await this.safetyPlans.change(actor, id, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '安全方案已保存');
  }

  @Get('/operations/:id/cancel')
  @Allow('removal.decide')
  @Page('operations/cancel')
  async confirmCancellation(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<OperationCancelPage> {
    return this.pages.cancellation(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/operations/:id/cancellations')
  @Allow('removal.decide')
  @Page('operations/cancel')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(CancellationForm)) form: Posted<CancellationForm>,
  ): Promise<Answer<OperationCancelPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.operations.cancel(actor, id, value),
      again: (stateOf) => this.pages.cancellation(actor, id, stateOf),
      said: '行动已取消',
    });
  }
}
