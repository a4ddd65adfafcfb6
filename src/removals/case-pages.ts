import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { Frame, Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { structureNumber } from '../domain/removal/structure-kinds';
import { stepOutlook } from '../domain/removal/structure-outlook';
import { isGoingOn } from '../domain/renovation/going-on';
import { EnforcementColumns } from '../enforcement/enforcement-columns';
import { FileTotals } from '../files/files.totals';
import { PersuasionColumns } from '../persuasion/persuasion-columns';
import { PersuasionTotals } from '../persuasion/persuasion.totals';
import { PlanTotals } from '../plans/plans.totals';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { StructureDesk } from '../structures/structures.desk';
import { Grounds } from '../zones/grounds';
import { ZoneDesk } from '../zones/zones.desk';
import { CasePage, toCase } from './case.presenter';
import { RemovalCases } from './removal-cases';
import { KnownCase, toStandingFacts } from './removal-judging';
import { RemovalCheck } from './removal.entities';

/** Gathers what the case of a structure shows. */
@Injectable()
export class CasePages {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: StructureDesk,
    private readonly cases: RemovalCases,
    private readonly persuasion: PersuasionColumns,
    private readonly standings: PersuasionTotals,
    private readonly enforcement: EnforcementColumns,
    private readonly zones: ZoneDesk,
    private readonly grounds: Grounds,
    private readonly plans: PlanTotals,
    private readonly files: FileTotals,
    private readonly people: People,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  /** The structure with this id, if its compound lies in the person's scope, with all its steps are judged by. */
  async known(actor: Actor, id: number): Promise<KnownCase> {
    return this.cases.known(await this.desk.find(actor, id));
  }

  /** Which steps its state knows, and what holds each back today. */
  outlook(actor: Actor, known: KnownCase) {
    const asked = { today: this.clock.today(), calendar: this.workDays.calendar, actorId: actor.userId };
    return stepOutlook(known.found.structure.state, actor.role, toStandingFacts(known, asked));
  }

  async show(actor: Actor, id: number): Promise<CasePage> {
    const known = await this.known(actor, id);
    const { structure, compound, renovation } = known.found;
    const view = {
      ...{ compound, known },
      persuasion: await this.persuasion.of(actor, known.found),
      enforcement: await this.enforcement.of(actor, known.found),
      standing: (await this.standings.standings([structure])).get(id)!,
      outlook: this.outlook(actor, known),
      files: await this.files.byId(known.files.map(({ fileId }) => fileId)),
      checks: await this.reader.manager.find(RemovalCheck, {
        where: { structureId: id },
        order: { id: 'ASC' },
      }),
      zones: await this.zones.ofRenovation(renovation.id),
      grounds: await this.grounds.of(renovation.id),
      items: await this.itemNames(renovation.id),
      names: await this.namesOf(known),
      ...{ today: this.clock.today(), calendar: this.workDays.calendar },
      mayEdit: mayDo(actor.role, 'removal.edit'),
      mayDecide: mayDo(actor.role, 'removal.decide') && isGoingOn(renovation.state),
      mayPublish: mayDo(actor.role, 'file.publish'),
    };
    return toCase(view, await this.frame(actor, compound, structureNumber(structure.number)));
  }

  /** What stands above every page of a case. */
  frame(actor: Actor, compound: Compound, last: string): Promise<Frame> {
    return this.workspace.frame(actor, compound, 'removals', last);
  }

  private async itemNames(renovationId: number): Promise<Map<number, string>> {
    const plan = await this.plans.currentItems(renovationId);
    return new Map((plan?.items ?? []).map(({ line, name }) => [line, name]));
  }

  /** What the people are called who wrote something of it down. */
  namesOf({ events, found: { structure } }: KnownCase): Promise<Map<number, string>> {
    const { recordedBy, careSignedBy, removedBy } = structure;
    return this.people.names([
      ...events.map((event) => event.recordedBy),
      ...[recordedBy, careSignedBy, removedBy],
    ]);
  }
}
