import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { refusedForm } from '../platform/web/form-again';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { PlanNoticeForm } from './plan.forms';
import { PlanPosting } from './plan-posting.service';
import { PlanNoticePage } from './posting.presenter';
import { PostingPages } from './posting-pages';

/** Posting the plan in the yard. */
@Controller()
export class PlanPostingController {
  constructor(
    private readonly posting: PlanPosting,
    private readonly pages: PostingPages,
  ) {}

  @Get('/compounds/:code/plan/notice')
  @Allow('notice.post')
  @Page('plans/notice')
  async notice(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
  ): Promise<PlanNoticePage | SeeOther> {
    return this.pages.notice(actor, code);
  }

  @Post('/compounds/:code/plan/notices')
  @Allow('notice.post')
  @Page('plans/notice')
  async post(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(PlanNoticeForm)) form: Posted<PlanNoticeForm>,
  ): Promise<Answer<PlanNoticePage>> {
    if (form.errors.length) return this.again(actor, code, () => formState(form.raw, form.errors));
    const { step } = form.value;
    if (step === 'edit') return this.pages.noticeAgain(actor, code, () => formState(form.raw));
    const outcome =
      step === 'preview'
        ? await this.posting.check(actor, code, form.value)
        : await this.posting.post(actor, code, form.value);
    if (!outcome.ok) return this.again(actor, code, (now) => refusedForm(form.raw, outcome.blockers, now));
    return step === 'preview'
      ? this.pages.preview(actor, code, form)
      : seeOther(outcome.value, '方案已公示。贴好以后请上传现场照片');
  }

  private async again(
    actor: Actor,
    code: string,
    stateOf: Parameters<PostingPages['noticeAgain']>[2],
  ): Promise<Answer<PlanNoticePage>> {
    const page = await this.pages.noticeAgain(actor, code, stateOf);
    return page instanceof SeeOther ? page : refused(page);
  }
}
