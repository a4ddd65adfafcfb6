import { Injectable } from '@nestjs/common';
import { CompoundDesk } from '../compounds/compounds.desk';
import { DoorLayer, DoorLayers } from '../compounds/door-layers';
import { Workspace } from '../compounds/workspace';
import { consentTotals } from '../domain/meeting/household-standing';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
import { closedReason } from './call-pages';
import { questionLayers } from './consent-layers';
import { HouseholdDesk, householdsOf } from './households.desk';
import { HouseholdsPage, toHouseholds, toNoHouseholds } from './households.presenter';
import { ConsentResults } from './consent-results';
import { toResultLine } from './publication.presenter';

/** What the matrix is asked for. */
interface MatrixQuestion {
  layer?: string;
  unreached: boolean;
  sequence?: number;
}

/** Gathers what the page of all households shows. */
@Injectable()
export class HouseholdPages {
  constructor(
    private readonly desk: HouseholdDesk,
    private readonly results: ConsentResults,
    private readonly compounds: CompoundDesk,
    private readonly layers: DoorLayers,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  async index(
    actor: Actor,
    code: string,
    { layer, unreached, sequence }: MatrixQuestion,
  ): Promise<HouseholdsPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const frame = await this.workspace.frame(actor, compound, 'households');
    if (!renovation) return toNoHouseholds(choice, frame);
    const records = await this.desk.records(compound, renovation);
    if (!records.doors.length) return toNoHouseholds(choice, frame);
    const layers = this.layers.all().filter(({ action }) => mayDo(actor.role, action));
    const shown = unreached && renovation.isCurrent ? null : layerOf(layers, layer);
    const today = this.clock.today();
    const closed = closedReason(actor, renovation);
    const mayPost = !closed && mayDo(actor.role, 'notice.post');
    const notice = await this.results.latestNotice(renovation.id);
    const result = toResultLine(notice, compound.code, { mayPost, today });
    const view = {
      choice,
      records,
      totals: consentTotals(
        householdsOf(records.doors).map(({ id }) => id),
        records.standings,
      ),
      layers,
      layer: shown,
      marks: shown ? await shown.marks(compound.id, renovation.id) : new Map(),
      result,
      closed,
      today,
    };
    return toHouseholds(view, frame);
  }
}

/** The layer asked for, else the first question of consent. */
const layerOf = (layers: readonly DoorLayer[], key?: string): DoorLayer =>
  layers.find((one) => one.key === key) ?? layers.find((one) => one.key === questionLayers.renovation.key)!;
