import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { NoticeChanges } from './notice-changes.service';
import { NoticePages } from './notice-pages';
import { NoticePhotosForm, NoticeWithdrawalForm } from './notice.forms';
import type { NoticePage, NoticeSheet, NoticeWithdrawalPage } from './notices.presenter';

/** What hangs in the yard, and the photos that prove it. */
@Controller()
export class NoticesController {
  constructor(
    private readonly changes: NoticeChanges,
    private readonly pages: NoticePages,
    private readonly files: Files,
  ) {}

  @Get('/notices/:id')
  @Allow('notice.read')
  @Page('notices/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<NoticePage> {
    return this.pages.show(actor, id);
  }

  @Get('/notices/:id/print')
  @Allow('notice.read')
  @Page('notices/print')
  async print(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<NoticeSheet> {
    return this.pages.sheet(actor, id);
  }

  @Post('/notices/:id/photos')
  @Allow('notice.post')
  @Page('notices/show')
  async addPhotos(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(NoticePhotosForm)) form: Posted<NoticePhotosForm>,
  ): Promise<Answer<NoticePage>> {
    await this.pages.find(actor, id);
    const near = await this.files.receive(form, 'near', 'photo', actor);
    const far = await this.files.receive(form, 'far', 'photo', actor);
    const errors = [
      ...form.errors,
      ...besideField('near', near.blockers),
      ...besideField('far', far.blockers),
    ];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.show(actor, id, state, { near: near.kept, far: far.kept }));
    if (errors.length) return again();
    const shots = { near: near.taken, far: far.taken };
    const outcome = await this.changes.addPhotos(actor, id, form.value.onceKey, shots);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '现场照片已保存');
  }

  @Get('/notices/:id/withdraw')
  @Allow('notice.post')
  @Page('notices/withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<NoticeWithdrawalPage> {
    return this.pages.withdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/notices/:id/withdrawals')
  @Allow('notice.post')
  @Page('notices/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(NoticeWithdrawalForm)) form: Posted<NoticeWithdrawalForm>,
  ): Promise<Answer<NoticeWithdrawalPage>> {
    return answerTo(form, {
      take: (value) => this.changes.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawal(actor, id, stateOf),
      said: '公示已撤下',
    });
  }
}
