import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Previews } from '../compounds/previews';
import { PreviewPage } from '../compounds/redaction-preview';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { isStale, refusedForm } from '../platform/web/form-again';
import { Answer, OtherPage, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { MeetingReading } from './meeting-reading';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';
import { readRows } from './posted-rows';
import { PublicationForm, publicDecisionTable } from './publication.form';
import { PublicationPage, proposedPublication, textsToLookAt, toPublication } from './publication.presenter';
import { Publications } from './publications.service';

/** Publishing the minutes: the words, a last look, then the board in the yard and the public page. */
@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: Publications,
    private readonly desk: MeetingDesk,
    private readonly reading: MeetingReading,
    private readonly previews: Previews,
    private readonly workspace: Workspace,
  ) {}

  @Get('/meetings/:id/publication')
  @Allow('meeting.edit')
  @Page('meetings/publication')
  async form(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<PublicationPage | SeeOther> {
    const records = await this.desk.records(await this.desk.find(actor, id));
    const { state } = records.meeting;
    if (state !== 'minutes-done' && state !== 'published')
      return seeOther(meetingPaths.show(id), '纪要完成以后才能公布');
    const proposed = proposedPublication(records, this.reading.calendar().today);
    return this.again(actor, id, formState({ ...proposed, onceKey: randomUUID() }));
  }

  @Post('/meetings/:id/publications')
  @Allow('meeting.edit')
  @Page('meetings/publication')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PublicationForm)) form: Posted<PublicationForm>,
  ): Promise<Answer<PublicationPage>> {
    const { value, raw } = form;
    if (value.step === 'edit') return this.again(actor, id, formState(raw));
    const decisions = readRows(raw, publicDecisionTable);
    const errors = [...form.errors, ...decisions.errors];
    if (errors.length) return refused(await this.again(actor, id, formState(raw, errors)));
    const texts = decisions.rows.map(({ text }) => text);
    const blockers = await this.publications.blockers(actor, id, value);
    if (blockers.length) return refused(await this.again(actor, id, formState(raw, [], blockers)));
    if (value.step === 'preview') return this.preview(actor, id, form, texts);
    const outcome = await this.publications.publish(actor, id, value, texts);
    if (outcome.ok) return seeOther(outcome.value, '纪要已公布。请到公示页上传张贴照片');
    const { meeting } = await this.desk.find(actor, id);
    const state = refusedForm(raw, outcome.blockers, meeting);
    return refused(await this.again(actor, id, state, isStale(outcome.blockers)));
  }

  private async again(actor: Actor, id: number, form: FormState, wasStale = false): Promise<PublicationPage> {
    const records = await this.desk.records(await this.desk.find(actor, id));
    const frame = await this.workspace.frame(actor, records.compound, 'meetings', '公布纪要');
    return toPublication(records, { form, calendar: this.reading.calendar(), wasStale }, frame);
  }

  private async preview(
    actor: Actor,
    id: number,
    { value, raw }: Posted<PublicationForm>,
    decisions: readonly string[],
  ): Promise<OtherPage<PreviewPage>> {
    const { compound } = await this.desk.find(actor, id);
    const looked = {
      ...{ tab: 'meetings', task: '公布纪要', texts: textsToLookAt(value, decisions) },
      note: '公布后不能修改，只能更正（保留原来的一版）或撤下；到会名单和督办事项不公开。',
      action: meetingPaths.publications(id),
      confirmLabel: '公布纪要',
    };
    return this.previews.answer(actor, compound, looked, raw);
  }
}
