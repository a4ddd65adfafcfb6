import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { OperationFormPage } from './operation-form.presenter';
import { EditOperationForm, NewOperationForm } from './operation.forms';
import { OperationPages } from './operation-pages';
import { OperationPage } from './operation.presenter';
import { OperationsPage } from './operations.presenter';
import { Operations } from './operations.service';
import { OperationSheetPage } from './sheet.presenter';

/** Removal days: the list, one of them, planning and changing. */
@Controller()
export class OperationsController {
  constructor(
    private readonly operations: Operations,
    private readonly pages: OperationPages,
    private readonly compounds: CompoundDesk,
    private readonly files: Files,
  ) {}

  @Get('/compounds/:code/operations')
  @Allow('removal.read')
  @Page('operations/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
  ): Promise<OperationsPage> {
    return this.pages.index(actor, code, askedRenovation(renovation));
  }

  @Get('/compounds/:code/operations/new')
  @Allow('removal.decide')
  @Page('operations/form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
  ): Promise<OperationFormPage | SeeOther> {
    return this.pages.new(actor, code);
  }

  @Post('/compounds/:code/operations')
  @Allow('removal.decide')
  @Page('operations/form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewOperationForm)) form: Posted<NewOperationForm>,
  ): Promise<Answer<OperationFormPage>> {
    await this.compounds.find(actor, code);
    const received = await this.files.receive(form, 'safetyPlan', 'any', actor);
    const errors = [...form.errors, ...besideField('safetyPlan', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.newAgain(actor, code, state, received.kept));
    if (errors.length) return again();
    const outcome = await this.operations.plan(actor, code, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '行动已安排');
  }

  @Get('/operations/:id')
  @Allow('removal.read')
  @Page('operations/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<OperationPage> {
    return this.pages.show(actor, id);
  }

  @Get('/operations/:id/edit')
  @Allow('removal.decide')
  @Page('operations/form')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<OperationFormPage | SeeOther> {
    return this.pages.edit(actor, id);
  }

  @Post('/operations/:id')
  @Allow('removal.decide')
  @Page('operations/form')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditOperationForm)) form: Posted<EditOperationForm>,
  ): Promise<Answer<OperationFormPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.operations.change(actor, id, value),
      again: (stateOf, wasStale) => this.pages.editAgain(actor, id, stateOf, wasStale),
      said: '行动安排已修改',
    });
  }

  @Get('/operations/:id/print')
  @Allow('removal.read')
  @Page('operations/print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<OperationSheetPage> {
    return this.pages.sheet(actor, id);
  }
}
