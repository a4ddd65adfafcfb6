import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Doors } from '../compounds/doors.service';
import { Previews } from '../compounds/previews';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { textsOf } from '../notices/posting.form';
import { Clock } from '../platform/clock/clock';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { VoteNoticePage, proposedNotice, toVoteNotice } from './vote-notices.presenter';
import { VoteNotices } from './vote-notices.service';
import { VoteDesk } from './votes.desk';
import { VoteNoticeForm } from './votes.forms';
import { votePaths } from './votes.paths';

/** Posting the notice of a vote, and of its result: the words, a last look, then the board in the yard. */
@Controller('/votes/:id/notices')
export class VoteNoticesController {
  constructor(
    private readonly notices: VoteNotices,
    private readonly desk: VoteDesk,
    private readonly doors: Doors,
    private readonly previews: Previews,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Allow('notice.post')
  @Page('votes/notice')
  async new(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<VoteNoticePage> {
    return this.page(actor, id);
  }

  @Post()
  @Allow('notice.post')
  @Page('votes/notice')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(VoteNoticeForm)) form: Posted<VoteNoticeForm>,
  ): Promise<Answer<VoteNoticePage>> {
    const again = async (state: FormState) => refused(await this.page(actor, id, state));
    if (form.errors.length) return again(formState(form.raw, form.errors));
    if (form.value.step === 'edit') return this.page(actor, id, formState(form.raw));
    if (form.value.step === 'preview') {
      const blockers = await this.notices.blockers(actor, id, form.value);
      return blockers.length ? again(formState(form.raw, [], blockers)) : this.preview(actor, id, form);
    }
    const outcome = await this.notices.post(actor, id, form.value);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '公告已登记。请上传张贴照片');
  }

  private async page(actor: Actor, id: number, typed?: FormState): Promise<VoteNoticePage> {
    const records = await this.desk.find(actor, id);
    const doors = await this.doors.doorsOf(records.compound.id);
    const proposed = proposedNotice(records, doors, this.clock.today());
    const form = typed ?? formState({ ...proposed, onceKey: randomUUID() });
    const frame = await this.workspace.frame(actor, records.compound, 'votes', records.vote.title);
    return toVoteNotice(records, form, frame);
  }

  private async preview(actor: Actor, id: number, { value, raw }: Posted<VoteNoticeForm>) {
    const { compound } = await this.desk.find(actor, id);
    const looked = {
      ...{ tab: 'votes', task: '张贴公告', texts: textsOf(value) },
      note: '张贴以后不能修改，只能撤下或重新张贴。',
      action: votePaths.notices(id),
      confirmLabel: '确认张贴',
    };
    return this.previews.answer(actor, compound, looked, raw);
  }
}
