import { Injectable, NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Workspace } from '../compounds/workspace';
import { contractLifecycle, ContractStep } from '../domain/construction/contract';
import { workItemLifecycle, WorkItemStep, workItemStepWarnings } from '../domain/construction/item-lifecycle';
import { stopping } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { isKeyOf } from '../platform/web/options';
import { SeeOther, seeOther } from '../platform/web/page';
import { Contracts } from './contracts.service';
import { ItemPages } from './item-pages';
import { ItemStandings } from './item-standings';
import { ItemSteps } from './item-steps.service';
import { SeveralPage, toSeveral } from './several.presenter';
import { toContractStep, toItemStep, WorkStepPage } from './step.presenter';
import { ContractAtPlace, WorksDesk } from './works.desk';
import { worksPaths } from './works.paths';

/** Steps several items can take at once. */
export const severalSteps = { open: true, finish: true, accept: true };

/** Gathers what the pages of steps show. */
@Injectable()
export class StepPages {
  constructor(
    private readonly desk: WorksDesk,
    private readonly contracts: Contracts,
    private readonly items: ItemPages,
    private readonly steps: ItemSteps,
    private readonly standings: ItemStandings,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The contract, if this person may see it. */
  contractSeen(actor: Actor, id: number): Promise<ContractAtPlace> {
    return this.desk.contract(actor, id);
  }

  async contractStep(actor: Actor, id: number, step: string): Promise<WorkStepPage> {
    if (!isKeyOf(contractLifecycle, step)) throw new NotFoundException();
    return this.contractStepAgain(actor, id, step, ({ version }) => formState({ step, version }));
  }

  async contractStepAgain(
    actor: Actor,
    id: number,
    step: ContractStep,
    stateOf: StateOf,
  ): Promise<WorkStepPage> {
    const found = await this.desk.contract(actor, id);
    const reasons = await this.contracts.outlook(actor, found, step);
    const parts = { reasons, form: stateOf(found.contract) };
    const { label } = contractLifecycle[step];
    const frame = await this.workspace.frame(actor, found.compound, 'works', label);
    return toContractStep(found, step, parts, frame);
  }

  async itemStep(actor: Actor, id: number, step: string): Promise<WorkStepPage> {
    if (!isKeyOf(workItemLifecycle, step)) throw new NotFoundException();
    return this.itemStepAgain(actor, id, step, ({ version }) => formState({ step, version }));
  }

  async itemStepAgain(actor: Actor, id: number, step: WorkItemStep, stateOf: StateOf): Promise<WorkStepPage> {
    const found = await this.desk.item(actor, id);
    const { standing, reasons } = await this.items.reasons(actor, found, step);
    const remarks = workItemStepWarnings(step, standing);
    const frame = await this.workspace.frame(actor, found.compound, 'works', workItemLifecycle[step].label);
    const parts = { reasons, remarks, form: stateOf(found.item) };
    return toItemStep({ compound: found.compound, standing }, step, parts, frame);
  }

  /** The items of a contract that could take a step; where there is none it leads back and says so. */
  async several(actor: Actor, contractId: number, step: string): Promise<SeveralPage | SeeOther> {
    if (!isKeyOf(severalSteps, step)) throw new NotFoundException();
    const page = await this.severalAgain(actor, contractId, step, formState({ onceKey: randomUUID() }));
    const { label } = workItemLifecycle[step];
    return page.rows.length
      ? page
      : seeOther(worksPaths.contract(contractId), `现在没有可以办「${label}」的项目`);
  }

  async severalAgain(
    actor: Actor,
    contractId: number,
    step: keyof typeof severalSteps,
    form: FormState,
  ): Promise<SeveralPage> {
    const found = await this.desk.contract(actor, contractId);
    const { renovation, compound } = found;
    const judging = await this.steps.judging(actor, renovation);
    const rows = (await this.standings.of(renovation, this.clock.today()))
      .filter(({ row }) => row.contractId === contractId)
      .filter(({ item }) => workItemLifecycle[step].from.includes(item.state))
      .map((standing) => ({
        standing,
        blockers: stopping(this.steps.blockers(judging, standing, step, '')),
      }));
    const frame = await this.workspace.frame(actor, compound, 'works', workItemLifecycle[step].label);
    return toSeveral(found, step, { rows, today: this.clock.today() }, form, frame);
  }
}
