import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { operationFormBlockers } from '../domain/removal/operation-lifecycle';
import type { StateOf } from '../platform/web/answer-to';
import { formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { OperationPages } from './operation-pages';
import { OperationStanding } from './operation-standing';
import { OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';
import { KeptByStructure, OperationResultPage, resultLatest, toResultForm } from './result.presenter';

/** Gathers what the form of a removal day's results shows. */
@Injectable()
export class ResultPages {
  constructor(
    private readonly desk: OperationDesk,
    private readonly standing: OperationStanding,
    private readonly pages: OperationPages,
    private readonly workspace: Workspace,
  ) {}

  /** The empty form; before the day, and once it is over, it leads back and says why. */
  async new(actor: Actor, id: number): Promise<OperationResultPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const { operation } = found;
    const facts = await this.standing.factsOf(found);
    const [blocker] = operationFormBlockers('carry-out', operation.state, actor.role, facts);
    if (blocker) return seeOther(operationsPaths.show(id), blocker.text);
    return this.again(actor, id, ({ version }) => formState({ version, onceKey: randomUUID() }));
  }

  async again(
    actor: Actor,
    id: number,
    stateOf: StateOf,
    { kept = new Map() as KeptByStructure, wasStale = false } = {},
  ): Promise<OperationResultPage> {
    const found = await this.desk.find(actor, id);
    const latest = wasStale ? resultLatest(found, await this.pages.namesOf(found)) : [];
    const frame = await this.workspace.frame(actor, found.compound, 'operations', '登记实施结果');
    return toResultForm(found, { form: stateOf(found.operation), kept, latest }, frame);
  }
}
