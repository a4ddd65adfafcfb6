import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { concealedLifecycle } from '../domain/construction/concealed-steps';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { queryNumber, queryText } from '../platform/web/address';
import { answerTo, answerToNew, withoutStep } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
import { ConcealedDesk } from './concealed.desk';
import { ConcealedStepForm, NewConcealedForm } from './concealed.forms';
import { ConcealedPages } from './concealed-pages';
import { ConcealedFormPage, ConcealedPage } from './concealed.presenter';
import { ConcealedSheetPage } from './concealed-sheet.presenter';
import { ConcealedWorks } from './concealed-works.service';
import { inspectionPaths } from './inspections.paths';
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
    return answerToNew(form, {
      take: (value) => this.concealed.notice(actor, code, value),
      again: (state) => this.pages.newAgain(actor, code, state),
      said: '隐蔽检查已通知',
    });
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
    const back = withoutStep(form, inspectionPaths.concealed(id));
    if (back) return back;
    const { taken, kept, errors: ofFiles } = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...ofFiles];
    const { step } = form.value;
    return answerTo(
      { ...form, errors },
      {
        take: (value) => this.concealed.take(actor, id, value, taken),
        again: (stateOf, wasStale) => this.pages.stepAgain(actor, id, step, stateOf, { kept, wasStale }),
        said: `「${concealedLifecycle[step].label}」已登记`,
      },
    );
  }
}
