import { Injectable, NotFoundException } from '@nestjs/common';
import { Organisations } from '../access/organisations.service';
import { CompoundDesk, RenovationChoice } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { PlanTotals } from '../plans/plans.totals';
import type { FormState } from '../platform/web/form';
import { NewsView } from './ground-news.presenter';
import { GroundNewsDesk } from './ground-news.service';
import { GroundPrintPage, toGroundPrint } from './ground-print.presenter';
import { GroundRecords, GroundView } from './ground-tables.presenter';
import { GroundPage, toGround, toNoGround } from './ground.presenter';
import { Grounds } from './grounds';
import { MapPins } from './map-pins';
import { ZoneDesk } from './zones.desk';
import { zonesPaths } from './zones.paths';

/** Gathers what the map of the ground shows. */
@Injectable()
export class GroundPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: ZoneDesk,
    private readonly grounds: Grounds,
    private readonly pins: MapPins,
    private readonly news: GroundNewsDesk,
    private readonly plans: PlanTotals,
    private readonly organisations: Organisations,
    private readonly workspace: Workspace,
  ) {}

  /** The map of the current renovation, or of an earlier one. */
  async index(
    actor: Actor,
    code: string,
    sequence: number | undefined,
    form: FormState,
  ): Promise<GroundPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const frame = await this.workspace.frame(actor, compound, 'ground', '作战图');
    if (!renovation) return toNoGround(compound, form, frame);
    return toGround(await this.view(actor, choice, renovation), form, frame);
  }

  /** The same on paper. */
  async print(actor: Actor, code: string, sequence: number | undefined): Promise<GroundPrintPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    if (!choice.renovation) throw new NotFoundException();
    return toGroundPrint(await this.view(actor, choice, choice.renovation));
  }

  private async view(actor: Actor, choice: RenovationChoice, renovation: Renovation): Promise<GroundView> {
    const { compound } = choice;
    return {
      compound,
      renovation,
      renovations: toRenovationTabs(choice, zonesPaths.ground),
      role: actor.role,
      sketch: await this.desk.sketchFile(compound.id),
      records: await this.records(renovation.id),
      news: await this.newsFor(actor, renovation.id),
    };
  }

  private async records(renovationId: number): Promise<GroundRecords> {
    return {
      zones: await this.desk.ofRenovation(renovationId),
      items: await this.grounds.items(renovationId),
      grounds: await this.grounds.of(renovationId),
      structures: await this.pins.of(renovationId),
      plan: await this.plans.currentItems(renovationId),
    };
  }

  private async newsFor(actor: Actor, renovationId: number): Promise<NewsView> {
    const changes = await this.news.latest(renovationId);
    const ids = changes.flatMap(({ readings }) => readings.map(({ organisationId }) => organisationId));
    const firms = ids.length ? await this.organisations.byIds([...new Set(ids)]) : [];
    const isMeant =
      mayDo(actor.role, 'zone.acknowledge') && (await this.news.isMeantFor(actor, renovationId));
    return {
      changes,
      firms: new Map(firms.map(({ id, shortName }) => [id, shortName])),
      firmId: isMeant ? actor.organisationId : null,
    };
  }
}
