import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { patrolKindNames, patrolOpenBlockers } from '../domain/removal/patrol';
import { FileTotals } from '../files/files.totals';
import type { KeptFile } from '../files/kept-files';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { isKeyOf } from '../platform/web/options';
import { SeeOther, seeOther } from '../platform/web/page';
import { LedgerTotals } from './ledger.totals';
import { PatrolFormPage, firstPatrol, toPatrolForm } from './patrol-form.presenter';
import { PatrolPage, PatrolWithdrawalPage, toPatrol, toPatrolWithdrawal } from './patrol.presenter';
import { PatrolDesk } from './patrols.desk';
import { patrolPaths } from './patrols.paths';
import { PatrolsPage, toPatrols } from './patrols.presenter';

/** Gathers what the pages of rounds show. */
@Injectable()
export class PatrolPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: PatrolDesk,
    private readonly ledger: LedgerTotals,
    private readonly people: People,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The compound a round is to be written down in, if it lies in the person's scope. */
  compound(actor: Actor, code: string): Promise<Compound> {
    return this.compounds.find(actor, code);
  }

  async index(actor: Actor, code: string, asked: number): Promise<PatrolsPage> {
    const compound = await this.compounds.find(actor, code);
    const page = Math.max(1, asked);
    const view = {
      ...{ compound, page, role: actor.role, today: this.clock.today() },
      ...(await this.desk.list(compound.id, page)),
      entry: await this.ledger.of(compound.id),
      openedOn: (await this.desk.ground(compound.id)).openedOn,
    };
    return toPatrols(view, await this.frame(actor, compound));
  }

  /** The form with what is usual; before the first renovation it leads back and says why. */
  async new(actor: Actor, code: string, asked: string): Promise<PatrolFormPage | SeeOther> {
    const compound = await this.compounds.find(actor, code);
    const [blocker] = patrolOpenBlockers(await this.desk.ground(compound.id));
    if (blocker) return seeOther(patrolPaths.index(code), blocker.text);
    const kind = isKeyOf(patrolKindNames, asked) ? asked : 'structures';
    const first = firstPatrol(kind, actor.role, this.clock.today());
    return this.newAgain(actor, code, formState({ ...first, onceKey: randomUUID() }), []);
  }

  async newAgain(actor: Actor, code: string, form: FormState, kept: KeptFile[]): Promise<PatrolFormPage> {
    const compound = await this.compounds.find(actor, code);
    const { structures } = await this.desk.ground(compound.id);
    return toPatrolForm({ compound, structures, kept }, form, await this.frame(actor, compound, '登记巡查'));
  }

  async show(actor: Actor, id: number): Promise<PatrolPage> {
    const view = await this.view(actor, id);
    return toPatrol(view, await this.frame(actor, view.compound, patrolKindNames[view.patrol.kind]));
  }

  async withdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<PatrolWithdrawalPage> {
    const view = await this.view(actor, id);
    const frame = await this.frame(actor, view.compound, '作废巡查');
    return toPatrolWithdrawal(view, stateOf(view.patrol), frame);
  }

  private async view(actor: Actor, id: number) {
    const { compound, patrol } = await this.desk.find(actor, id);
    const names = await this.people.names([patrol.recordedBy]);
    return {
      ...{ compound, patrol, role: actor.role },
      photos: await this.files.byId(patrol.photoIds),
      recordedBy: names.get(patrol.recordedBy) ?? '',
    };
  }

  private frame(actor: Actor, compound: Compound, last?: string) {
    return this.workspace.frame(actor, compound, 'patrols', last);
  }
}
