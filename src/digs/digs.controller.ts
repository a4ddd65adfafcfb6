import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { answerTo, answerToNew } from '../platform/web/answer-to';
import { asForm, Posted } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
import { AskUtilitiesForm, UtilityRequestForm } from './dig.forms';
import { DigPages } from './dig-pages';
import { DigsPage } from './digs.presenter';
import { AskPage, RequestPage } from './request-form.presenter';
import { UtilityRequests } from './utility-requests.service';

/** One dig only: conflicts, the table of the ground, what the utilities said. */
@Controller()
export class DigsController {
  constructor(
    private readonly requests: UtilityRequests,
    private readonly pages: DigPages,
    private readonly compounds: CompoundDesk,
  ) {}

  @Get('/compounds/:code/digs')
  @Allow('dig.read')
  @Page('digs/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
  ): Promise<DigsPage> {
    return this.pages.index(actor, code, askedRenovation(renovation));
  }

  @Get('/compounds/:code/digs/print')
  @Allow('dig.read')
  @Page('digs/print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
  ): Promise<DigsPage> {
    return this.pages.sheet(actor, code, askedRenovation(renovation));
  }

  @Get('/compounds/:code/utility-requests/new')
  @Allow('dig.edit')
  @Page('digs/ask')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<AskPage | SeeOther> {
    return this.pages.ask(actor, code);
  }

  @Post('/compounds/:code/utility-requests')
  @Allow('dig.edit')
  @Page('digs/ask')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(AskUtilitiesForm)) form: Posted<AskUtilitiesForm>,
  ): Promise<Answer<AskPage>> {
    await this.compounds.find(actor, code);
    return answerToNew(form, {
      take: (value) => this.requests.ask(actor, code, value),
      again: (state) => this.pages.askAgain(actor, code, state),
      said: '征询已登记',
    });
  }

  @Get('/utility-requests/:id')
  @Allow('dig.edit')
  @Page('digs/request')
  async request(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<RequestPage> {
    return this.pages.request(actor, id);
  }

  @Post('/utility-requests/:id')
  @Allow('dig.edit')
  @Page('digs/request')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(UtilityRequestForm)) form: Posted<UtilityRequestForm>,
  ): Promise<Answer<RequestPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.requests.change(actor, id, value),
      again: (stateOf, wasStale) => this.pages.requestAgain(actor, id, stateOf, wasStale),
      said: '答复已登记',
    });
  }
}
