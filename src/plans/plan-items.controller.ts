import { Body, Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { answerTo } from '../platform/web/answer-to';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { ItemFormPage, RemoveItemPage } from './item-form.presenter';
import { ItemPages } from './item-pages';
import { EditItemForm, NewItemForm, RemovalForm } from './plan.forms';
import { PlanItems } from './plan-items.service';

/** The items of a plan. */
@Controller()
export class PlanItemsController {
  constructor(
    private readonly items: PlanItems,
    private readonly pages: ItemPages,
    private readonly files: Files,
  ) {}

  @Get('/compounds/:code/plan/items/new')
  @Allow('plan.edit')
  @Page('plans/item-form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('wish', new DefaultValuePipe(0), ParseIntPipe) wishId: number,
  ): Promise<ItemFormPage | SeeOther> {
    return this.pages.new(actor, code, wishId || undefined);
  }

  @Post('/compounds/:code/plan/items')
  @Allow('plan.edit')
  @Page('plans/item-form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewItemForm)) form: Posted<NewItemForm>,
  ): Promise<Answer<ItemFormPage>> {
    await this.pages.compound(actor, code);
    const received = await this.files.receive(form, 'permit', 'any', actor);
    const errors = [...form.errors, ...besideField('permit', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.newAgain(actor, code, state, received.kept));
    if (errors.length) return again();
    const outcome = await this.items.add(actor, code, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '改造内容已添加');
  }

  @Get('/plan-items/:id/edit')
  @Allow('plan.edit')
  @Page('plans/item-form')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ItemFormPage | SeeOther> {
    return this.pages.edit(actor, id);
  }

  @Post('/plan-items/:id')
  @Allow('plan.edit')
  @Page('plans/item-form')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditItemForm)) form: Posted<EditItemForm>,
  ): Promise<Answer<ItemFormPage>> {
    await this.pages.find(actor, id);
    const received = await this.files.receive(form, 'permit', 'any', actor);
    const errors = [...form.errors, ...besideField('permit', received.blockers)];
    if (errors.length) {
      const state = () => formState(form.raw, errors);
      return refused(await this.pages.editAgain(actor, id, state, received.kept));
    }
    const outcome = await this.items.update(actor, id, form.value, received.taken);
    if (outcome.ok) return seeOther(outcome.value, '改造内容已修改');
    const { blockers } = outcome;
    const state = (now: { version: number }) => refusedForm(form.raw, blockers, now);
    return refused(await this.pages.editAgain(actor, id, state, received.kept, isStale(blockers)));
  }

  @Get('/plan-items/:id/remove')
  @Allow('plan.edit')
  @Page('plans/remove')
  async confirmRemoval(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<RemoveItemPage> {
    return this.pages.removal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/plan-items/:id/removals')
  @Allow('plan.edit')
  @Page('plans/remove')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(RemovalForm)) form: Posted<RemovalForm>,
  ): Promise<Answer<RemoveItemPage>> {
    return answerTo(form, {
      take: (value) => this.items.remove(actor, id, value),
      again: (stateOf) => this.pages.removal(actor, id, stateOf),
      said: '已移出方案',
    });
  }
}
