import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import type { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import type { Renovation } from '../compounds/renovation.entities';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import { addDays } from '../domain/kernel/calendar-date';
import { hangs } from '../domain/meeting/notice';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { operationFormBlockers } from '../domain/removal/operation-lifecycle';
import { removalOverBlockers } from '../domain/removal/structure';
import { structureNumbers } from '../domain/removal/structure-kinds';
import { isGoingOn } from '../domain/renovation/going-on';
import { FileTotals } from '../files/files.totals';
import type { KeptFile } from '../files/kept-files';
import { toNoticeFigure } from '../notices/notice.figure';
import { Notices } from '../notices/notices.service';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import type { FactLine } from '../platform/web/figures';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { BurnDownPages } from './burn-down-pages';
import { OperationCancelPage, toCancellation } from './cancel.presenter';
import { OperationFormPage, toOperationForm } from './operation-form.presenter';
import { OperationStanding, agenciesOf } from './operation-standing';
import { OperationPage, operationFacts, toOperation } from './operation.presenter';
import { OperationAtPlace, OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';
import { OperationsPage, toOperations } from './operations.presenter';
import { noRenovation } from './operations.service';
import { OperationSheetPage, toOperationSheet } from './sheet.presenter';

/** Gathers what the pages of removal days show. */
@Injectable()
export class OperationPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: OperationDesk,
    private readonly standing: OperationStanding,
    private readonly burnDowns: BurnDownPages,
    private readonly notices: Notices,
    private readonly people: People,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: number): Promise<OperationAtPlace> {
    return this.desk.find(actor, id);
  }

  /** The removal days of a renovation with its burn-down. */
  async index(actor: Actor, code: string, sequence: number | undefined): Promise<OperationsPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const isOpen = renovation?.isCurrent === true && isGoingOn(renovation.state);
    const view = {
      compound,
      hasRenovation: renovation !== null,
      renovations: toRenovationTabs(choice, operationsPaths.index),
      operations: renovation ? await this.desk.ofRenovation(renovation.id) : [],
      mayPlan: isOpen && mayDo(actor.role, 'removal.decide'),
      burnDown: await this.burnDowns.drawn(choice),
      today: this.clock.today(),
    };
    return toOperations(view, await this.workspace.frame(actor, compound, 'operations', '集中行动'));
  }

  /** The empty form; where nothing can be planned it leads back and says why. */
  async new(actor: Actor, code: string): Promise<OperationFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = renovation ? removalOverBlockers(renovation.state) : [noRenovation];
    if (blocker) return seeOther(operationsPaths.index(code), blocker.text);
    const values = {
      ...{ happensOn: addDays(this.clock.today(), 1), fromTime: '08:00', toTime: '11:30' },
      ...{ agencies: ['street', 'community', 'city-management'], onceKey: randomUUID() },
    };
    return this.newAgain(actor, code, formState(values), []);
  }

  async newAgain(actor: Actor, code: string, form: FormState, kept: KeptFile[]): Promise<OperationFormPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    return this.form(actor, { compound, renovation, operationId: null }, form, { kept, latest: [] });
  }

  /** The form of an operation that is planned; what is over leads back and says why. */
  async edit(actor: Actor, id: number): Promise<OperationFormPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const facts = await this.standing.factsOf(found);
    const { operation, members } = found;
    const [blocker] = operationFormBlockers('change', operation.state, actor.role, facts);
    if (blocker) return seeOther(operationsPaths.show(id), blocker.text);
    const values = {
      ...operation,
      agencies: agenciesOf(operation),
      structures: members.map(({ structure }) => structure.id),
    };
    return this.editAgain(actor, id, () => formState(values), false);
  }

  async editAgain(actor: Actor, id: number, stateOf: StateOf, wasStale: boolean): Promise<OperationFormPage> {
    const found = await this.desk.find(actor, id);
    const latest = wasStale ? await this.stored(found) : [];
    return this.form(actor, { ...found, operationId: id }, stateOf(found.operation), { kept: [], latest });
  }

  async show(
    actor: Actor,
    id: number,
    stateOf: StateOf = () => formState({}),
    kept: KeptFile[] = [],
  ): Promise<OperationPage> {
    const found = await this.desk.find(actor, id);
    const { operation, compound, files } = found;
    const notice = await this.notices.latestOf('removal-day', id);
    const view = {
      ...found,
      law: await this.standing.factsOf(found),
      stored: await this.files.byId(files.map(({ fileId }) => fileId)),
      names: await this.namesOf(found),
      notice: notice && toNoticeFigure(notice, notice.photos, this.clock.today()),
      isPosted: hangs(notice),
      mayDecide: mayDo(actor.role, 'removal.decide'),
      mayPost: mayDo(actor.role, 'notice.post'),
      kept,
    };
    const frame = await this.workspace.frame(actor, compound, 'operations', operation.name);
    return toOperation(view, this.withFresh(stateOf(operation), operation), frame);
  }

  async cancellation(actor: Actor, id: number, stateOf: StateOf): Promise<OperationCancelPage> {
    const found = await this.desk.find(actor, id);
    const facts = await this.standing.factsOf(found);
    const blockers = operationFormBlockers('cancel', found.operation.state, actor.role, facts);
    const isPosted = hangs(await this.notices.latestOf('removal-day', id));
    const frame = await this.workspace.frame(actor, found.compound, 'operations', '取消行动');
    return toCancellation({ ...found, blockers, isPosted }, stateOf(found.operation), frame);
  }

  async sheet(actor: Actor, id: number): Promise<OperationSheetPage> {
    return toOperationSheet(await this.desk.find(actor, id));
  }

  /** Names of those who did something with it. */
  namesOf({ operation }: OperationAtPlace): Promise<Map<number, string>> {
    return this.people.names([operation.recordedBy, operation.weatherBy, operation.closedBy]);
  }

  /** Two forms share the page: what one of them did not post is filled in anew for the other. */
  private withFresh(form: FormState, { version }: { version: number }): FormState {
    const fresh = formState({ version, checkedOn: this.clock.today(), onceKey: randomUUID() });
    return { ...form, values: { ...fresh.values, ...form.values } };
  }

  private async form(
    actor: Actor,
    of: { compound: Compound; renovation: Renovation | null; operationId: number | null },
    form: FormState,
    more: { kept: KeptFile[]; latest: FactLine[] },
  ): Promise<OperationFormPage> {
    const { compound, renovation, operationId } = of;
    const candidates = renovation ? await this.standing.candidates(renovation.id) : [];
    const last = operationId === null ? '安排行动' : '修改安排';
    const frame = await this.workspace.frame(actor, compound, 'operations', last);
    const parts = { compound, operationId, candidates, today: this.clock.today(), ...more };
    return toOperationForm(parts, form, frame);
  }

  private async stored(found: OperationAtPlace): Promise<FactLine[]> {
    const numbers = structureNumbers(found.members.map(({ structure }) => structure));
    const facts = operationFacts(found, await this.namesOf(found));
    return [
      { term: '行动名称', value: found.operation.name },
      ...facts,
      { term: '拆除对象', value: numbers },
    ];
  }
}
