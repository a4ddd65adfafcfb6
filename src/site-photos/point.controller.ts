import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { answerTo, answerToNew } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { besideField } from '../platform/web/form-again';
import { Answer, Page } from '../platform/web/page';
import { pinErrors, pinFrom } from '../zones/pin-picker';
import { PhotoPoints } from './photo-points.service';
import { PointPinPage } from './point-form.presenter';
import { PointLabelsPage } from './point-labels.presenter';
import { PointPages } from './point-pages';
import { PointShots } from './point-shots.service';
import { PointPage } from './point.presenter';
import { PointPhotosForm, PointPinForm, PointUseForm } from './site-photo.forms';

/** One photo point: its series, photos for it, its place on the sketch, its use. */
@Controller()
export class PointController {
  constructor(
    private readonly points: PhotoPoints,
    private readonly shots: PointShots,
    private readonly pages: PointPages,
    private readonly files: Files,
  ) {}

  @Get('/points/:id')
  @Allow('point.read')
  @Page('site-photos/point')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PointPage> {
    return this.pages.show(actor, id);
  }

  @Get('/points/:id/label')
  @Allow('point.read')
  @Page('site-photos/labels')
  async label(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PointLabelsPage> {
    return this.pages.label(actor, id);
  }

  @Post('/points/:id/photos')
  @Allow('point.photograph')
  @Page('site-photos/point')
  async photograph(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PointPhotosForm)) form: Posted<PointPhotosForm>,
  ): Promise<Answer<PointPage>> {
    await this.pages.find(actor, id);
    const { taken, blockers, kept } = await this.files.receive(form, 'photos', 'photo', actor);
    const missing = this.files.missing('photos', taken, blockers);
    const errors = [...form.errors, ...besideField('photos', blockers), ...missing];
    return answerToNew(
      { ...form, errors },
      {
        take: (value) => this.shots.add(actor, id, value, taken),
        again: (add) => this.pages.show(actor, id, { add, kept }),
        said: '照片已保存',
      },
    );
  }

  @Get('/points/:id/pin')
  @Allow('point.edit')
  @Page('site-photos/pin')
  async pin(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PointPinPage> {
    return this.pages.pin(actor, id);
  }

  @Post('/points/:id/pins')
  @Allow('point.edit')
  @Page('site-photos/pin')
  async putPin(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PointPinForm)) form: Posted<PointPinForm>,
  ): Promise<Answer<PointPinPage>> {
    const { point } = await this.pages.find(actor, id);
    const sketch = await this.pages.sketch(point);
    const errors = [...form.errors, ...pinErrors(form.raw, sketch)];
    return answerTo(
      { ...form, errors },
      {
        take: ({ version }) => this.points.pin(actor, id, version, pinFrom(form.raw, sketch)),
        again: (stateOf) => this.pages.pin(actor, id, stateOf),
        said: '位置已保存',
      },
    );
  }

  @Post('/points/:id/retirements')
  @Allow('point.edit')
  @Page('site-photos/point')
  async retire(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PointUseForm)) form: Posted<PointUseForm>,
  ): Promise<Answer<PointPage>> {
    return answerTo(form, {
      take: ({ version }) => this.points.retire(actor, id, version),
      again: (use) => this.pages.show(actor, id, { use }),
      said: '拍照点已停用，照片都留着',
    });
  }

  @Post('/points/:id/resumptions')
  @Allow('point.edit')
  @Page('site-photos/point')
  async resume(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PointUseForm)) form: Posted<PointUseForm>,
  ): Promise<Answer<PointPage>> {
    return answerTo(form, {
      take: ({ version }) => this.points.resume(actor, id, version),
      again: (use) => this.pages.show(actor, id, { use }),
      said: '拍照点已恢复使用',
    });
  }
}
