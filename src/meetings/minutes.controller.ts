import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { MinutesForm } from './minutes.form';
import { MinutesPages } from './minutes-pages';
import { MinutesPage } from './minutes.presenter';
import { readMinutesRows } from './minutes-rows';
import { Minutes } from './minutes.service';
import { MeetingDesk } from './meetings.desk';
import { AgendaSheet, MinutesSheet, SignInSheet } from './prints.presenter';

/** What was held, written down on one form; and the sheets on paper. */
@Controller()
export class MinutesController {
  constructor(
    private readonly minutes: Minutes,
    private readonly pages: MinutesPages,
    private readonly desk: MeetingDesk,
    private readonly files: Files,
  ) {}

  @Get('/meetings/:id/minutes')
  @Allow('meeting.edit')
  @Page('meetings/minutes')
  async form(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<MinutesPage | SeeOther> {
    return this.pages.form(actor, id);
  }

  @Post('/meetings/:id/minutes')
  @Allow('meeting.edit')
  @Page('meetings/minutes')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(MinutesForm)) form: Posted<MinutesForm>,
  ): Promise<Answer<MinutesPage>> {
    const { meeting } = await this.desk.find(actor, id);
    const { press } = form.value;
    const signIn = await this.files.receive(form, 'signIn', 'photo', actor);
    const photos = await this.files.receive(form, 'photos', 'photo', actor);
    const kept = { signIn: signIn.kept, photos: photos.kept };
    if (press === 'decision' || press === 'point' || press === 'wish')
      return this.pages.again(actor, id, formState(form.raw), { kept, added: press });
    const read = readMinutesRows(form.raw);
    const errors = [
      ...form.errors,
      ...read.errors,
      ...besideField('signIn', signIn.blockers),
      ...besideField('photos', photos.blockers),
    ];
    if (errors.length)
      return refused(await this.pages.again(actor, id, formState(form.raw, errors), { kept }));
    const posted = { form: form.value, rows: read.rows, signIn: signIn.taken, photos: photos.taken };
    const step = press === 'finish' ? 'finish' : 'record';
    const outcome = await this.minutes.save(actor, id, step, posted);
    if (!outcome.ok) {
      const state = refusedForm(form.raw, outcome.blockers, meeting);
      const wasStale = isStale(outcome.blockers);
      return refused(await this.pages.again(actor, id, state, { kept, wasStale }));
    }
    return seeOther(outcome.value, press === 'finish' ? '纪要已完成' : '会议记录已保存，纪要还没有完成');
  }

  @Get('/meetings/:id/agenda/print')
  @Allow('meeting.read')
  @Page('meetings/agenda-print')
  async printAgenda(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<AgendaSheet> {
    return this.pages.agendaSheet(actor, id);
  }

  @Get('/meetings/:id/minutes/print')
  @Allow('meeting.read')
  @Page('meetings/minutes-print')
  async printMinutes(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<MinutesSheet | SeeOther> {
    return this.pages.minutesSheet(actor, id);
  }

  @Get('/meetings/:id/sign-in/print')
  @Allow('meeting.read')
  @Page('meetings/sign-in-print')
  async printSignIn(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<SignInSheet> {
    return this.pages.signInSheet(actor, id);
  }
}
