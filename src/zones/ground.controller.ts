import { Body, Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { GroundNewsDesk } from './ground-news.service';
import { GroundPages } from './ground-pages';
import { GroundPrintPage } from './ground-print.presenter';
import { GroundPage } from './ground.presenter';
import { SketchPage } from './sketch.presenter';
import { Sketches } from './sketches.service';
import { GroundReadingForm, SketchForm } from './zone.forms';
import { ZonePages } from './zone-pages';

const renovation = () => Query('renovation', new DefaultValuePipe(0), ParseIntPipe);

/** The ground of a compound (作战图): its map, its sketch, and what the firms have seen of it. */
@Controller()
export class GroundController {
  constructor(
    private readonly pages: GroundPages,
    private readonly forms: ZonePages,
    private readonly sketches: Sketches,
    private readonly news: GroundNewsDesk,
    private readonly files: Files,
  ) {}

  @Get('/compounds/:code/ground')
  @Allow('zone.read')
  @Page('zones/ground')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @renovation() sequence: number,
  ): Promise<GroundPage> {
    return this.pages.index(actor, code, sequence || undefined, formState({}));
  }

  @Get('/compounds/:code/ground/print')
  @Allow('zone.read')
  @Page('zones/print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @renovation() sequence: number,
  ): Promise<GroundPrintPage> {
    return this.pages.print(actor, code, sequence || undefined);
  }

  @Get('/compounds/:code/ground/sketch')
  @Allow('zone.edit')
  @Page('zones/sketch')
  async sketch(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<SketchPage | SeeOther> {
    return this.forms.sketch(actor, code);
  }

  @Post('/compounds/:code/ground/sketches')
  @Allow('zone.edit')
  @Page('zones/sketch')
  async putUp(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(SketchForm)) form: Posted<SketchForm>,
  ): Promise<Answer<SketchPage>> {
    const received = await this.files.receive(form, 'sketch', 'photo', actor);
    const { taken, blockers } = received;
    const errors = [
      ...form.errors,
      ...besideField('sketch', blockers),
      ...this.files.missing('sketch', taken, blockers),
    ];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.forms.sketchAgain(actor, code, state, received.kept));
    if (errors.length) return again();
    const outcome = await this.sketches.putUp(actor, code, form.value, taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '草图已上传，请核对各处的位置');
  }

  @Post('/compounds/:code/ground/readings')
  @Allow('zone.acknowledge')
  @Page('zones/ground')
  async read(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(GroundReadingForm)) form: Posted<GroundReadingForm>,
  ): Promise<Answer<GroundPage>> {
    return answerTo(form, {
      take: ({ upTo }) => this.news.read(actor, code, upTo),
      again: (stateOf) => this.pages.index(actor, code, undefined, stateOf({ version: 0 })),
      said: '已记下看过',
    });
  }
}
