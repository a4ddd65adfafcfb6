import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CompoundDesk } from '../compounds/compounds.desk';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import { worksOpenBlockers } from '../domain/construction/blocked';
import { DigConflict, digConflicts } from '../domain/construction/dig-conflicts';
import { utilityAnswerNames } from '../domain/construction/one-dig';
import { dayInWords, dayOrDash } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isGoingOn } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { seesContract, WorksDesk } from '../works/works.desk';
import { worksPaths } from '../works/works.paths';
import { ZoneDesk } from '../zones/zones.desk';
import { toDigTable } from './dig-table.presenter';
import { DigDesk, RequestAtPlace } from './digs.desk';
import { digsPaths } from './digs.paths';
import { DigsPage, toDigs } from './digs.presenter';
import { AskPage, RequestPage, toAsk, toRequest } from './request-form.presenter';

/** Gathers what the pages of the digs show. */
@Injectable()
export class DigPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: DigDesk,
    private readonly works: WorksDesk,
    private readonly zones: ZoneDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: number): Promise<RequestAtPlace> {
    return this.desk.request(actor, id);
  }

  async index(actor: Actor, code: string, sequence: number | undefined): Promise<DigsPage> {
    const { compound } = await this.compounds.choose(actor, code, sequence);
    const frame = await this.workspace.frame(actor, compound, 'digs', '一次开挖');
    return this.page(actor, code, sequence, frame);
  }

  async sheet(actor: Actor, code: string, sequence: number | undefined): Promise<DigsPage> {
    const page = await this.page(actor, code, sequence, {});
    return { ...page, utilities: page.utilities.map((one) => ({ ...one, link: undefined })) };
  }

  /** The form for those not asked yet; where nothing can be written it leads back and says why. */
  async ask(actor: Actor, code: string): Promise<AskPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = worksOpenBlockers(renovation, '登记管线单位征询');
    if (blocker) return seeOther(digsPaths.index(code), blocker.text);
    const values = { askedOn: this.clock.today(), onceKey: randomUUID() };
    return this.askAgain(actor, code, formState(values));
  }

  async askAgain(actor: Actor, code: string, form: FormState): Promise<AskPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const requests = renovation ? (await this.desk.of(renovation.id)).requests : [];
    const frame = await this.workspace.frame(actor, compound, 'digs', '征询管线单位');
    return toAsk({ compound, requests }, form, frame);
  }

  request(actor: Actor, id: number): Promise<RequestPage> {
    return this.requestAgain(actor, id, (now) => formState(now), false);
  }

  async requestAgain(actor: Actor, id: number, stateOf: StateOf, wasStale: boolean): Promise<RequestPage> {
    const found = await this.desk.request(actor, id);
    const { request, compound, renovation } = found;
    const zones = await this.zones.ofRenovation(renovation.id);
    const latest = wasStale
      ? [
          { term: '征询日期', value: dayInWords(request.askedOn) },
          { term: '答复', value: request.answer === null ? '—' : utilityAnswerNames[request.answer] },
          { term: '答复日期', value: dayOrDash(request.answeredOn) },
        ]
      : [];
    const frame = await this.workspace.frame(actor, compound, 'digs', '管线单位的答复');
    return toRequest({ ...found, zones, latest }, stateOf(request), frame);
  }

  // Whoever digs here has to know who else does: every firm on the renovation reads all of it, and opens its own items.
  private async page(
    actor: Actor,
    code: string,
    sequence: number | undefined,
    frame: object,
  ): Promise<DigsPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const today = this.clock.today();
    const dig = renovation && (await this.desk.of(renovation.id));
    const conflicts = dig ? digConflicts(dig.record, today) : [];
    const { contracts } = renovation ? await this.works.ofRenovation(renovation.id) : { contracts: [] };
    const seen = new Set(contracts.filter((one) => seesContract(actor, one)).map(({ id }) => id));
    const linksOf = ({ itemIds }: DigConflict) =>
      (dig?.items ?? [])
        .filter(({ id, contractId }) => itemIds.includes(id) && seen.has(contractId))
        .map(({ id, name }) => ({ label: name, link: worksPaths.item(id) }));
    const view = {
      ...{ compound, hasRenovation: renovation !== null, conflicts, linksOf, sequence, today },
      renovations: toRenovationTabs(choice, digsPaths.index),
      hasGround: (dig?.record.items.length ?? 0) > 0 || (dig?.requests.length ?? 0) > 0,
      ...{ requests: dig?.requests ?? [], zones: dig?.zones ?? [] },
      table: dig ? toDigTable(dig.record, conflicts) : undefined,
      mayEdit: renovation?.isCurrent === true && isGoingOn(renovation.state) && mayDo(actor.role, 'dig.edit'),
    };
    return toDigs(view, frame);
  }
}
