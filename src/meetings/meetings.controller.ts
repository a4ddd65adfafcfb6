import { Body, Controller, Get, NotFoundException, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { meetingKindCodes } from '../domain/meeting/meeting-kinds';
import { Actor } from '../domain/people/actor';
import { queryNumber, queryText } from '../platform/web/address';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, OtherPage, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import {
  EditMeetingForm,
  MeetingNoticeForm,
  MeetingStepForm,
  NewMeetingForm,
  confirmedSteps,
} from './meeting.forms';
import { MeetingFormPage } from './meeting-form.presenter';
import { MeetingNotices } from './meeting-notices.service';
import { MeetingPages } from './meeting-pages';
import { MeetingSteps } from './meeting-steps.service';
import { MeetingStepPage } from './meeting-steps.presenter';
import { MeetingPage } from './meeting.presenter';
import { MeetingKindsPage, MeetingsPage } from './meetings.presenter';
import { Meetings } from './meetings.service';

/** Meetings: the list, planning, the notice, and the steps back. */
@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: Meetings,
    private readonly notices: MeetingNotices,
    private readonly steps: MeetingSteps,
    private readonly pages: MeetingPages,
  ) {}

  @Get('/compounds/:code/meetings')
  @Allow('meeting.read')
  @Page('meetings/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<MeetingsPage> {
    const asked = { renovation: queryNumber(query.renovation), page: queryNumber(query.page) };
    return this.pages.index(actor, code, asked);
  }

  @Get('/compounds/:code/meetings/new')
  @Allow('meeting.edit')
  @Page('meetings/form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<MeetingFormPage | OtherPage<MeetingKindsPage> | SeeOther> {
    return this.pages.new(actor, code, queryText(query.kind));
  }

  @Post('/compounds/:code/meetings')
  @Allow('meeting.edit')
  @Page('meetings/form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewMeetingForm)) form: Posted<NewMeetingForm>,
  ): Promise<Answer<MeetingFormPage>> {
    const { value, raw, errors } = form;
    const kind = meetingKindCodes.find((one) => one === value.kind);
    if (!kind) return this.pages.chooseKind(actor, code);
    const again = async (state = formState(raw, errors)) =>
      refused(await this.pages.newAgain(actor, code, kind, state));
    if (errors.length) return again();
    const outcome = await this.meetings.create(actor, code, value);
    if (!outcome.ok) return again(formState(raw, [], outcome.blockers));
    return seeOther(outcome.value, '会议已安排');
  }

  @Get('/meetings/:id')
  @Allow('meeting.read')
  @Page('meetings/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<MeetingPage> {
    return this.pages.show(actor, id);
  }

  @Get('/meetings/:id/edit')
  @Allow('meeting.edit')
  @Page('meetings/form')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<MeetingFormPage | SeeOther> {
    return this.pages.edit(actor, id);
  }

  @Post('/meetings/:id')
  @Allow('meeting.edit')
  @Page('meetings/form')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditMeetingForm)) form: Posted<EditMeetingForm>,
  ): Promise<Answer<MeetingFormPage>> {
    return answerTo(form, {
      take: (value) => this.meetings.update(actor, id, value),
      again: (stateOf, wasStale) => this.pages.editAgain(actor, id, stateOf, wasStale),
      said: '会议安排已修改',
    });
  }

  @Post('/meetings/:id/notices')
  @Allow('meeting.edit')
  @Page('meetings/show')
  async notify(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(MeetingNoticeForm)) form: Posted<MeetingNoticeForm>,
  ): Promise<Answer<MeetingPage>> {
    return answerTo(form, {
      take: (value) => this.notices.notify(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '通知已登记。请到通知页上传张贴照片',
    });
  }

  @Get('/meetings/:id/step')
  @Allow('meeting.edit')
  @Page('meetings/step')
  async confirmStep(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: Record<string, unknown>,
  ): Promise<MeetingStepPage> {
    const step = confirmedSteps.find((one) => one === queryText(query.step));
    if (!step) throw new NotFoundException();
    return this.pages.step(actor, id, step);
  }

  @Post('/meetings/:id/steps')
  @Allow('meeting.edit')
  @Page('meetings/step')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(MeetingStepForm)) form: Posted<MeetingStepForm>,
  ): Promise<Answer<MeetingStepPage>> {
    const step = confirmedSteps.find((one) => one === form.value.step) ?? 'cancel';
    return answerTo(form, {
      take: (value) => this.steps.take(actor, id, value),
      again: (stateOf) => this.pages.step(actor, id, step, stateOf),
      said: stepDone[step],
    });
  }
}

const stepDone = {
  cancel: '会议已取消，请把张贴的通知取下',
  reopen: '纪要已重新打开',
  withdraw: '纪要已撤下，居民看不到了',
};
