import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource, In, IsNull } from 'typeorm';
import { dayInWords } from '../../domain/kernel/calendar-date';
import { fenInput } from '../../domain/kernel/money';
import type { Outcome } from '../../domain/kernel/outcome';
import { quantityInput } from '../../domain/plan/quantity';
import { PlanItems } from '../../plans/plan-items.service';
import type { LinkedItem } from '../../plans/plan-records';
import { EditItemForm, NewItemForm, NewVersionForm, RemovalForm } from '../../plans/plan.forms';
import { PlanDesk } from '../../plans/plans.desk';
import { Plans } from '../../plans/plans.service';
import { HazardRecord } from '../../surveys/hazard.entities';
import { Survey } from '../../surveys/survey.entity';
import { WishRecord } from '../../wishes/wish.entities';
import type { DemoPlanItem } from './demo-story';
import { filled, granted } from './granted';
import { paperOf } from './papers';
import { latestPlan } from './tell-plans';
import { Moment, StepOf, newKey, takeIn } from './telling';

/** Adds an item to the draft; the first one begins the first version. */
export async function planItem(moment: Moment, { item }: StepOf<'plan-item'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const { version } = await app.get(PlanDesk).open(actor, compound.code);
  if (!version) {
    const form = await filled(NewVersionForm, { onceKey: newKey() });
    granted(await app.get(Plans).begin(actor, compound.code, form), 'the first version');
  }
  const form = await filled(NewItemForm, await rawItem(moment, item));
  return app.get(PlanItems).add(actor, compound.code, form, await permitOf(moment, item));
}

/** Changes what is named of an item of the draft; the rest stays. */
export async function changePlanItem(
  moment: Moment,
  step: StepOf<'change-plan-item'>,
): Promise<Outcome<unknown>> {
  const item = await itemOf(moment, step.item);
  const now: DemoPlanItem = {
    code: item.code,
    name: item.name,
    quantity: quantityInput(item.quantity),
    unit: item.unit,
    ...(item.place && { place: item.place }),
    ...(item.estimatedFen !== null && { estimated: fenInput(item.estimatedFen) }),
    ...(item.note && { note: item.note }),
    matters: item.matters,
    treeWork: item.treeWork,
    ...(item.permitNumber && { permitNumber: item.permitNumber }),
  };
  const raw = await rawItem(moment, { ...now, ...step.change });
  const kept = {
    hazards: [...item.hazardIds.map(String), ...raw.hazards],
    wishes: [...item.wishIds.map(String), ...raw.wishes],
  };
  const form = await filled(EditItemForm, { ...raw, ...kept, version: String(item.version) });
  const permit = await permitOf(moment, { ...now, ...step.change });
  return moment.app.get(PlanItems).update(moment.actor, item.id, form, permit);
}

/** Takes an item out of the draft. */
export async function removePlanItem(
  moment: Moment,
  { item, reason }: StepOf<'remove-plan-item'>,
): Promise<Outcome<unknown>> {
  const { id, version } = await itemOf(moment, item);
  const form = await filled(RemovalForm, { reason, version: String(version) });
  return moment.app.get(PlanItems).remove(moment.actor, id, form);
}

/** The item as its form posts it, findings chosen by their kind and wishes by words that are in them. */
async function rawItem(moment: Moment, item: DemoPlanItem) {
  const { permit: _, hazards = [], wishes = [], treeWork = 'none', ...fields } = item;
  return {
    ...fields,
    treeWork,
    hazards: await hazardIds(moment, hazards),
    wishes: await Promise.all(wishes.map((words) => wishId(moment, words))),
    onceKey: newKey(),
  };
}

async function permitOf({ app, compound, day }: Moment, { permit, permitNumber = '' }: DemoPlanItem) {
  if (!permit) return [];
  return [await takeIn(app, paperOf(permit, [compound.name, permitNumber, dayInWords(day)]))];
}

async function hazardIds(moment: Moment, kinds: readonly string[]): Promise<string[]> {
  const { manager } = moment.app.get<DataSource>(getDataSourceToken());
  const { compound } = await moment.app.get(PlanDesk).open(moment.actor, moment.compound.code);
  const [survey] = await manager.find(Survey, {
    where: { compoundId: compound.id },
    order: { number: 'DESC' },
    take: 1,
  });
  if (!kinds.length || !survey) return [];
  const where = { surveyId: survey.id, kind: In([...kinds]), withdrawnOn: IsNull() };
  return (await manager.findBy(HazardRecord, where)).map(({ id }) => String(id));
}

async function wishId(moment: Moment, words: string): Promise<string> {
  const { manager } = moment.app.get<DataSource>(getDataSourceToken());
  const { renovation } = await moment.app.get(PlanDesk).open(moment.actor, moment.compound.code);
  const wishes = await manager.findBy(WishRecord, { renovationId: renovation!.id, state: 'open' });
  const wish = wishes.find(({ text }) => text.includes(words));
  if (!wish) throw new Error(`${moment.compound.code} has no open wish: ${words}`);
  return String(wish.id);
}

async function itemOf(moment: Moment, name: string): Promise<LinkedItem> {
  const item = (await latestPlan(moment)).items.find((one) => one.name === name);
  if (!item) throw new Error(`${moment.compound.code} has no item ${name} in its plan`);
  return item;
}
