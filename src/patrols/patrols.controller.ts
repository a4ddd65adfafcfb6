import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { queryNumber, queryText } from '../platform/web/address';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { PatrolFormPage } from './patrol-form.presenter';
import { PatrolPages } from './patrol-pages';
import { NewPatrolForm, PatrolWithdrawalForm } from './patrol.forms';
import { PatrolPage, PatrolWithdrawalPage } from './patrol.presenter';
import { PatrolsPage } from './patrols.presenter';
import { Patrols } from './patrols.service';

/** Rounds through a compound. */
@Controller()
export class PatrolsController {
  constructor(
    private readonly patrols: Patrols,
    private readonly pages: PatrolPages,
    private readonly files: Files,
  ) {}

  @Get('/compounds/:code/patrols')
  @Allow('removal.read')
  @Page('patrols/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<PatrolsPage> {
    return this.pages.index(actor, code, queryNumber(query.page));
  }

  @Get('/compounds/:code/patrols/new')
  @Allow('removal.edit')
  @Page('patrols/form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<PatrolFormPage | SeeOther> {
    return this.pages.new(actor, code, queryText(query.kind));
  }

  @Post('/compounds/:code/patrols')
  @Allow('removal.edit')
  @Page('patrols/form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewPatrolForm)) form: Posted<NewPatrolForm>,
  ): Promise<Answer<PatrolFormPage>> {
    await this.pages.compound(actor, code);
    const received = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.newAgain(actor, code, state, received.kept));
    if (errors.length) return again();
    const outcome = await this.patrols.record(actor, code, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '巡查已登记');
  }

  @Get('/patrols/:id')
  @Allow('removal.read')
  @Page('patrols/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PatrolPage> {
    return this.pages.show(actor, id);
  }

  @Get('/patrols/:id/withdraw')
  @Allow('removal.edit')
  @Page('patrols/withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<PatrolWithdrawalPage> {
    return this.pages.withdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/patrols/:id/withdrawals')
  @Allow('removal.edit')
  @Page('patrols/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PatrolWithdrawalForm)) form: Posted<PatrolWithdrawalForm>,
  ): Promise<Answer<PatrolWithdrawalPage>> {
    return answerTo(form, {
      take: (value) => this.patrols.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawal(actor, id, stateOf),
      said: '巡查已作废',
    });
  }
}
