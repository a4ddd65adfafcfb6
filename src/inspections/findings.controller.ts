import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { findingLifecycle } from '../domain/construction/finding-steps';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { queryText } from '../platform/web/address';
import type { StateOf } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { isKeyOf } from '../platform/web/options';
import { FindingPage } from './finding.presenter';
import { FindingPages } from './finding-pages';
import { FindingStepForm } from './finding.forms';
import { FindingDesk } from './findings.desk';
import { Findings } from './findings.service';
import type { CheckStepPage } from './step.presenter';

/** One finding, and what becomes of it. */
@Controller()
export class FindingsController {
  constructor(
    private readonly findings: Findings,
    private readonly pages: FindingPages,
    private readonly desk: FindingDesk,
    private readonly files: Files,
  ) {}

  @Get('/findings/:id')
  @Allow('check.read')
  @Page('inspections/finding')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<FindingPage> {
    return this.pages.show(actor, id);
  }

  @Get('/findings/:id/step')
  @Allow('check.write')
  @Page('inspections/step')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: Record<string, unknown>,
  ): Promise<CheckStepPage> {
    return this.pages.step(actor, id, queryText(query.step));
  }

  @Post('/findings/:id/steps')
  @Allow('check.write')
  @Page('inspections/step')
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(FindingStepForm)) form: Posted<FindingStepForm>,
  ): Promise<Answer<CheckStepPage>> {
    await this.desk.find(actor, id);
    const received = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', received.blockers)];
    const { value, raw } = form;
    const step = isKeyOf(findingLifecycle, queryText(raw.step)) ? value.step : 'mend';
    const again = async (stateOf: StateOf, wasStale = false) =>
      refused(await this.pages.stepAgain(actor, id, step, stateOf, { kept: received.kept, wasStale }));
    if (errors.length) return again(() => formState(raw, errors));
    const asked = { ...value, reason: value.reason ?? '' };
    const outcome = await this.findings.take(actor, id, asked, received.taken);
    if (outcome.ok) return seeOther(outcome.value, `「${findingLifecycle[step].label}」已登记`);
    const { blockers } = outcome;
    return again((now) => refusedForm(raw, blockers, now), isStale(blockers));
  }
}
