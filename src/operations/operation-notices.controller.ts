import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { NoticePages } from './notice-pages';
import { OperationNoticePage } from './notice.presenter';
import { OperationNotices } from './operation-notices.service';
import { OperationNoticeForm } from './operation.forms';
import { OperationDesk } from './operations.desk';

/** Telling residents of a removal day. */
@Controller()
export class OperationNoticesController {
  constructor(
    private readonly notices: OperationNotices,
    private readonly pages: NoticePages,
    private readonly desk: OperationDesk,
  ) {}

  @Get('/operations/:id/notice')
  @Allow('notice.post')
  @Page('operations/notice')
  async new(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<OperationNoticePage | SeeOther> {
    return this.pages.new(actor, id);
  }

  @Post('/operations/:id/notices')
  @Allow('notice.post')
  @Page('operations/notice')
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(OperationNoticeForm)) form: Posted<OperationNoticeForm>,
  ): Promise<Answer<OperationNoticePage>> {
    await this.desk.find(actor, id);
    const again = (state: ReturnType<typeof formState>) => this.pages.again(actor, id, state);
    if (form.errors.length) return refused(await again(formState(form.raw, form.errors)));
    const { step } = form.value;
    if (step === 'edit') return again(formState(form.raw));
    const outcome =
      step === 'preview'
        ? await this.notices.check(actor, id, form.value)
        : await this.notices.post(actor, id, form.value);
    if (!outcome.ok) return refused(await again(formState(form.raw, [], outcome.blockers)));
    return step === 'preview'
      ? this.pages.preview(actor, id, form)
      : seeOther(outcome.value, '告知已登记。打印、贴好以后可以上传现场照片');
  }
}
