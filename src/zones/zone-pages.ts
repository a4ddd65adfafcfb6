import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { removalOverBlockers } from '../domain/removal/structure';
import { zoneCountBlockers, zoneName } from '../domain/removal/zone-draft';
import { FileTotals } from '../files/files.totals';
import { KeptFile } from '../files/kept-files';
import { PlanTotals } from '../plans/plans.totals';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { Grounds } from './grounds';
import { pinValues } from './pin-picker';
import { SketchPage, toSketchForm } from './sketch.presenter';
import {
  ZoneFormPage,
  ZonePinPage,
  ZoneRemovalPage,
  toZoneForm,
  toZonePin,
  toZoneRemoval,
} from './zone-form.presenter';
import { noRenovation } from './zone-refusals';
import { ZoneAtPlace, ZoneDesk } from './zones.desk';
import { zonesPaths } from './zones.paths';
import { Zones } from './zones.service';

/** Gathers what the forms of zones and sketches show; what cannot be changed leads back and says why. */
@Injectable()
export class ZonePages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: ZoneDesk,
    private readonly zones: Zones,
    private readonly grounds: Grounds,
    private readonly plans: PlanTotals,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
  ) {}

  async new(actor: Actor, code: string): Promise<ZoneFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const blockers = renovation ? removalOverBlockers(renovation.state) : [noRenovation];
    if (renovation) blockers.push(...zoneCountBlockers((await this.desk.ofRenovation(renovation.id)).length));
    if (blockers.length) return seeOther(zonesPaths.ground(code), blockers[0].text);
    return this.newAgain(actor, code, formState({ onceKey: randomUUID() }));
  }

  async newAgain(actor: Actor, code: string, form: FormState): Promise<ZoneFormPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const view = { compound, zone: null, wasStale: false, ...(await this.planOf(renovation?.id)) };
    return toZoneForm(view, form, await this.frame(actor, compound, '添加施工区域'));
  }

  async edit(actor: Actor, id: number): Promise<ZoneFormPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const values = ({ zone }: ZoneAtPlace) => ({ ...zone, items: zone.lines });
    return this.unlessOver(found) ?? this.editAgain(actor, id, () => formState(values(found)), false);
  }

  async editAgain(actor: Actor, id: number, stateOf: StateOf, wasStale: boolean): Promise<ZoneFormPage> {
    const { zone, compound, renovation } = await this.desk.find(actor, id);
    const view = { compound, zone, wasStale, ...(await this.planOf(renovation.id)) };
    return toZoneForm(view, stateOf(zone), await this.frame(actor, compound, zoneName(zone)));
  }

  async pin(actor: Actor, id: number): Promise<ZonePinPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const { version } = found.zone;
    return (
      this.unlessOver(found) ??
      this.pinAgain(actor, id, () => formState({ version, ...pinValues(found.zone) }))
    );
  }

  async pinAgain(actor: Actor, id: number, stateOf: StateOf): Promise<ZonePinPage> {
    const { zone, compound } = await this.desk.find(actor, id);
    const sketch = await this.desk.sketchFile(compound.id);
    const frame = await this.frame(actor, compound, zoneName(zone));
    return toZonePin({ compound, zone, sketch }, stateOf(zone), frame);
  }

  async removal(actor: Actor, id: number, stateOf: StateOf): Promise<ZoneRemovalPage> {
    const found = await this.desk.find(actor, id);
    const { zone, compound, renovation } = found;
    const reasons = [
      ...removalOverBlockers(renovation.state),
      ...(await this.zones.givingUpBlockers({ zone, renovation })),
    ];
    const frame = await this.frame(actor, compound, zoneName(zone));
    return toZoneRemoval({ compound, zone, reasons }, stateOf(zone), frame);
  }

  async sketch(actor: Actor, code: string): Promise<SketchPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = renovation ? removalOverBlockers(renovation.state) : [noRenovation];
    if (blocker) return seeOther(zonesPaths.ground(code), blocker.text);
    return this.sketchAgain(actor, code, formState({ onceKey: randomUUID() }), []);
  }

  async sketchAgain(actor: Actor, code: string, form: FormState, kept: KeptFile[]): Promise<SketchPage> {
    const compound = await this.compounds.find(actor, code);
    const sketches = await this.desk.sketches(compound.id);
    const files = await this.files.byId(sketches.map(({ fileId }) => fileId));
    const frame = await this.frame(actor, compound, '楼院草图');
    return toSketchForm({ compound, sketches, files, kept }, form, frame);
  }

  private unlessOver({ compound, renovation }: ZoneAtPlace): SeeOther | undefined {
    const [blocker] = removalOverBlockers(renovation.state);
    return blocker && seeOther(zonesPaths.ground(compound.code), blocker.text);
  }

  private async planOf(renovationId: number | undefined) {
    if (renovationId === undefined) return { plan: null, others: [], drawn: [] };
    return {
      plan: await this.plans.currentItems(renovationId),
      others: await this.desk.ofRenovation(renovationId),
      drawn: await this.grounds.items(renovationId),
    };
  }

  private frame(actor: Actor, compound: Compound, last: string) {
    return this.workspace.frame(actor, compound, 'ground', last);
  }
}
