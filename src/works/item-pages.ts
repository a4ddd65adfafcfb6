import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Workspace } from '../compounds/workspace';
import { worksOverBlockers } from '../domain/construction/blocked';
import { itemDrawingWarnings } from '../domain/construction/item-drawing';
import type { WorkItemStep } from '../domain/construction/item-lifecycle';
import { confirmedSeries } from '../domain/construction/told-values';
import { stopping } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isGoingOn } from '../domain/renovation/going-on';
import { PlanTotals } from '../plans/plans.totals';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { Grounds } from '../zones/grounds';
import { ZoneDesk } from '../zones/zones.desk';
import { DrawPage, toDraw } from './drawing.presenter';
import { ItemFormPage, itemValues, toItemForm } from './item-form.presenter';
import { itemFacts, ItemPage, toItem } from './item.presenter';
import { ItemStanding, ItemStandings } from './item-standings';
import { ItemSteps, writtenLater } from './item-steps.service';
import { WorkItems } from './items.service';
import { WorkLinks } from './work-links';
import { ItemAtPlace, seesContract, toWorkItem, WorksDesk } from './works.desk';
import { WorksPages } from './works-pages';
import { worksPaths } from './works.paths';

/** Gathers what the pages of items show. */
@Injectable()
export class ItemPages {
  constructor(
    private readonly desk: WorksDesk,
    private readonly works: WorksPages,
    private readonly standings: ItemStandings,
    private readonly steps: ItemSteps,
    private readonly items: WorkItems,
    private readonly plans: PlanTotals,
    private readonly grounds: Grounds,
    private readonly zones: ZoneDesk,
    private readonly people: People,
    private readonly links: WorkLinks,
    private readonly workspace: Workspace,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: number): Promise<ItemAtPlace> {
    return this.desk.item(actor, id);
  }

  async show(actor: Actor, id: number): Promise<ItemPage> {
    const found = await this.desk.item(actor, id);
    const { item, compound, contract, renovation } = found;
    const { items, posts } = await this.standings.all(renovation, this.clock.today());
    const standing = items.find(({ row }) => row.id === id)!;
    const judging = await this.steps.judging(actor, renovation);
    const steps = judging.steps.filter(({ itemId }) => itemId === id);
    const isOpen = isGoingOn(renovation.state);
    const { calendar } = this.workDays;
    const place = await this.items.placeOf(found, contract.id);
    const view = {
      ...{ ...found, standing, steps, calendar },
      outlook: isOpen ? this.steps.outlook(judging, standing) : [],
      warnings: isOpen ? itemDrawingWarnings(toWorkItem(item), place, calendar) : [],
      series: confirmedSeries(id, posts),
      names: await this.people.names(steps.map(({ recordedBy }) => recordedBy)),
      mayEdit: isOpen && mayDo(actor.role, 'works.edit'),
      links: isOpen ? this.links.ofItem(actor, { ...item, code: compound.code }) : [],
      ...(await this.works.around(
        [contract],
        renovation.id,
        steps.map(({ firmId }) => firmId),
      )),
    };
    // Another builder's item before this one is named, and leads nowhere for who may not see it.
    const before = standing.predecessor && items.find(({ row }) => row.id === standing.predecessor!.id);
    const isLinked = !before || seesContract(actor, { organisationId: before.contract.firmId });
    return toItem({ ...view, isLinked }, await this.workspace.frame(actor, compound, 'works', item.name));
  }

  /** The table of the plan's lines; where nothing can be drawn it leads back and says why. */
  async draw(actor: Actor, contractId: number): Promise<DrawPage | SeeOther> {
    const { contract, renovation } = await this.desk.contract(actor, contractId);
    const [blocker] = worksOverBlockers(renovation.state);
    if (blocker) return seeOther(worksPaths.contract(contractId), blocker.text);
    if (contract.role !== 'contractor') {
      return seeOther(worksPaths.contract(contractId), '施工项目列在施工合同里，请先登记施工合同');
    }
    return this.drawAgain(actor, contractId, formState({ onceKey: randomUUID() }));
  }

  async drawAgain(actor: Actor, contractId: number, form: FormState): Promise<DrawPage> {
    const found = await this.desk.contract(actor, contractId);
    const { compound, renovation } = found;
    const view = {
      ...found,
      plan: (await this.plans.currentItems(renovation.id))?.items ?? null,
      items: (await this.desk.ofRenovation(renovation.id)).items.map(toWorkItem),
      zones: await this.zones.ofRenovation(renovation.id),
      zonesOfLine: new Map((await this.grounds.items(renovation.id)).map(({ line, zones }) => [line, zones])),
    };
    return toDraw(view, form, await this.workspace.frame(actor, compound, 'works', '列出项目'));
  }

  /** The lines of the fixed plan, for the table that was posted. */
  async planOf(actor: Actor, contractId: number) {
    const { renovation } = await this.desk.contract(actor, contractId);
    return (await this.plans.currentItems(renovation.id))?.items ?? [];
  }

  async edit(actor: Actor, id: number): Promise<ItemFormPage> {
    const { item } = await this.desk.item(actor, id);
    return this.editAgain(actor, id, () => formState(itemValues(item)), false);
  }

  async editAgain(actor: Actor, id: number, stateOf: StateOf, wasStale: boolean): Promise<ItemFormPage> {
    const found = await this.desk.item(actor, id);
    const { item, compound, renovation } = found;
    const { contracts, items } = await this.desk.ofRenovation(renovation.id);
    const latest = wasStale ? await this.stored(found) : [];
    const frame = await this.workspace.frame(actor, compound, 'works', '修改项目');
    return toItemForm({ ...found, contracts, items, latest }, stateOf(item), frame);
  }

  private async stored(found: ItemAtPlace) {
    const { item, contract, renovation } = found;
    const standing = await this.standingOf(found);
    const around = await this.works.around([contract], renovation.id);
    const { calendar } = this.workDays;
    const facts = itemFacts({ item, contract, standing, calendar, ...around, isLinked: true });
    return [{ term: '名称', value: item.name }, ...facts];
  }

  /** Where one item stands today. */
  async standingOf({ item, renovation }: ItemAtPlace): Promise<ItemStanding> {
    const all = await this.standings.of(renovation, this.clock.today());
    return all.find(({ row }) => row.id === item.id)!;
  }

  /** What speaks against a step of an item, as far as it can be said before a reason is typed. */
  async reasons(actor: Actor, found: ItemAtPlace, step: WorkItemStep) {
    const judging = await this.steps.judging(actor, found.renovation);
    const standing = await this.standingOf(found);
    return { standing, reasons: stopping(this.steps.blockers(judging, standing, step, writtenLater)) };
  }
}
