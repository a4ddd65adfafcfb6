import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Compound } from '../compounds/compound.entity';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { FileTotals } from '../files/files.totals';
import { KeptFile } from '../files/kept-files';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { ItemFormPage, RemoveItemPage, itemInForm, toItemForm, toRemoveItem } from './item-form.presenter';
import { PlanLinks } from './plan-links';
import { LinkedItem, writeBlockers } from './plan-records';
import { noPlan } from './plan-refusals';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

type StateOf = (item: LinkedItem) => FormState;

/** Gathers what the pages of an item show. */
@Injectable()
export class ItemPages {
  constructor(
    private readonly desk: PlanDesk,
    private readonly compounds: CompoundDesk,
    private readonly links: PlanLinks,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
  ) {}

  /** The compound an item is to be added in, if it lies in the person's scope. */
  compound(actor: Actor, code: string): Promise<Compound> {
    return this.compounds.find(actor, code);
  }

  find(actor: Actor, id: number) {
    return this.desk.item(actor, id);
  }

  /** The empty form; where nothing can be added it leads back and says why. */
  async new(actor: Actor, code: string, wishId: number | undefined): Promise<ItemFormPage | SeeOther> {
    const { version } = await this.desk.open(actor, code);
    const [blocker] = version ? writeBlockers(await this.desk.records(version)) : [noPlan];
    if (blocker) return seeOther(plansPaths.index(code), blocker.text);
    const values = { treeWork: 'none', unit: '项', wishes: wishId ? [wishId] : [], onceKey: randomUUID() };
    return this.newAgain(actor, code, formState(values), []);
  }

  async newAgain(actor: Actor, code: string, form: FormState, kept: KeptFile[]): Promise<ItemFormPage> {
    const { compound, renovation } = await this.desk.open(actor, code);
    const place = { compoundId: compound.id, renovationId: renovation?.id ?? 0 };
    const view = {
      code,
      compoundName: compound.name,
      item: null,
      answerable: await this.links.answerable(place),
      kept,
      wasStale: false,
    };
    return toItemForm(view, form, await this.frame(actor, compound, '添加改造内容'));
  }

  /** The form of an item; what is frozen leads back and says why. */
  async edit(actor: Actor, id: number): Promise<ItemFormPage | SeeOther> {
    const { item, records } = await this.desk.item(actor, id);
    const [blocker] = writeBlockers(records);
    if (blocker || item.removedOn !== null)
      return seeOther(plansPaths.index(records.compound.code), blocker?.text ?? '这一项已经移出方案');
    return this.editAgain(actor, id, (now) => formState({ ...itemInForm(now), onceKey: randomUUID() }), []);
  }

  async editAgain(
    actor: Actor,
    id: number,
    stateOf: StateOf,
    kept: KeptFile[],
    wasStale = false,
  ): Promise<ItemFormPage> {
    const { item, records } = await this.desk.item(actor, id);
    const { compound, version } = records;
    const permitId = item.permitFileId;
    const view = {
      code: compound.code,
      compoundName: compound.name,
      item,
      answerable: await this.links.answerable(version, item),
      permit: permitId === null ? undefined : (await this.files.byId([permitId])).get(permitId),
      kept,
      wasStale,
    };
    return toItemForm(view, stateOf(item), await this.frame(actor, compound, '修改改造内容'));
  }

  /** The question before an item is taken out. */
  async removal(actor: Actor, id: number, stateOf: StateOf): Promise<RemoveItemPage> {
    const { item, records } = await this.desk.item(actor, id);
    const { compound } = records;
    const frame = await this.frame(actor, compound, '移出改造内容');
    return toRemoveItem({ item, compoundName: compound.name }, stateOf(item), frame);
  }

  private frame(actor: Actor, compound: Compound, last: string) {
    return this.workspace.frame(actor, compound, 'plan', last);
  }
}
