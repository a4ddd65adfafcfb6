import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { SheetPage } from './sheet.presenter';
import { SignPage } from './signing.presenter';
import { OpenSurveyForm, SignatureForm, SurveySheetForm } from './survey.forms';
import { SurveyPages } from './survey-pages';
import { StartPage, SurveyPage } from './surveys.presenter';
import { Surveys } from './surveys.service';

/** The survey of a compound: its sheet and its signatures. */
@Controller()
export class SurveysController {
  constructor(
    private readonly surveys: Surveys,
    private readonly pages: SurveyPages,
  ) {}

  @Get('/compounds/:code/survey')
  @Allow('survey.read')
  @Page('surveys/show')
  async index(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<StartPage | SurveyPage> {
    return this.pages.latest(actor, code, newForm());
  }

  @Post('/compounds/:code/survey')
  @Allow('survey.edit')
  @Page('surveys/show')
  async open(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(OpenSurveyForm)) form: Posted<OpenSurveyForm>,
  ): Promise<Answer<StartPage | SurveyPage>> {
    const again = async (state = formState(form.raw, form.errors)) =>
      refused(await this.pages.latest(actor, code, state));
    if (form.errors.length) return again();
    const outcome = await this.surveys.open(actor, code, form.value.onceKey);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '摸底已开始');
  }

  @Get('/surveys/:id')
  @Allow('survey.read')
  @Page('surveys/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<SurveyPage> {
    return this.pages.one(actor, id, newForm());
  }

  @Get('/surveys/:id/edit')
  @Allow('survey.edit')
  @Page('surveys/edit')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<SheetPage | SeeOther> {
    return this.pages.sheet(actor, id);
  }

  @Post('/surveys/:id')
  @Allow('survey.edit')
  @Page('surveys/edit')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(SurveySheetForm)) form: Posted<SurveySheetForm>,
  ): Promise<Answer<SheetPage>> {
    return answerTo(form, {
      take: (value) => this.surveys.update(actor, id, value),
      again: (stateOf, wasStale) => this.pages.sheetAgain(actor, id, stateOf, wasStale),
      said: '摸底表已保存',
    });
  }

  @Get('/surveys/:id/sign')
  @Allow('survey.sign')
  @Page('surveys/sign')
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('step') step: string,
  ): Promise<SignPage | SeeOther> {
    return this.pages.sign(actor, id, step);
  }

  @Post('/surveys/:id/signatures')
  @Allow('survey.sign')
  @Page('surveys/sign')
  async createSignature(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(SignatureForm)) form: Posted<SignatureForm>,
  ): Promise<Answer<SignPage>> {
    const { step } = form.value;
    return answerTo(form, {
      take: (value) => this.surveys.sign(actor, id, value),
      again: (stateOf) => this.pages.signAgain(actor, id, step, stateOf),
      said: signed[step],
    });
  }
}

const signed: Record<SignatureForm['step'], string> = {
  'sign-for-community': '社区已签字，等街道签字',
  'sign-for-street': '街道已签字，这次摸底定稿',
  withdraw: '签字已撤回，可以继续补充',
  return: '已退回社区补充',
};

const newForm = () => formState({ onceKey: randomUUID() });
