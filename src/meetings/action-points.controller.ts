import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { DueDayForm, NewPointForm, PointStepForm } from './action-point.forms';
import { ActionPoints } from './action-points.service';
import { PointPages } from './point-pages';
import { NewPointPage, PointPage } from './points.presenter';

/** Action points: each with its history, finished where somebody says how. */
@Controller()
export class ActionPointsController {
  constructor(
    private readonly points: ActionPoints,
    private readonly pages: PointPages,
  ) {}

  @Get('/meetings/:id/action-points/new')
  @Allow('meeting.edit')
  @Page('meetings/new-point')
  async new(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<NewPointPage | SeeOther> {
    return this.pages.new(actor, id);
  }

  @Post('/meetings/:id/action-points')
  @Allow('meeting.edit')
  @Page('meetings/new-point')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(NewPointForm)) form: Posted<NewPointForm>,
  ): Promise<Answer<NewPointPage>> {
    const { value, raw, errors } = form;
    if (errors.length) return refused(await this.pages.newAgain(actor, id, formState(raw, errors)));
    const outcome = await this.points.add(actor, id, value);
    if (!outcome.ok)
      return refused(await this.pages.newAgain(actor, id, formState(raw, [], outcome.blockers)));
    return seeOther(outcome.value, '督办事项已登记');
  }

  @Get('/action-points/:id')
  @Allow('meeting.read')
  @Page('meetings/point')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PointPage> {
    return this.pages.show(actor, id);
  }

  @Post('/action-points/:id/steps')
  @Allow('meeting.edit')
  @Page('meetings/point')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PointStepForm)) form: Posted<PointStepForm>,
  ): Promise<Answer<PointPage>> {
    return answerTo(form, {
      take: (value) => this.points.step(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '督办事项已更新',
    });
  }

  @Post('/action-points/:id/due-days')
  @Allow('meeting.edit')
  @Page('meetings/point')
  async moveDue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(DueDayForm)) form: Posted<DueDayForm>,
  ): Promise<Answer<PointPage>> {
    return answerTo(form, {
      take: (value) => this.points.moveDue(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '期限已修改',
    });
  }
}
