import { Injectable, NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/people/actor';
import { areaInput } from '../domain/kernel/area';
import { careBlockers } from '../domain/removal/removal-care';
import { removalOverBlockers } from '../domain/removal/structure';
import { StructureStep, structureLifecycle } from '../domain/removal/structure-lifecycle';
import { structureStateNames } from '../domain/removal/structure-states';
import { Clock } from '../platform/clock/clock';
import { FormState, formState } from '../platform/web/form';
import { isKeyOf } from '../platform/web/options';
import { SeeOther, seeOther } from '../platform/web/page';
import { structureMark } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import { CarePage, toCareForm } from './care.presenter';
import { CasePages } from './case-pages';
import { resultFacts } from './case-record.presenter';
import type { KnownCase } from './removal-judging';
import { StepPage, toStepForm } from './step-form.presenter';

/** A form after a refused try. */
export interface AgainParts {
  form: FormState;
  kept: StepPage['kept'];
  wasStale: boolean;
}

/** Gathers what the forms of the steps show. */
@Injectable()
export class StepPages {
  constructor(
    private readonly cases: CasePages,
    private readonly clock: Clock,
  ) {}

  known(actor: Actor, id: number): Promise<KnownCase> {
    return this.cases.known(actor, id);
  }

  /** The form of a step; what the state or the role does not know leads back and says why. */
  async step(actor: Actor, id: number, step: string): Promise<StepPage | SeeOther> {
    if (!isKeyOf(structureLifecycle, step)) throw new NotFoundException();
    const known = await this.known(actor, id);
    const found = this.cases.outlook(actor, known).find((one) => one.step === step);
    const { structure } = known.found;
    if (!found) {
      const text = `现在是「${structureStateNames[structure.state]}」，不能「${structureLifecycle[step].label}」`;
      return seeOther(structurePaths.show(id), text);
    }
    if (found.isForOthers) return seeOther(structurePaths.show(id), found.blockers[0].text);
    const parts = { form: formState(this.begun(known, step)), kept: {}, wasStale: false };
    return this.page(actor, known, step, parts);
  }

  /** The form once more, as it was typed. */
  async stepAgain(actor: Actor, id: number, step: StructureStep, parts: AgainParts): Promise<StepPage> {
    return this.page(actor, await this.known(actor, id), step, parts);
  }

  /** The form of the care sign-off; where nothing is to be signed it leads back and says why. */
  async care(actor: Actor, id: number): Promise<CarePage | SeeOther> {
    const { structure, renovation } = (await this.known(actor, id)).found;
    const signedOn = this.clock.today();
    const [blocker] = [
      ...removalOverBlockers(renovation.state),
      ...careBlockers({ signedOn, note: '已落实' }, structure, signedOn),
    ];
    if (blocker) return seeOther(structurePaths.show(id), blocker.text);
    const { version } = structure;
    return this.careAgain(actor, id, formState({ version, signedOn, onceKey: randomUUID() }));
  }

  async careAgain(actor: Actor, id: number, form: FormState): Promise<CarePage> {
    const known = await this.known(actor, id);
    return toCareForm(known, form, await this.cases.frame(actor, known.found.compound, '照顾签字'));
  }

  private async page(
    actor: Actor,
    known: KnownCase,
    step: StructureStep,
    { form, kept, wasStale }: AgainParts,
  ): Promise<StepPage> {
    const { compound, structure } = known.found;
    const found = this.cases.outlook(actor, known).find((one) => one.step === step);
    const latest = wasStale
      ? [
          { term: '现在的状态', value: structureMark(structure, false).word },
          ...resultFacts(structure, undefined, await this.cases.namesOf(known)),
        ]
      : [];
    const view = { compound, known, step, blockers: found?.blockers ?? [], kept, latest };
    const { label } = structureLifecycle[step];
    return toStepForm(view, form, await this.cases.frame(actor, compound, label));
  }

  /** What stands in the form before anything is typed. */
  private begun({ found: { structure } }: KnownCase, step: StructureStep): Record<string, unknown> {
    const today = this.clock.today();
    const base = { step, version: structure.version, onceKey: randomUUID(), happenedOn: today };
    if (step === 'agree') {
      const { consentSignedOn, identityChecked, removeByOn, plannedOn } = structure;
      const again = consentSignedOn ? { consentSignedOn, identityChecked, removeByOn } : {};
      return { ...base, ...again, ...(plannedOn && { plannedOn }) };
    }
    if (step === 'verify') {
      return { ...base, ...(structure.removedArea && { area: areaInput(structure.removedArea) }) };
    }
    if (step !== 'remove' && step !== 'remove-by-force') return base;
    const organ = step === 'remove-by-force' ? { organ: 'street' } : {};
    return { ...base, ...organ, removedOn: today, weatherCheckedOn: today };
  }
}
