import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { CallPages } from './call-pages';
import { Calls } from './calls.service';
import { CallWithdrawalPage, HistoryPage } from './history.presenter';
import { CallForm, CallWithdrawalForm } from './household.forms';
import { besideFields } from './household-refusal';

/** Calls at one door. */
@Controller()
export class CallsController {
  constructor(
    private readonly calls: Calls,
    private readonly pages: CallPages,
  ) {}

  @Get('/dwellings/:id/history')
  @Allow('household.read')
  @Page('households/history')
  async history(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<HistoryPage> {
    return this.pages.door(actor, id);
  }

  @Post('/dwellings/:id/calls')
  @Allow('household.edit')
  @Page('households/history')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(CallForm)) form: Posted<CallForm>,
  ): Promise<Answer<HistoryPage>> {
    if (form.errors.length)
      return refused(await this.pages.door(actor, id, formState(form.raw, form.errors)));
    const outcome = await this.calls.add(actor, id, form.value);
    if (!outcome.ok)
      return refused(await this.pages.door(actor, id, besideFields(form.raw, outcome.blockers)));
    return seeOther(outcome.value, await this.pages.saved(actor, id));
  }

  @Get('/calls/:id/withdraw')
  @Allow('household.edit')
  @Page('households/withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<CallWithdrawalPage> {
    return this.pages.withdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/calls/:id/withdrawals')
  @Allow('household.edit')
  @Page('households/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(CallWithdrawalForm)) form: Posted<CallWithdrawalForm>,
  ): Promise<Answer<CallWithdrawalPage>> {
    return answerTo(form, {
      take: (value) => this.calls.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawal(actor, id, stateOf),
      said: '走访记录已作废',
    });
  }
}
