import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { findingLifecycle } from '../domain/construction/finding-steps';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { queryText } from '../platform/web/address';
import { answerTo, withoutStep } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page } from '../platform/web/page';
import { FindingPage } from './finding.presenter';
import { FindingPages } from './finding-pages';
import { FindingStepForm } from './finding.forms';
import { FindingDesk } from './findings.desk';
import { Findings } from './findings.service';
import { inspectionPaths } from './inspections.paths';
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
    const back = withoutStep(form, inspectionPaths.finding(id));
    if (back) return back;
    const { taken, kept, errors: ofFiles } = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...ofFiles];
    const { step } = form.value;
    return answerTo(
      { ...form, errors },
      {
        take: (value) => this.findings.take(actor, id, { ...value, reason: value.reason ?? '' }, taken),
        again: (stateOf, wasStale) => this.pages.stepAgain(actor, id, step, stateOf, { kept, wasStale }),
        said: `「${findingLifecycle[step].label}」已登记`,
      },
    );
  }
}
