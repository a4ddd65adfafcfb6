import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
import { CasePages, HaltEndPage, HaltFormPage, RemediesPage } from './case-pages';
import { CaseStandings } from './case-standings';
import { HaltEndForm, HaltForm, RemediesForm } from './enforcement.forms';
import { Halts } from './halts.service';

/** What belongs to a statutory case beside its papers: remedies and halts. */
@Controller()
export class CasesController {
  constructor(
    private readonly pages: CasePages,
    private readonly standings: CaseStandings,
    private readonly halts: Halts,
  ) {}

  @Get('/structures/:id/remedies')
  @Allow('removal.edit')
  @Page('enforcement/remedies')
  async remedies(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<RemediesPage | SeeOther> {
    return this.pages.remedies(actor, id);
  }

  @Post('/structures/:id/remedies')
  @Allow('removal.edit')
  @Page('enforcement/remedies')
  async saveRemedies(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(RemediesForm)) form: Posted<RemediesForm>,
  ): Promise<Answer<RemediesPage>> {
    return answerTo(form, {
      take: (value) => this.standings.save(actor, id, value),
      again: (stateOf, wasStale) => this.pages.remediesAgain(actor, id, stateOf, wasStale),
      said: '听证、复议、诉讼的情况已保存',
    });
  }

  @Get('/structures/:id/halts/new')
  @Allow('removal.edit')
  @Page('enforcement/halt-form')
  async newHalt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<HaltFormPage | SeeOther> {
    return this.pages.newHalt(actor, id);
  }

  @Post('/structures/:id/halts')
  @Allow('removal.edit')
  @Page('enforcement/halt-form')
  async createHalt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(HaltForm)) form: Posted<HaltForm>,
  ): Promise<Answer<HaltFormPage>> {
    return answerTo(form, {
      take: (value) => this.halts.add(actor, id, value),
      again: (stateOf) => this.pages.haltAgain(actor, id, stateOf({ version: 1 })),
      said: '已登记，案卷从这一天起不能往下办',
    });
  }

  @Get('/halts/:id/end')
  @Allow('removal.edit')
  @Page('enforcement/halt-end')
  async confirmEnd(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<HaltEndPage> {
    return this.pages.haltEnd(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/halts/:id/ends')
  @Allow('removal.edit')
  @Page('enforcement/halt-end')
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(HaltEndForm)) form: Posted<HaltEndForm>,
  ): Promise<Answer<HaltEndPage>> {
    return answerTo(form, {
      take: (value) => this.halts.end(actor, id, value),
      again: (stateOf) => this.pages.haltEnd(actor, id, stateOf),
      said: form.value.step === 'withdraw' ? '登记已撤回' : '已恢复，可以继续办理',
    });
  }
}
