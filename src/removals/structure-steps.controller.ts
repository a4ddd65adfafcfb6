import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { structureLifecycle } from '../domain/removal/structure-lifecycle';
import { Files } from '../files/files.service';
import { Clock } from '../platform/clock/clock';
import { queryText } from '../platform/web/address';
import { answerTo, withoutStep } from '../platform/web/answer-to';
import { FieldError, Posted, asForm, formState } from '../platform/web/form';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { structurePaths } from '../structures/structures.paths';
import { CarePage } from './care.presenter';
import { CareSignOffs } from './care-sign-offs.service';
import { filesOfStep, missingFields, ReceivedByField, stepFileFields, toStepDraft } from './posted-step';
import { CareForm, StructureStepForm } from './removal.forms';
import { RemovalSteps } from './removal-steps.service';
import { StepPage } from './step-form.presenter';
import { StepPages } from './step-pages';

/** The steps of a structure, each with a form of its own. */
@Controller()
export class StructureStepsController {
  constructor(
    private readonly steps: RemovalSteps,
    private readonly signOffs: CareSignOffs,
    private readonly pages: StepPages,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  @Get('/structures/:id/step')
  @Allow('removal.edit')
  @Page('removals/step')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('step') step: unknown,
  ): Promise<StepPage | SeeOther> {
    return this.pages.step(actor, id, queryText(step));
  }

  @Post('/structures/:id/steps')
  @Allow('removal.edit')
  @Page('removals/step')
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(StructureStepForm)) form: Posted<StructureStepForm>,
  ): Promise<Answer<StepPage>> {
    const { structure } = (await this.pages.known(actor, id)).found;
    const { step } = form.value;
    const back = withoutStep(form, structurePaths.show(id));
    if (back) return back;
    const { taken, kept, errors } = await this.receive(form, actor);
    const wrong = [...form.errors, ...errors, ...missingFields(form.value, structure)];
    const again = async (state = formState(form.raw, wrong), wasStale = false) =>
      refused(await this.pages.stepAgain(actor, id, step, { form: state, kept, wasStale }));
    if (wrong.length) return again();
    const draft = toStepDraft(form.value, taken, structure, this.clock.today());
    const outcome = await this.steps.take(actor, id, draft, form.value.onceKey);
    if (outcome.ok) return seeOther(outcome.value, `已办理：${structureLifecycle[step].label}`);
    const now = (await this.pages.known(actor, id)).found.structure;
    return again(refusedForm(form.raw, outcome.blockers, now), isStale(outcome.blockers));
  }

  @Get('/structures/:id/care')
  @Allow('removal.decide')
  @Page('removals/care')
  async care(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<CarePage | SeeOther> {
    return this.pages.care(actor, id);
  }

  @Post('/structures/:id/care')
  @Allow('removal.decide')
  @Page('removals/care')
  async signCare(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(CareForm)) form: Posted<CareForm>,
  ): Promise<Answer<CarePage>> {
    const { structure } = (await this.pages.known(actor, id)).found;
    return answerTo(form, {
      take: (value) => this.signOffs.sign(actor, id, value),
      again: (stateOf) => this.pages.careAgain(actor, id, stateOf(structure)),
      said: '照顾措施已签字',
    });
  }

  /** The files this step asks for; those of a refused try come with their seals. */
  private async receive(form: Posted<StructureStepForm>, actor: Actor) {
    const taken: ReceivedByField = {};
    const kept: StepPage['kept'] = {};
    const errors: FieldError[] = [];
    for (const field of filesOfStep[form.value.step] ?? []) {
      const received = await this.files.receive(form, field, stepFileFields[field].wants, actor);
      taken[field] = received.taken;
      kept[field] = received.kept;
      errors.push(...besideField(field, received.blockers));
    }
    return { taken, kept, errors };
  }
}
