import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { queryNumber } from '../platform/web/address';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { PhotoPoints } from './photo-points.service';
import { PointFormPage } from './point-form.presenter';
import { PointLabelsPage } from './point-labels.presenter';
import { PointPages } from './point-pages';
import { PointsPage } from './points.presenter';
import { EditPointForm, NewPointForm } from './site-photo.forms';

/** The photo points of a compound: listed, registered, corrected, their labels printed. */
@Controller()
export class PointsController {
  constructor(
    private readonly points: PhotoPoints,
    private readonly pages: PointPages,
    private readonly files: Files,
  ) {}

  @Get('/compounds/:code/points')
  @Allow('point.read')
  @Page('site-photos/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<PointsPage> {
    return this.pages.index(actor, code, queryNumber(query.renovation) || undefined);
  }

  @Get('/compounds/:code/points/new')
  @Allow('point.edit')
  @Page('site-photos/form')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<PointFormPage | SeeOther> {
    return this.pages.new(actor, code);
  }

  @Post('/compounds/:code/points')
  @Allow('point.edit')
  @Page('site-photos/form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewPointForm)) form: Posted<NewPointForm>,
  ): Promise<Answer<PointFormPage>> {
    await this.pages.compound(actor, code);
    const received = await this.files.receive(form, 'reference', 'photo', actor);
    const errors = [...form.errors, ...besideField('reference', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.newAgain(actor, code, state, received.kept));
    if (errors.length) return again();
    const outcome = await this.points.register(actor, code, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '拍照点已登记');
  }

  @Get('/compounds/:code/points/labels')
  @Allow('point.read')
  @Page('site-photos/labels')
  async labels(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<PointLabelsPage> {
    return this.pages.labels(actor, code);
  }

  @Get('/points/:id/edit')
  @Allow('point.edit')
  @Page('site-photos/form')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<PointFormPage | SeeOther> {
    return this.pages.edit(actor, id);
  }

  @Post('/points/:id/sheet')
  @Allow('point.edit')
  @Page('site-photos/form')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditPointForm)) form: Posted<EditPointForm>,
  ): Promise<Answer<PointFormPage>> {
    const { point } = await this.pages.find(actor, id);
    const { taken, blockers, kept } = await this.files.receive(form, 'reference', 'photo', actor);
    const errors = [...form.errors, ...besideField('reference', blockers)];
    const again = async (state = formState(form.raw, errors), wasStale = false) =>
      refused(await this.pages.editAgain(actor, id, { form: state, kept, wasStale }));
    if (errors.length) return again();
    const outcome = await this.points.update(actor, id, form.value, taken);
    if (outcome.ok) return seeOther(outcome.value, '拍照点已修改');
    return again(refusedForm(form.raw, outcome.blockers, point), isStale(outcome.blockers));
  }
}
