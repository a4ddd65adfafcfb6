import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { UnitVisitsForm, VisitForm, WithdrawalForm } from './survey.forms';
import { VisitPages } from './visit-pages';
import { UnitVisitsPage, VisitsPage } from './visits.presenter';
import { Visits } from './visits.service';
import { WithdrawalPage } from './withdrawal.presenter';

/** Visits from door to door. */
@Controller()
export class VisitsController {
  constructor(
    private readonly visits: Visits,
    private readonly pages: VisitPages,
  ) {}

  @Get('/dwellings/:id/visits')
  @Allow('survey.read')
  @Page('surveys/visits')
  async index(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<VisitsPage> {
    return this.pages.door(actor, id);
  }

  @Post('/dwellings/:id/visits')
  @Allow('survey.edit')
  @Page('surveys/visits')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(VisitForm)) form: Posted<VisitForm>,
  ): Promise<Answer<VisitsPage>> {
    if (form.errors.length)
      return refused(await this.pages.door(actor, id, formState(form.raw, form.errors)));
    const outcome = await this.visits.add(actor, id, form.value);
    if (!outcome.ok)
      return refused(await this.pages.door(actor, id, formState(form.raw, [], outcome.blockers)));
    return seeOther(outcome.value, await this.pages.saved(actor, id));
  }

  @Get('/buildings/:id/units/:unitNo/visits')
  @Allow('survey.edit')
  @Page('surveys/unit-visits')
  async unit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Param('unitNo', ParseIntPipe) unitNo: number,
  ): Promise<UnitVisitsPage> {
    return this.pages.unit(actor, id, unitNo);
  }

  @Post('/buildings/:id/units/:unitNo/visits')
  @Allow('survey.edit')
  @Page('surveys/unit-visits')
  async createForUnit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Param('unitNo', ParseIntPipe) unitNo: number,
    @Body(asForm(UnitVisitsForm)) form: Posted<UnitVisitsForm>,
  ): Promise<Answer<UnitVisitsPage>> {
    const again = async (state = formState(form.raw, form.errors)) =>
      refused(await this.pages.unit(actor, id, unitNo, state));
    if (form.errors.length) return again();
    const outcome = await this.visits.addForUnit(actor, id, unitNo, form.value);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '入户记录已保存');
  }

  @Get('/visits/:id/withdraw')
  @Allow('survey.edit')
  @Page('surveys/withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<WithdrawalPage> {
    return this.pages.withdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/visits/:id/withdrawals')
  @Allow('survey.edit')
  @Page('surveys/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(WithdrawalForm)) form: Posted<WithdrawalForm>,
  ): Promise<Answer<WithdrawalPage>> {
    return answerTo(form, {
      take: (value) => this.visits.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawal(actor, id, stateOf),
      said: '入户记录已作废',
    });
  }
}
