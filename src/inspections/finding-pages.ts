import { Injectable, NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Workspace } from '../compounds/workspace';
import { findingLifecycle, FindingStep, findingStepBlockers } from '../domain/construction/finding-steps';
import { addDays, latestOf } from '../domain/kernel/calendar-date';
import { allowedSteps } from '../domain/kernel/lifecycle';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { FileTotals } from '../files/files.totals';
import type { KeptFile } from '../files/kept-files';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { formState } from '../platform/web/form';
import { isKeyOf } from '../platform/web/options';
import { findingFacts, FindingPage, FindingView, toFinding } from './finding.presenter';
import { toFindingStep } from './finding-step.presenter';
import { FindingAtPlace, FindingDesk } from './findings.desk';
import { Findings } from './findings.service';
import type { CheckStepPage } from './step.presenter';

/** Gathers what the pages of a finding show. */
@Injectable()
export class FindingPages {
  constructor(
    private readonly desk: FindingDesk,
    private readonly findings: Findings,
    private readonly people: People,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  async show(actor: Actor, id: number): Promise<FindingPage> {
    const view = await this.view(actor, id);
    return toFinding(view, await this.workspace.frame(actor, view.compound, 'checks', '问题'));
  }

  /** The form of a step with what is usual; a step there is none of is not there. */
  async step(actor: Actor, id: number, step: string): Promise<CheckStepPage> {
    if (!isKeyOf(findingLifecycle, step)) throw new NotFoundException();
    const first = { happenedOn: this.clock.today(), onceKey: randomUUID() };
    return this.stepAgain(actor, id, step, ({ version }) => formState({ ...first, version }));
  }

  async stepAgain(
    actor: Actor,
    id: number,
    step: FindingStep,
    stateOf: StateOf,
    { kept = [] as KeptFile[], wasStale = false } = {},
  ): Promise<CheckStepPage> {
    const view = await this.view(actor, id);
    const { finding, compound } = view;
    const facts = this.hopeful(actor, view, step);
    const reasons = findingStepBlockers(step, finding.state, actor.role, facts);
    const latest = wasStale ? findingFacts(view) : [];
    const asked = { step, reasons, form: stateOf(finding), kept, latest };
    return toFindingStep(view, asked, await this.workspace.frame(actor, compound, 'checks', '问题'));
  }

  private async view(actor: Actor, id: number): Promise<FindingView> {
    const found = await this.desk.find(actor, id);
    const { finding } = found;
    const may = mayDo(actor.role, 'check.write');
    const allowed = (step: FindingStep) =>
      allowedSteps(findingLifecycle, finding.state, actor.role, this.hopeful(actor, found, step)).filter(
        (one) => one.step === step,
      );
    const steps = Object.keys(findingLifecycle) as FindingStep[];
    return {
      ...found,
      photos: await this.files.byId([...finding.before, ...finding.after]),
      names: await this.people.names(finding.steps.map(({ recordedBy }) => recordedBy)),
      steps: may ? steps.flatMap(allowed) : [],
      today: this.clock.today(),
    };
  }

  /** A step with everything filled in as it should be: what still speaks against it no form can mend. */
  private hopeful(actor: Actor, found: FindingAtPlace, step: FindingStep) {
    const today = this.clock.today();
    const nextDueOn = addDays(latestOf(today, found.finding.dueOn)!, 1);
    return this.findings.factsOf(actor, found, { step, happenedOn: today, nextDueOn, reason: '—' }, 1);
  }
}
