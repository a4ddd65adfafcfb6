import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
import { PersuasionPages } from './persuasion-pages';
import { VisitForm, VisitWithdrawalForm } from './persuasion.forms';
import { Persuasion } from './persuasion.service';
import { RoundPage } from './round.presenter';
import { VisitFormPage, VisitWithdrawalPage } from './visit-form.presenter';

/** Visits to persuade: the round of the evening, one visit, taking one back. */
@Controller()
export class PersuasionController {
  constructor(
    private readonly persuasion: Persuasion,
    private readonly pages: PersuasionPages,
  ) {}

  @Get('/compounds/:code/removal-visits')
  @Allow('removal.read')
  @Page('persuasion/round')
  async round(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<RoundPage> {
    return this.pages.round(actor, code);
  }

  @Get('/compounds/:code/removal-visits/print')
  @Allow('removal.read')
  @Page('persuasion/print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
  ): Promise<RoundPage & { isAcross: true }> {
    return { ...(await this.pages.round(actor, code)), isAcross: true };
  }

  @Get('/structures/:id/visits/new')
  @Allow('removal.edit')
  @Page('persuasion/visit-form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<VisitFormPage | SeeOther> {
    return this.pages.new(actor, id);
  }

  @Post('/structures/:id/visits')
  @Allow('removal.edit')
  @Page('persuasion/visit-form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(VisitForm)) form: Posted<VisitForm>,
  ): Promise<Answer<VisitFormPage>> {
    return answerTo(form, {
      take: (value) => this.persuasion.record(actor, id, value),
      again: (stateOf) => this.pages.newAgain(actor, id, stateOf({ version: 1 })),
      said: '走访已登记',
    });
  }

  @Get('/persuasion-visits/:id/withdraw')
  @Allow('removal.edit')
  @Page('persuasion/withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<VisitWithdrawalPage | SeeOther> {
    return this.pages.withdrawal(actor, id);
  }

  @Post('/persuasion-visits/:id/withdrawals')
  @Allow('removal.edit')
  @Page('persuasion/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(VisitWithdrawalForm)) form: Posted<VisitWithdrawalForm>,
  ): Promise<Answer<VisitWithdrawalPage>> {
    return answerTo(form, {
      take: (value) => this.persuasion.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawalAgain(actor, id, stateOf),
      said: '走访记录已作废',
    });
  }
}
