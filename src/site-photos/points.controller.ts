import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { answerTo, answerToNew } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
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
    return this.pages.index(actor, code, askedRenovation(query.renovation));
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
    const { taken, kept, errors: ofFiles } = await this.files.receive(form, 'reference', 'photo', actor);
    const errors = [...form.errors, ...ofFiles];
    return answerToNew(
      { ...form, errors },
      {
        take: (value) => this.points.register(actor, code, value, taken),
        again: (state) => this.pages.newAgain(actor, code, state, kept),
        said: '拍照点已登记',
      },
    );
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
    await this.pages.find(actor, id);
    const { taken, kept, errors: ofFiles } = await this.files.receive(form, 'reference', 'photo', actor);
    const errors = [...form.errors, ...ofFiles];
    return answerTo(
      { ...form, errors },
      {
        take: (value) => this.points.update(actor, id, value, taken),
        again: (stateOf, wasStale) => this.pages.editAgain(actor, id, stateOf, { kept, wasStale }),
        said: '拍照点已修改',
      },
    );
  }
}
