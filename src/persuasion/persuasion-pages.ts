import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { visitTimeAt, visitingBlockers, withdrawnVisitBlockers } from '../domain/removal/persuasion';
import { removalOverBlockers } from '../domain/removal/structure';
import { stillStands } from '../domain/removal/structure-states';
import { isGoingOn } from '../domain/renovation/going-on';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { IdentifiedStructures } from '../structures/identified-structures';
import { StructureHead, toStructureHead } from '../structures/structure-head.presenter';
import type { StructureRecord } from '../structures/structure.entities';
import { StructureDesk } from '../structures/structures.desk';
import { structurePaths } from '../structures/structures.paths';
import { PersuasionDesk } from './persuasion.desk';
import type { PersuasionVisitRecord } from './persuasion.entity';
import { PersuasionTotals } from './persuasion.totals';
import { RoundPage, toRound } from './round.presenter';
import { VisitFormPage, VisitWithdrawalPage, toVisitForm, toVisitWithdrawal } from './visit-form.presenter';

/** Gathers what the pages of the visits show. */
@Injectable()
export class PersuasionPages {
  constructor(
    private readonly structures: StructureDesk,
    private readonly desk: PersuasionDesk,
    private readonly compounds: CompoundDesk,
    private readonly totals: PersuasionTotals,
    private readonly identified: IdentifiedStructures,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The empty form: today, this time of day, and who went last time; what is over leads back and says why. */
  async new(actor: Actor, structureId: number): Promise<VisitFormPage | SeeOther> {
    const { structure, renovation } = await this.structures.find(actor, structureId);
    const [blocker] = visitingBlockers(structure.state, renovation.state);
    if (blocker) return seeOther(structurePaths.show(structureId), blocker.text);
    const now = this.clock.now();
    const last = await this.last(structure);
    const usual = {
      visitedOn: this.clock.today(),
      time: visitTimeAt(wallTimeOf(now)),
      visitors: last?.visitors.split(',') ?? [],
      onceKey: randomUUID(),
    };
    return this.newAgain(actor, structureId, formState(usual));
  }

  async newAgain(actor: Actor, structureId: number, form: FormState): Promise<VisitFormPage> {
    const { structure, compound } = await this.structures.find(actor, structureId);
    const about = await this.head(structure);
    const last = await this.last(structure);
    const frame = await this.frame(actor, compound, about.number);
    return toVisitForm({ compound, about, structureId, last }, form, frame);
  }

  /** The question before a visit is taken back; what cannot be leads back and says why. */
  async withdrawal(actor: Actor, id: number): Promise<VisitWithdrawalPage | SeeOther> {
    const { visit, renovation } = await this.desk.find(actor, id);
    const [blocker] = [...removalOverBlockers(renovation.state), ...withdrawnVisitBlockers(visit)];
    if (blocker) return seeOther(structurePaths.show(visit.structureId), blocker.text);
    return this.withdrawalAgain(actor, id, ({ version }) => formState({ version }));
  }

  async withdrawalAgain(actor: Actor, id: number, stateOf: StateOf): Promise<VisitWithdrawalPage> {
    const { visit, structure, compound } = await this.desk.find(actor, id);
    const about = await this.head(structure);
    const frame = await this.frame(actor, compound, about.number);
    return toVisitWithdrawal({ compound, about, visit }, stateOf(visit), frame);
  }

  /** Where to go tonight. */
  async round(actor: Actor, code: string): Promise<RoundPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const all = renovation ? await this.structures.ofRenovation(renovation.id) : null;
    const standing = all?.filter(({ state }) => stillStands(state)) ?? [];
    const view = {
      compound,
      structures: all && standing,
      standings: await this.totals.standings(standing),
      visits: await this.totals.visits(standing),
      identified: await this.identified.among(standing),
      today: this.clock.today(),
      mayEdit: mayDo(actor.role, 'removal.edit') && isGoingOn(renovation?.state ?? null),
    };
    return toRound(view, await this.frame(actor, compound, '走访清单'));
  }

  private async head(structure: StructureRecord): Promise<StructureHead> {
    return toStructureHead(structure, await this.identified.has(structure));
  }

  private async last(structure: StructureRecord): Promise<PersuasionVisitRecord | undefined> {
    return (await this.totals.visits([structure])).get(structure.id)?.at(-1);
  }

  private frame(actor: Actor, compound: Compound, last: string) {
    return this.workspace.frame(actor, compound, 'removals', last);
  }
}
