import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, In } from 'typeorm';
import { Organisations } from '../access/organisations.service';
import { People } from '../access/people.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import { worksOpenBlockers } from '../domain/construction/blocked';
import { openFindingStates } from '../domain/construction/finding';
import {
  stopLifecycle,
  stopReportBlockers,
  stopReportWarnings,
  StopStep,
  stopStepBlockers,
} from '../domain/construction/stop-steps';
import { allowedSteps } from '../domain/kernel/lifecycle';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { permitVerdict } from '../domain/renovation/permit';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { isKeyOf } from '../platform/web/options';
import { SeeOther, seeOther } from '../platform/web/page';
import { ZoneDesk } from '../zones/zones.desk';
import { CheckSites } from './check-sites';
import { FindingRecord } from './finding.entities';
import { inspectionPaths } from './inspections.paths';
import type { CheckStepPage } from './step.presenter';
import {
  stopFacts,
  StopFormPage,
  StopPage,
  StopView,
  toStopForm,
  toStopPage,
  toStopStep,
} from './stop.presenter';
import { StopSheetPage, toStopSheet } from './stop-sheet.presenter';
import { StopAtPlace, StopDesk } from './stops.desk';
import { StopOrders } from './stops.service';

/** Gathers what the pages of orders to stop show. */
@Injectable()
export class StopPages {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly sites: CheckSites,
    private readonly zones: ZoneDesk,
    private readonly desk: StopDesk,
    private readonly stops: StopOrders,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The form with what is usual; where none may be given it leads back and says why. */
  async new(actor: Actor, code: string): Promise<StopFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = worksOpenBlockers(renovation, '下达停工令');
    if (blocker) return seeOther(inspectionPaths.checks(code), blocker.text);
    const first = { cause: 'safety', stoppedOn: this.clock.today(), onceKey: randomUUID() };
    return this.newAgain(actor, code, formState(first));
  }

  async newAgain(actor: Actor, code: string, form: FormState): Promise<StopFormPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const frame = await this.workspace.frame(actor, compound, 'checks', '下达停工令');
    if (!renovation) return toStopForm({ compound, items: [], zones: [], findings: [] }, form, frame);
    const { items } = await this.sites.of(actor, renovation);
    const zones = await this.zones.ofRenovation(renovation.id);
    const findings = await this.reader.manager.find(FindingRecord, {
      where: { renovationId: renovation.id, state: In([...openFindingStates]) },
      order: { number: 'ASC' },
    });
    return toStopForm({ compound, items, zones, findings }, form, frame);
  }

  async show(actor: Actor, id: number, stateOf?: StateOf): Promise<StopPage> {
    const view = await this.view(actor, id);
    const { stop, compound } = view;
    const form = stateOf?.(stop) ?? formState({ version: stop.version, reportedOn: this.clock.today() });
    return toStopPage(view, form, await this.workspace.frame(actor, compound, 'checks', '停工令'));
  }

  /** The form of a step with what is usual; a step there is none of is not there. */
  async step(actor: Actor, id: number, step: string): Promise<CheckStepPage> {
    if (!isKeyOf(stopLifecycle, step)) throw new NotFoundException();
    const first = { happenedOn: this.clock.today(), onceKey: randomUUID() };
    return this.stepAgain(actor, id, step, ({ version }) => formState({ ...first, version }));
  }

  async stepAgain(
    actor: Actor,
    id: number,
    step: StopStep,
    stateOf: StateOf,
    wasStale = false,
  ): Promise<CheckStepPage> {
    const view = await this.view(actor, id);
    const { stop, compound } = view;
    const reasons = stopStepBlockers(step, stop.state, actor.role, await this.hopeful(actor, view));
    const asked = { step, reasons, form: stateOf(stop), latest: wasStale ? stopFacts(view) : [] };
    return toStopStep(view, asked, await this.workspace.frame(actor, compound, 'checks', '停工令'));
  }

  /** The order as a sheet, or the one to go on where it was lifted. */
  async sheet(actor: Actor, id: number, asked: string): Promise<StopSheetPage> {
    const found = await this.desk.find(actor, id);
    const { site, stop } = found;
    const isResume = asked === 'resume';
    if (isResume && stop.state !== 'resumed') throw new NotFoundException();
    const builders = site.contracts.filter(({ role }) => role === 'contractor');
    const firms = await this.organisations.byIds(builders.map(({ organisationId }) => organisationId));
    return toStopSheet({ ...found, firms: firms.map(({ name }) => name) }, isResume ? 'resume' : 'stop');
  }

  private async view(actor: Actor, id: number): Promise<StopView> {
    const found = await this.desk.find(actor, id);
    const { stop, compound, renovation } = found;
    const today = this.clock.today();
    const { floorArea } = compound;
    const permit = permitVerdict({ floorArea, estimatedFen: renovation.estimatedFen }, stop.stoppedOn);
    const mayStop = mayDo(actor.role, 'check.stop');
    return {
      ...{ ...found, today },
      names: await this.people.names([stop.recordedBy, stop.endedBy]),
      allowed: mayStop
        ? allowedSteps(stopLifecycle, stop.state, actor.role, await this.hopeful(actor, found))
        : [],
      warnings: stop.state === 'stopped' ? stopReportWarnings(stop, permit.need === 'needed', today) : [],
      mayReport:
        mayStop &&
        permit.need === 'needed' &&
        stop.reportedOn === null &&
        stopReportBlockers(stop, today, today).length === 0,
    };
  }

  /** A step with everything filled in as it should be: what still speaks against it no form can mend. */
  private hopeful(actor: Actor, found: StopAtPlace) {
    return this.stops.factsOf(actor, found, { happenedOn: this.clock.today(), reason: '—' });
  }
}
