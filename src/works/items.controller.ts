import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { queryText } from '../platform/web/address';
import { answerTo, answerToNew, withoutStep } from '../platform/web/answer-to';
import { asForm, Posted } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
import { toDrawnRows } from './drawn-rows';
import { DrawPage } from './drawing.presenter';
import { Drawing } from './drawing.service';
import { ItemFormPage } from './item-form.presenter';
import { ItemPages } from './item-pages';
import { ItemPage } from './item.presenter';
import { ItemSteps } from './item-steps.service';
import { WorkItems } from './items.service';
import { SeveralPage } from './several.presenter';
import { StepPages } from './step-pages';
import { WorkStepPage } from './step.presenter';
import { DrawItemsForm, EditWorkItemForm, ItemStepForm, ItemStepsForm } from './work.forms';
import { worksPaths } from './works.paths';

/** Items: drawn from the plan, one of them, changed, their steps. */
@Controller()
export class ItemsController {
  constructor(
    private readonly drawing: Drawing,
    private readonly items: WorkItems,
    private readonly steps: ItemSteps,
    private readonly pages: ItemPages,
    private readonly stepPages: StepPages,
  ) {}

  @Get('/contracts/:id/items')
  @Allow('works.edit')
  @Page('works/draw')
  async draw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<DrawPage | SeeOther> {
    return this.pages.draw(actor, id);
  }

  @Post('/contracts/:id/items')
  @Allow('works.edit')
  @Page('works/draw')
  async drawn(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(DrawItemsForm)) form: Posted<DrawItemsForm>,
  ): Promise<Answer<DrawPage>> {
    const plan = await this.pages.planOf(actor, id);
    const { rows, errors } = form.errors.length ? { rows: [], errors: [] } : toDrawnRows(form.value, plan);
    return answerToNew(
      { ...form, errors: [...form.errors, ...errors] },
      {
        take: ({ onceKey }) => this.drawing.draw(actor, id, rows, onceKey),
        again: (state) => this.pages.drawAgain(actor, id, state),
        said: `已列出 ${rows.length} 项`,
      },
    );
  }

  @Get('/contracts/:id/item-step')
  @Allow('works.step')
  @Page('works/several')
  async several(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('step') step: unknown,
  ): Promise<SeveralPage | SeeOther> {
    return this.stepPages.several(actor, id, queryText(step));
  }

  @Post('/contracts/:id/item-steps')
  @Allow('works.step')
  @Page('works/several')
  async takeSeveral(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ItemStepsForm)) form: Posted<ItemStepsForm>,
  ): Promise<Answer<SeveralPage>> {
    await this.stepPages.contractSeen(actor, id);
    const back = withoutStep(form, worksPaths.contract(id));
    if (back) return back;
    return answerToNew(form, {
      take: (value) => this.steps.takeSeveral(actor, id, value),
      again: (state) => this.stepPages.severalAgain(actor, id, form.value.step, state),
      said: '已办理',
    });
  }

  @Get('/work-items/:id')
  @Allow('works.read')
  @Page('works/item')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ItemPage> {
    return this.pages.show(actor, id);
  }

  @Get('/work-items/:id/edit')
  @Allow('works.edit')
  @Page('works/item-form')
  async edit(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ItemFormPage> {
    return this.pages.edit(actor, id);
  }

  @Post('/work-items/:id')
  @Allow('works.edit')
  @Page('works/item-form')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditWorkItemForm)) form: Posted<EditWorkItemForm>,
  ): Promise<Answer<ItemFormPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.items.change(actor, id, value),
      again: (stateOf, wasStale) => this.pages.editAgain(actor, id, stateOf, wasStale),
      said: '项目已修改',
    });
  }

  @Get('/work-items/:id/step')
  @Allow('works.step')
  @Page('works/step')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('step') step: unknown,
  ): Promise<WorkStepPage> {
    await this.pages.find(actor, id);
    return this.stepPages.itemStep(actor, id, queryText(step));
  }

  @Post('/work-items/:id/steps')
  @Allow('works.step')
  @Page('works/step')
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ItemStepForm)) form: Posted<ItemStepForm>,
  ): Promise<Answer<WorkStepPage>> {
    await this.pages.find(actor, id);
    const back = withoutStep(form, worksPaths.item(id));
    if (back) return back;
    return answerTo(form, {
      take: (value) => this.steps.take(actor, id, value),
      again: (stateOf) => this.stepPages.itemStepAgain(actor, id, form.value.step, stateOf),
      said: '已办理',
    });
  }
}
