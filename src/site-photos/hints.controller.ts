import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { queryNumber, queryText } from '../platform/web/address';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page } from '../platform/web/page';
import { HintAnswers } from './hint-answers.service';
import { HintPages } from './hint-pages';
import { HintPage, HintsPage } from './hints.presenter';
import { HintAnswerForm } from './site-photo.forms';

/** Photos that somebody should look at. */
@Controller()
export class HintsController {
  constructor(
    private readonly answers: HintAnswers,
    private readonly pages: HintPages,
  ) {}

  @Get('/compounds/:code/photo-hints')
  @Allow('hint.read')
  @Page('site-photos/hints')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<HintsPage> {
    const all = queryText(query.all) === '1';
    return this.pages.index(actor, code, { all, page: queryNumber(query.page) });
  }

  @Get('/photo-hints/:id')
  @Allow('hint.read')
  @Page('site-photos/hint')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<HintPage> {
    return this.pages.show(actor, id);
  }

  @Post('/photo-hints/:id/answers')
  @Allow('hint.answer')
  @Page('site-photos/hint')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(HintAnswerForm)) form: Posted<HintAnswerForm>,
  ): Promise<Answer<HintPage>> {
    return answerTo(form, {
      take: (value) => this.answers.answer(actor, id, value),
      again: (stateOf, wasStale) => this.pages.show(actor, id, stateOf, wasStale),
      said: '核对结果已保存',
    });
  }
}
