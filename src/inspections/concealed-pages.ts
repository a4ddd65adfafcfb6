import { Injectable, NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import { worksOpenBlockers } from '../domain/construction/blocked';
import {
  concealedLifecycle,
  ConcealedStep,
  concealedStepBlockers,
} from '../domain/construction/concealed-steps';
import { Witness, witnessNames } from '../domain/construction/concealed-work';
import { addHours, dayOf, timeOf } from '../domain/construction/wall-moment';
import { allowedSteps } from '../domain/kernel/lifecycle';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { ruleInWords, ruleOn, valueOn } from '../domain/rules/rule-book';
import { FileTotals } from '../files/files.totals';
import type { KeptFile } from '../files/kept-files';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { isKeyOf, keysOf } from '../platform/web/options';
import { SeeOther, seeOther } from '../platform/web/page';
import { firmOf } from '../works/works.desk';
import { CheckSites } from './check-sites';
import { ConcealedAtPlace, ConcealedDesk } from './concealed.desk';
import {
  concealedFacts,
  ConcealedFormPage,
  ConcealedPage,
  ConcealedView,
  toConcealedForm,
  toConcealedPage,
} from './concealed.presenter';
import { ConcealedSheetPage, toConcealedSheet } from './concealed-sheet.presenter';
import { toConcealedStep } from './concealed-step.presenter';
import { ConcealedWorks } from './concealed-works.service';
import { inspectionPaths } from './inspections.paths';
import type { CheckStepPage } from './step.presenter';

/** Gathers what the pages of concealed works show. */
@Injectable()
export class ConcealedPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly sites: CheckSites,
    private readonly desk: ConcealedDesk,
    private readonly concealed: ConcealedWorks,
    private readonly people: People,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The form of the first notice; where none may be given it leads back and says why. */
  async new(actor: Actor, code: string, item: number): Promise<ConcealedFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = worksOpenBlockers(renovation, '通知隐蔽检查');
    if (blocker) return seeOther(inspectionPaths.checks(code), blocker.text);
    const first = { itemId: item || undefined, ...this.usualTimes(), onceKey: randomUUID() };
    return this.newAgain(actor, code, formState(first));
  }

  async newAgain(actor: Actor, code: string, form: FormState): Promise<ConcealedFormPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const items = renovation ? (await this.sites.of(actor, renovation)).visible : [];
    const view = { compound, items, asksGiven: firmOf(actor) === null, note: this.hoursHint() };
    return toConcealedForm(view, form, await this.workspace.frame(actor, compound, 'checks', '通知隐蔽检查'));
  }

  async show(actor: Actor, id: number): Promise<ConcealedPage> {
    const view = await this.view(actor, id);
    return toConcealedPage(view, await this.workspace.frame(actor, view.compound, 'checks', '隐蔽工程'));
  }

  async sheet(actor: Actor, id: number): Promise<ConcealedSheetPage> {
    return toConcealedSheet(await this.view(actor, id));
  }

  /** The form of a step with what is usual; a step there is none of is not there. */
  async step(actor: Actor, id: number, step: string): Promise<CheckStepPage> {
    if (!isKeyOf(concealedLifecycle, step)) throw new NotFoundException();
    const now = this.clock.wallMoment();
    const { supervision } = await this.hopeful(actor, await this.desk.find(actor, id));
    const watching: Witness = supervision.supervisorFirmId === null ? 'street' : 'supervisor';
    const first = {
      ...{ happenedOn: dayOf(now), happenedTime: timeOf(now), witnesses: ['contractor', watching] },
      ...{ ...this.usualTimes(), onceKey: randomUUID() },
    };
    return this.stepAgain(actor, id, step, ({ version }) => formState({ ...first, version }));
  }

  async stepAgain(
    actor: Actor,
    id: number,
    step: ConcealedStep,
    stateOf: StateOf,
    { kept = [] as KeptFile[], wasStale = false } = {},
  ): Promise<CheckStepPage> {
    const view = await this.view(actor, id);
    const { work, compound } = view;
    const facts = await this.hopeful(actor, view);
    const reasons = concealedStepBlockers(step, work.state, actor.role, facts);
    const asked = {
      ...{ step, reasons, form: stateOf(work), kept, latest: wasStale ? concealedFacts(view) : [] },
      ...{ asksGiven: firmOf(actor) === null, hoursHint: this.hoursHint() },
    };
    return toConcealedStep(view, asked, await this.workspace.frame(actor, compound, 'checks', '隐蔽工程'));
  }

  private async view(actor: Actor, id: number): Promise<ConcealedView> {
    const found = await this.desk.find(actor, id);
    const { work } = found;
    const facts = await this.hopeful(actor, found);
    return {
      ...{ ...found, now: this.clock.wallMoment() },
      photos: await this.files.byId(work.steps.flatMap(({ photoIds }) => photoIds)),
      names: await this.people.names(work.steps.map(({ recordedBy }) => recordedBy)),
      allowed: mayDo(actor.role, 'check.write')
        ? allowedSteps(concealedLifecycle, work.state, actor.role, facts)
        : [],
    };
  }

  /** A step with everything filled in as it should be: what still speaks against it no form can mend. */
  private hopeful(actor: Actor, found: ConcealedAtPlace) {
    const witnesses: Witness[] = keysOf(witnessNames);
    return this.concealed.factsOf(actor, found, { step: 'accept', reason: '—', witnesses }, 1);
  }

  /** Notice now, and the check as early as is usual. */
  private usualTimes() {
    const now = this.clock.wallMoment();
    const check = addHours(now, valueOn('works.concealed-notice-hours', dayOf(now)) + 1);
    return {
      ...{ noticedOn: dayOf(now), noticedTime: timeOf(now) },
      ...{ checkOn: dayOf(check), checkTime: `${timeOf(check).slice(0, 2)}:00` },
    };
  }

  private hoursHint(): string {
    const rule = ruleOn('works.concealed-notice-hours', dayOf(this.clock.wallMoment()));
    return rule ? `隐蔽前 ${ruleInWords(rule)}通知；不足的要监理同意并写明` : '';
  }
}
