import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Organisations } from '../access/organisations.service';
import { People } from '../access/people.service';
import { compoundPaths } from '../compounds/compounds.paths';
import { CompoundDesk } from '../compounds/compounds.desk';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Renovations } from '../compounds/renovations.service';
import { Workspace } from '../compounds/workspace';
import { worksOpenBlockers } from '../domain/construction/blocked';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isGoingOn } from '../domain/renovation/going-on';
import { PlanTotals } from '../plans/plans.totals';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { ZoneDesk } from '../zones/zones.desk';
import { ContractFormPage, toContractForm } from './contract-form.presenter';
import { contractLines, ContractPage, toContractPage } from './contract.presenter';
import { Contracts } from './contracts.service';
import type { RowsAround } from './item-rows.presenter';
import { ItemStandings } from './item-standings';
import { writtenLater } from './item-steps.service';
import { SiteProgress } from './site-progress';
import { WorkLinks } from './work-links';
import type { ContractRecord } from './work.entities';
import { ContractAtPlace, seesContract, WorksDesk } from './works.desk';
import { worksPaths } from './works.paths';
import { toWorks, WorksPage } from './works.presenter';

/** Gathers what the pages of contracts show. */
@Injectable()
export class WorksPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly renovations: Renovations,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly desk: WorksDesk,
    private readonly contracts: Contracts,
    private readonly standings: ItemStandings,
    private readonly progress: SiteProgress,
    private readonly plans: PlanTotals,
    private readonly zones: ZoneDesk,
    private readonly links: WorkLinks,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: number): Promise<ContractAtPlace> {
    return this.desk.contract(actor, id);
  }

  /** Contracts and items of a renovation; a builder sees its own. */
  async index(actor: Actor, code: string, sequence: number | undefined): Promise<WorksPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const frame = await this.workspace.frame(actor, compound, 'works', '合同和项目');
    const all = renovation && (await this.standings.of(renovation, this.clock.today()));
    const records = renovation ? (await this.desk.ofRenovation(renovation.id)).contracts : [];
    const contracts = records.filter((contract) => seesContract(actor, contract));
    const seen = new Set(contracts.map(({ id }) => id));
    const view = {
      ...{ compound, hasRenovation: renovation !== null, contracts },
      renovations: toRenovationTabs(choice, worksPaths.index),
      standings: (all ?? []).filter(({ row }) => seen.has(row.contractId)),
      progress: renovation && (await this.progress.of(renovation.id)),
      planLines: renovation && (await this.planLines(renovation.id)),
      mayEdit:
        renovation?.isCurrent === true && isGoingOn(renovation.state) && mayDo(actor.role, 'works.edit'),
      ...(await this.around(contracts, renovation?.id ?? null)),
    };
    return toWorks(view, frame);
  }

  async show(actor: Actor, id: number): Promise<ContractPage> {
    const found = await this.desk.contract(actor, id);
    const { contract, compound, renovation } = found;
    const { items } = await this.standings.all(renovation, this.clock.today());
    const view = {
      ...{ ...found, standings: items, role: actor.role },
      law: await this.contracts.factsOf(found, writtenLater),
      mayEdit: mayDo(actor.role, 'works.edit') && isGoingOn(renovation.state),
      links: isGoingOn(renovation.state) ? this.links.ofContract(actor, contract) : [],
      recordedBy: await this.nameOf(contract.recordedBy),
      planLines: await this.planLines(renovation.id),
      ...(await this.around([contract], renovation.id)),
    };
    return toContractPage(view, await this.workspace.frame(actor, compound, 'works', contract.name));
  }

  /** The empty form; where nothing can be written it leads back and says why. */
  async new(actor: Actor, code: string): Promise<ContractFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = worksOpenBlockers(renovation, '登记合同');
    if (blocker) return seeOther(worksPaths.index(code), blocker.text);
    return this.newAgain(actor, code, formState({ begins: 'yes', onceKey: randomUUID() }));
  }

  async newAgain(actor: Actor, code: string, form: FormState): Promise<ContractFormPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const parties = renovation ? await this.partiesOf(renovation.id) : [];
    const partiesLink = compoundPaths.renovations(code);
    const parts = { compound, contractId: null, parties, partiesLink, latest: [] };
    return toContractForm(parts, form, await this.workspace.frame(actor, compound, 'works', '登记合同'));
  }

  async edit(actor: Actor, id: number): Promise<ContractFormPage> {
    const { contract, renovation } = await this.desk.contract(actor, id);
    const { organisationId, role } = contract;
    const parties = await this.renovations.partiesOf(renovation.id);
    const party = parties.find((one) => one.organisationId === organisationId && one.role === role)?.id;
    return this.editAgain(actor, id, () => formState({ ...contract, party }), false);
  }

  async editAgain(actor: Actor, id: number, stateOf: StateOf, wasStale: boolean): Promise<ContractFormPage> {
    const { contract, compound, renovation } = await this.desk.contract(actor, id);
    const { firms } = await this.around([contract], renovation.id);
    const stored = contractLines(contract, firms, await this.nameOf(contract.recordedBy));
    const parts = {
      ...{ compound, contractId: id, partiesLink: compoundPaths.renovations(compound.code) },
      parties: await this.renovations.partiesOf(renovation.id),
      latest: wasStale ? [{ term: '合同名称', value: contract.name }, ...stored] : [],
    };
    const frame = await this.workspace.frame(actor, compound, 'works', '修改合同');
    return toContractForm(parts, stateOf(contract), frame);
  }

  /** How many lines the fixed plan has; null while nothing is fixed. */
  async planLines(renovationId: number): Promise<number | null> {
    return (await this.plans.currentItems(renovationId))?.items.length ?? null;
  }

  /** What is read beside items: the firms of these contracts and others, the zones, today. */
  async around(
    contracts: readonly ContractRecord[],
    renovationId: number | null,
    otherFirms: readonly (number | null)[] = [],
  ): Promise<RowsAround> {
    const ids = [...contracts.map(({ organisationId }) => organisationId), ...otherFirms];
    const firms = await this.organisations.byIds([...new Set(ids)].filter((id) => id !== null));
    return {
      firms: new Map(firms.map(({ id, shortName }) => [id, shortName])),
      zones: renovationId === null ? [] : await this.zones.ofRenovation(renovationId),
      today: this.clock.today(),
    };
  }

  private async partiesOf(renovationId: number) {
    const today = this.clock.today();
    const parties = await this.renovations.partiesOf(renovationId);
    return parties.filter(({ untilOn }) => untilOn === null || untilOn >= today);
  }

  private async nameOf(id: number): Promise<string> {
    return (await this.people.names([id])).get(id) ?? '';
  }
}
