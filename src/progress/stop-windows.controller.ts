import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { ProgressPages } from './progress-pages';
import { StopEndForm, StopWindowForm, StopWithdrawalForm } from './progress.forms';
import type { StopFormPage, StopStepPage } from './stop-form.presenter';
import { StopWindows } from './stop-windows.service';

/** Days on which works stood still, as the manager writes them down. */
@Controller()
export class StopWindowsController {
  constructor(
    private readonly pages: ProgressPages,
    private readonly stops: StopWindows,
  ) {}

  @Get('/compounds/:code/stop-windows/new')
  @Allow('progress.edit')
  @Page('progress/stop')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<StopFormPage> {
    return this.pages.newStop(actor, code);
  }

  @Post('/compounds/:code/stop-windows')
  @Allow('progress.edit')
  @Page('progress/stop')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(StopWindowForm)) form: Posted<StopWindowForm>,
  ): Promise<Answer<StopFormPage>> {
    const outcome = form.errors.length ? undefined : await this.stops.write(actor, code, form.value);
    if (outcome?.ok) return seeOther(outcome.value, '停工已登记');
    const state = formState(form.raw, form.errors, outcome?.blockers ?? []);
    return refused(await this.pages.stopAgain(actor, code, state));
  }

  @Get('/stop-windows/:id/end')
  @Allow('progress.edit')
  @Page('progress/stop-end')
  async confirmEnd(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<StopStepPage> {
    return this.pages.stopEnd(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/stop-windows/:id/ends')
  @Allow('progress.edit')
  @Page('progress/stop-end')
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(StopEndForm)) form: Posted<StopEndForm>,
  ): Promise<Answer<StopStepPage>> {
    return answerTo(form, {
      take: (value) => this.stops.end(actor, id, value),
      again: (stateOf) => this.pages.stopEnd(actor, id, stateOf),
      said: '停工日期已更新',
    });
  }

  @Get('/stop-windows/:id/withdraw')
  @Allow('progress.edit')
  @Page('progress/stop-withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<StopStepPage> {
    return this.pages.stopWithdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/stop-windows/:id/withdrawals')
  @Allow('progress.edit')
  @Page('progress/stop-withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(StopWithdrawalForm)) form: Posted<StopWithdrawalForm>,
  ): Promise<Answer<StopStepPage>> {
    return answerTo(form, {
      take: (value) => this.stops.withdraw(actor, id, value),
      again: (stateOf) => this.pages.stopWithdrawal(actor, id, stateOf),
      said: '停工记录已作废',
    });
  }
}
