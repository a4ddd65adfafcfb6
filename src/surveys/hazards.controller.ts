import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { Clock } from '../platform/clock/clock';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { HazardFormPage } from './hazard-form.presenter';
import { HazardPages } from './hazard-pages';
import { HazardPage } from './hazards.presenter';
import { Hazards } from './hazards.service';
import { EditHazardForm, HazardControlForm, NewHazardForm, WithdrawalForm } from './survey.forms';
import { WithdrawalPage } from './withdrawal.presenter';

/** The hazards of a survey. */
@Controller()
export class HazardsController {
  constructor(
    private readonly hazards: Hazards,
    private readonly pages: HazardPages,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  @Get('/compounds/:code/hazards/new')
  @Allow('survey.edit')
  @Page('surveys/hazard-form')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<HazardFormPage | SeeOther> {
    return this.pages.new(actor, code, formState({ foundOn: this.clock.today(), onceKey: randomUUID() }));
  }

  @Post('/compounds/:code/hazards')
  @Allow('survey.edit')
  @Page('surveys/hazard-form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewHazardForm)) form: Posted<NewHazardForm>,
  ): Promise<Answer<HazardFormPage>> {
    await this.pages.compound(actor, code);
    const received = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.newAgain(actor, code, state, received.kept));
    if (errors.length) return again();
    const outcome = await this.hazards.add(actor, code, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '隐患已登记');
  }

  @Get('/hazards/:id')
  @Allow('survey.read')
  @Page('surveys/hazard')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<HazardPage> {
    return this.pages.show(actor, id, ({ version }) =>
      formState({ version, controlledOn: this.clock.today(), onceKey: randomUUID() }),
    );
  }

  @Get('/hazards/:id/edit')
  @Allow('survey.edit')
  @Page('surveys/hazard-form')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<HazardFormPage | SeeOther> {
    return this.pages.edit(actor, id);
  }

  @Post('/hazards/:id')
  @Allow('survey.edit')
  @Page('surveys/hazard-form')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditHazardForm)) form: Posted<EditHazardForm>,
  ): Promise<Answer<HazardFormPage>> {
    const { hazard } = await this.pages.find(actor, id);
    const received = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', received.blockers)];
    const again = async (state = formState(form.raw, errors), wasStale = false) =>
      refused(await this.pages.editAgain(actor, id, state, received.kept, wasStale));
    if (errors.length) return again();
    const outcome = await this.hazards.update(actor, id, form.value, received.taken);
    if (outcome.ok) return seeOther(outcome.value, '隐患已修改');
    return again(refusedForm(form.raw, outcome.blockers, hazard), isStale(outcome.blockers));
  }

  @Post('/hazards/:id/controls')
  @Allow('survey.edit')
  @Page('surveys/hazard')
  async control(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(HazardControlForm)) form: Posted<HazardControlForm>,
  ): Promise<Answer<HazardPage>> {
    return answerTo(form, {
      take: (value) => this.hazards.control(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: form.value.step === 'control' ? '隐患已销号' : '隐患已重新打开',
    });
  }

  @Get('/hazards/:id/withdraw')
  @Allow('survey.edit')
  @Page('surveys/withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<WithdrawalPage> {
    return this.pages.withdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/hazards/:id/withdrawals')
  @Allow('survey.edit')
  @Page('surveys/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(WithdrawalForm)) form: Posted<WithdrawalForm>,
  ): Promise<Answer<WithdrawalPage>> {
    return answerTo(form, {
      take: (value) => this.hazards.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawal(actor, id, stateOf),
      said: '隐患已作废',
    });
  }
}
