import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { concealedLifecycle } from '../domain/construction/concealed-steps';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { queryNumber, queryText } from '../platform/web/address';
import type { StateOf } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { isKeyOf } from '../platform/web/options';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { ConcealedDesk } from './concealed.desk';
import { ConcealedStepForm, NewConcealedForm } from './concealed.forms';
import { ConcealedPages } from './concealed-pages';
import { ConcealedFormPage, ConcealedPage } from './concealed.presenter';
import { ConcealedSheetPage } from './concealed-sheet.presenter';
import { ConcealedWorks } from './concealed-works.service';
import type { CheckStepPage } from './step.presenter';

/** Concealed works: notice, check, covering. */
@Controller()
export class ConcealedController {
  constructor(
    private readonly concealed: ConcealedWorks,
    private readonly pages: ConcealedPages,
    private readonly compounds: CompoundDesk,
    private readonly desk: ConcealedDesk,
    private readonly files: Files,
  ) {}

  @Get('/compounds/:code/concealed/new')
  @Allow('check.write')
  @Page('inspections/concealed-form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<ConcealedFormPage | SeeOther> {
    return this.pages.new(actor, code, queryNumber(query.item));
  }

  @Post('/compounds/:code/concealed')
  @Allow('check.write')
  @Page('inspections/concealed-form')
  async notice(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewConcealedForm)) form: Posted<NewConcealedForm>,
  ): Promise<Answer<ConcealedFormPage>> {
    await this.compounds.find(actor, code);
    const again = async (state: ReturnType<typeof formState>) =>
      refused(await this.pages.newAgain(actor, code, state));
    if (form.errors.length) return again(formState(form.raw, form.errors));
    const outcome = await this.concealed.notice(actor, code, form.value);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '隐蔽检查已通知');
  }

  @Get('/concealed/:id')
  @Allow('check.read')
  @Page('inspections/concealed')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ConcealedPage> {
    return this.pages.show(actor, id);
  }

  @Get('/concealed/:id/print')
  @Allow('check.read')
  @Page('inspections/print-concealed')
  async print(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ConcealedSheetPage> {
    return this.pages.sheet(actor, id);
  }

  @Get('/concealed/:id/step')
  @Allow('check.write')
  @Page('inspections/step')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: Record<string, unknown>,
  ): Promise<CheckStepPage> {
    return this.pages.step(actor, id, queryText(query.step));
  }

  @Post('/concealed/:id/steps')
  @Allow('check.write')
  @Page('inspections/step')
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ConcealedStepForm)) form: Posted<ConcealedStepForm>,
  ): Promise<Answer<CheckStepPage>> {
    await this.desk.find(actor, id);
    const received = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', received.blockers)];
    const { value, raw } = form;
    const step = isKeyOf(concealedLifecycle, queryText(raw.step)) ? value.step : 'accept';
    const again = async (stateOf: StateOf, wasStale = false) =>
      refused(await this.pages.stepAgain(actor, id, step, stateOf, { kept: received.kept, wasStale }));
    if (errors.length) return again(() => formState(raw, errors));
    const outcome = await this.concealed.take(actor, id, value, received.taken);
    if (outcome.ok) return seeOther(outcome.value, `「${concealedLifecycle[step].label}」已登记`);
    const { blockers } = outcome;
    return again((now) => refusedForm(raw, blockers, now), isStale(blockers));
  }
}
