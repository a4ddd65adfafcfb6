import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { StatutoryStepCode, statutorySteps } from '../domain/removal/statutory-steps';
import { Files } from '../files/files.service';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField, refusedForm } from '../platform/web/form-again';
import { isKeyOf } from '../platform/web/options';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { answerTo } from '../platform/web/answer-to';
import { NewPaperForm, PaperWithdrawalForm, ServiceForm } from './enforcement.forms';
import { PaperFormPage, PaperPage, PaperWithdrawalPage, ServicePage } from './paper-form.presenter';
import { PaperPages } from './paper-pages';
import { Papers } from './papers.service';

/** The papers of a statutory case. */
@Controller()
export class PapersController {
  constructor(
    private readonly papers: Papers,
    private readonly pages: PaperPages,
    private readonly files: Files,
  ) {}

  @Get('/structures/:id/papers/new')
  @Allow('removal.edit')
  @Page('enforcement/paper-form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('step') step?: string,
  ): Promise<PaperFormPage | SeeOther> {
    return this.pages.new(actor, id, isKeyOf<StatutoryStepCode>(statutorySteps, step) ? step : undefined);
  }

  @Post('/structures/:id/papers')
  @Allow('removal.edit')
  @Page('enforcement/paper-form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(NewPaperForm)) form: Posted<NewPaperForm>,
  ): Promise<Answer<PaperFormPage>> {
    await this.pages.find(actor, id);
    const { step } = form.raw;
    if (typeof step !== 'string' || !isKeyOf<StatutoryStepCode>(statutorySteps, step))
      throw new NotFoundException();
    const scans = await this.files.receive(form, 'scans', 'any', actor);
    const proofs = await this.files.receive(form, 'proofs', 'any', actor);
    const errors = [
      ...form.errors,
      ...besideField('scans', scans.blockers),
      ...besideField('proofs', proofs.blockers),
    ];
    const kept = { scans: scans.kept, proofs: proofs.kept };
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.pages.newAgain(actor, id, step, state, kept));
    if (errors.length) return again();
    const given = { scans: scans.taken, proofs: proofs.taken };
    const outcome = await this.papers.record(actor, id, form.value, given);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    const remark = this.papers.hasRemarks(form.value) ? '，这份文书有缺项，请看提醒' : '';
    return seeOther(outcome.value, `${statutorySteps[step].document}已登记${remark}`);
  }

  @Get('/papers/:id')
  @Allow('removal.read')
  @Page('enforcement/paper')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PaperPage> {
    return this.pages.show(actor, id);
  }

  @Get('/papers/:id/service')
  @Allow('removal.edit')
  @Page('enforcement/service')
  async service(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ServicePage | SeeOther> {
    return this.pages.service(actor, id, ({ version }) => formState({ version, onceKey: randomUUID() }));
  }

  @Post('/papers/:id/services')
  @Allow('removal.edit')
  @Page('enforcement/service')
  async serve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ServiceForm)) form: Posted<ServiceForm>,
  ): Promise<Answer<ServicePage>> {
    await this.pages.show(actor, id);
    const proofs = await this.files.receive(form, 'proofs', 'any', actor);
    const errors = [...form.errors, ...besideField('proofs', proofs.blockers)];
    const outcome = errors.length ? undefined : await this.papers.serve(actor, id, form.value, proofs.taken);
    if (outcome?.ok) return seeOther(outcome.value, '送达已登记');
    const stateOf = (now: { version: number }) =>
      outcome ? refusedForm(form.raw, outcome.blockers, now) : formState(form.raw, errors);
    const page = await this.pages.service(actor, id, stateOf, proofs.kept);
    return page instanceof SeeOther ? page : refused(page);
  }

  @Get('/papers/:id/withdraw')
  @Allow('removal.edit')
  @Page('enforcement/withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<PaperWithdrawalPage> {
    return this.pages.withdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/papers/:id/withdrawals')
  @Allow('removal.edit')
  @Page('enforcement/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PaperWithdrawalForm)) form: Posted<PaperWithdrawalForm>,
  ): Promise<Answer<PaperWithdrawalPage>> {
    await this.pages.show(actor, id);
    return answerTo(form, {
      take: (value) => this.papers.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawal(actor, id, stateOf),
      said: '文书的登记已撤回',
    });
  }
}
