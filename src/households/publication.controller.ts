import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Allow, CurrentActor } from '../access/allow';
import { Previews } from '../compounds/previews';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { textsOf } from '../notices/posting.form';
import { Clock } from '../platform/clock/clock';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { closedReason } from './call-pages';
import { ConsentResults } from './consent-results';
import { PublicationForm } from './household.forms';
import { besideFields } from './household-refusal';
import { householdPaths } from './households.paths';
import { PublicationPage, proposedNotice, toPublication } from './publication.presenter';

/** Posting what the households say: the numbers, the words, a last look, then the board in the yard. */
@Controller()
export class PublicationController {
  constructor(
    private readonly results: ConsentResults,
    private readonly previews: Previews,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get('/compounds/:code/households/publication')
  @Allow('household.read')
  @Page('households/publication')
  async publication(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<PublicationPage> {
    return this.page(actor, code);
  }

  @Post('/compounds/:code/households/publication')
  @Allow('notice.post')
  @Page('households/publication')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(PublicationForm)) form: Posted<PublicationForm>,
  ): Promise<Answer<PublicationPage>> {
    const { step } = form.value;
    if (form.errors.length) return refused(await this.page(actor, code, formState(form.raw, form.errors)));
    if (step === 'edit') return this.page(actor, code, formState(form.raw));
    if (step === 'preview') {
      const blockers = await this.results.blockers(actor, code, form.value);
      return blockers.length
        ? refused(await this.page(actor, code, besideFields(form.raw, blockers)))
        : this.preview(actor, code, form);
    }
    const outcome = await this.results.post(actor, code, form.value);
    if (!outcome.ok) return refused(await this.page(actor, code, besideFields(form.raw, outcome.blockers)));
    return seeOther(outcome.value, '征询结果已公布。请到公示页上传张贴照片');
  }

  private async page(actor: Actor, code: string, typed?: FormState): Promise<PublicationPage> {
    const { compound, renovation, totals } = await this.results.counted(actor, code);
    const today = this.clock.today();
    const notice = renovation && (await this.results.latestNotice(renovation.id));
    const closed = closedReason(actor, renovation, '征询结果由社区工作人员、街道项目负责人公布');
    const view = { compound, totals, notice, closed, today };
    const form = typed ?? formState({ ...proposedNotice(compound, totals, today), onceKey: randomUUID() });
    return toPublication(
      view,
      form,
      await this.workspace.frame(actor, compound, 'households', '公布征询结果'),
    );
  }

  private async preview(actor: Actor, code: string, { value, raw }: Posted<PublicationForm>) {
    const { compound } = await this.results.counted(actor, code);
    const looked = {
      ...{ tab: 'households', task: '公布征询结果', texts: textsOf(value) },
      note: '公布以后不能修改，只能撤下或重新公布；户数按现在的征询记录固定下来。',
      action: householdPaths.publication(code),
      confirmLabel: '公布征询结果',
    };
    return this.previews.answer(actor, compound, looked, raw);
  }
}
