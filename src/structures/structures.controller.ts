import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { queryNumber } from '../platform/web/address';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { Answer, OtherPage, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { pinErrors, pinFrom } from '../zones/pin-picker';
import { StructureEdits } from './structure-edits.service';
import { StructureFormPage } from './structure-form.presenter';
import { StructurePages } from './structure-pages';
import { AfterwardsForm, EditStructureForm, NewStructureForm, StructurePinForm } from './structure.forms';
import { AfterwardsPage, StructurePinPage, StructureSavedPage } from './structures.presenter';
import { Structures } from './structures.service';

/** The sheet of a structure: written down, corrected, pinned on the sketch. */
@Controller()
export class StructuresController {
  constructor(
    private readonly structures: Structures,
    private readonly edits: StructureEdits,
    private readonly pages: StructurePages,
    private readonly files: Files,
  ) {}

  @Get('/compounds/:code/structures/new')
  @Allow('removal.edit')
  @Page('structures/form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('like') like?: unknown,
  ): Promise<StructureFormPage | SeeOther> {
    return this.pages.new(actor, code, queryNumber(like));
  }

  @Post('/compounds/:code/structures')
  @Allow('removal.edit')
  @Page('structures/form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewStructureForm)) form: Posted<NewStructureForm>,
  ): Promise<Answer<StructureFormPage>> {
    await this.pages.compound(actor, code);
    const received = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.newAgain(actor, code, { form: state, kept: received.kept }));
    if (errors.length) return again();
    const outcome = await this.structures.register(actor, code, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '拆除对象已登记');
  }

  @Get('/structures/:id/saved')
  @Allow('removal.read')
  @Page('structures/saved')
  async saved(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<StructureSavedPage> {
    return this.pages.saved(actor, id);
  }

  @Get('/structures/:id/edit')
  @Allow('removal.edit')
  @Page('structures/form')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<StructureFormPage | OtherPage<AfterwardsPage> | SeeOther> {
    return this.pages.edit(actor, id);
  }

  @Post('/structures/:id/sheet')
  @Allow('removal.edit')
  @Page('structures/form')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditStructureForm)) form: Posted<EditStructureForm>,
  ): Promise<Answer<StructureFormPage>> {
    const { structure } = await this.pages.find(actor, id);
    const { taken, blockers, kept } = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', blockers)];
    const again = async (state = formState(form.raw, errors), wasStale = false) =>
      refused(await this.pages.editAgain(actor, id, { form: state, kept, wasStale }));
    if (errors.length) return again();
    const outcome = await this.edits.update(actor, id, form.value, taken);
    if (outcome.ok) return seeOther(outcome.value, '拆除对象已修改');
    return again(refusedForm(form.raw, outcome.blockers, structure), isStale(outcome.blockers));
  }

  @Post('/structures/:id/afterwards')
  @Allow('removal.edit')
  @Page('structures/afterwards')
  async afterwards(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(AfterwardsForm)) form: Posted<AfterwardsForm>,
  ): Promise<Answer<AfterwardsPage>> {
    const { structure } = await this.pages.find(actor, id);
    const { taken, blockers, kept } = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', blockers)];
    const again = async (state = formState(form.raw, errors), wasStale = false) =>
      refused(await this.pages.afterwardsAgain(actor, id, { form: state, kept, wasStale }));
    if (errors.length) return again();
    const outcome = await this.edits.afterwards(actor, id, form.value, taken);
    if (outcome.ok) return seeOther(outcome.value, '已补充');
    return again(refusedForm(form.raw, outcome.blockers, structure), isStale(outcome.blockers));
  }

  @Get('/structures/:id/pin')
  @Allow('removal.edit')
  @Page('structures/pin')
  async pin(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<StructurePinPage> {
    return this.pages.pin(actor, id);
  }

  @Post('/structures/:id/pins')
  @Allow('removal.edit')
  @Page('structures/pin')
  async putPin(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(StructurePinForm)) form: Posted<StructurePinForm>,
  ): Promise<Answer<StructurePinPage>> {
    const { structure } = await this.pages.find(actor, id);
    const sketch = await this.pages.sketch(structure);
    const errors = [...form.errors, ...pinErrors(form.raw, sketch)];
    return answerTo(
      { ...form, errors },
      {
        take: ({ version }) => this.edits.pin(actor, id, version, pinFrom(form.raw, sketch)),
        again: (stateOf) => this.pages.pin(actor, id, stateOf),
        said: '位置已保存',
      },
    );
  }
}
