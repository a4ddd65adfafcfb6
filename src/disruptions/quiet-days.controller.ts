import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { answerTo, answerToNew } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page } from '../platform/web/page';
import { NewQuietDayForm, QuietDayWithdrawalForm } from './disruption.forms';
import { QuietDayPages } from './quiet-day-pages';
import { QuietDaysPage, QuietDayWithdrawalPage } from './quiet-days.presenter';
import { QuietDayBook } from './quiet-days.service';

/** The quiet days of examinations, for all compounds of a district or a street. */
@Controller()
export class QuietDaysController {
  constructor(
    private readonly book: QuietDayBook,
    private readonly pages: QuietDayPages,
  ) {}

  @Get('/quiet-days')
  @Allow('quiet-day.read')
  @Page('disruptions/quiet-days')
  async index(@CurrentActor() actor: Actor): Promise<QuietDaysPage> {
    return this.pages.index(actor);
  }

  @Post('/quiet-days')
  @Allow('quiet-day.edit')
  @Page('disruptions/quiet-days')
  async record(
    @CurrentActor() actor: Actor,
    @Body(asForm(NewQuietDayForm)) form: Posted<NewQuietDayForm>,
  ): Promise<Answer<QuietDaysPage>> {
    return answerToNew(form, {
      take: (value) => this.book.record(actor, value),
      again: (state) => this.pages.index(actor, state),
      said: '静音日已登记',
    });
  }

  @Get('/quiet-days/:id/withdraw')
  @Allow('quiet-day.edit')
  @Page('disruptions/quiet-day-withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<QuietDayWithdrawalPage> {
    return this.pages.withdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/quiet-days/:id/withdrawals')
  @Allow('quiet-day.edit')
  @Page('disruptions/quiet-day-withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(QuietDayWithdrawalForm)) form: Posted<QuietDayWithdrawalForm>,
  ): Promise<Answer<QuietDayWithdrawalPage>> {
    return answerTo(form, {
      take: (value) => this.book.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawal(actor, id, stateOf),
      said: '静音日已作废',
    });
  }
}
