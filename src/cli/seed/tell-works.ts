import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CompoundDesk } from '../../compounds/compounds.desk';
import { RenovationParty } from '../../compounds/renovation.entities';
import { done, Outcome } from '../../domain/kernel/outcome';
import { yuan } from '../../domain/kernel/money';
import { parseQuantity } from '../../domain/plan/quantity';
import { PlanTotals } from '../../plans/plans.totals';
import { Contracts } from '../../works/contracts.service';
import { Drawing } from '../../works/drawing.service';
import type { DrawnRow } from '../../works/drawn-rows';
import { ItemSteps } from '../../works/item-steps.service';
import { WorkItems } from '../../works/items.service';
import { ContractStepForm, EditWorkItemForm, ItemStepForm, NewContractForm } from '../../works/work.forms';
import type { ContractRecord } from '../../works/work.entities';
import { PlacedItem, WorksDesk } from '../../works/works.desk';
import type { ItemsDrawn } from './demo-works';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { Moment, newKey, StepOf } from './telling';

type DemoWorkItem = ItemsDrawn['items'][number];

/** The current renovation of the compound. */
async function renovationOf({ app, actor, compound }: Moment): Promise<{ id: number }> {
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  if (!renovation) throw new Error(`${compound.code} has no renovation`);
  return renovation;
}

/** The contract of a firm, by its code; the latest where there are several. */
export async function contractOf(moment: Moment, firm: string): Promise<ContractRecord> {
  const { app, cast } = moment;
  const { contracts } = await app.get(WorksDesk).ofRenovation((await renovationOf(moment)).id);
  const found = contracts.filter((one) => one.organisationId === cast.organisationId(firm)).at(-1);
  if (!found) throw new Error(`${moment.compound.code} has no contract of ${firm}`);
  return found;
}

/** The item of this name. */
export async function workItemOf(moment: Moment, name: string): Promise<PlacedItem> {
  const { items } = await moment.app.get(WorksDesk).ofRenovation((await renovationOf(moment)).id);
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`${moment.compound.code} has no work item ${name}`);
  return found;
}

/** Writes a contract of a firm of the renovation down; it begins to run unless the step says otherwise. */
export async function writeContract(moment: Moment, step: StepOf<'contract'>): Promise<Outcome<unknown>> {
  const { app, actor, cast, compound, today } = moment;
  const { manager } = app.get<DataSource>(getDataSourceToken());
  const party = await manager.findOneByOrFail(RenovationParty, {
    renovationId: (await renovationOf(moment)).id,
    organisationId: cast.organisationId(step.firm),
    role: step.role ?? 'contractor',
  });
  const form = await filled(NewContractForm, {
    ...{ party: String(party.id), name: step.name, number: step.number },
    ...(step.signedOn !== undefined && { signedOn: dayIn(step.signedOn, today) }),
    ...{ startsOn: dayIn(step.startsOn, today), finishOn: dayIn(step.finishOn, today) },
    ...(step.begins !== false && { begins: 'yes' }),
    onceKey: newKey(),
  });
  return app.get(Contracts).write(actor, compound.code, form);
}

/** Takes a step of a contract. */
export async function stepContract(
  moment: Moment,
  { firm, step, reason }: StepOf<'contract-step'>,
): Promise<Outcome<unknown>> {
  const { id, version } = await contractOf(moment, firm);
  const form = await filled(ContractStepForm, { step, reason, version: String(version) });
  return moment.app.get(Contracts).step(moment.actor, id, form);
}

/** Draws items from the fixed plan; what the table does not ask for is written on each item afterwards. */
export async function drawWorkItems(
  moment: Moment,
  { firm, items }: StepOf<'work-items'>,
): Promise<Outcome<unknown>> {
  const { app, actor } = moment;
  const contract = await contractOf(moment, firm);
  const rows = await Promise.all(items.map((item) => toRow(moment, item, items)));
  granted(await app.get(Drawing).draw(actor, contract.id, rows, newKey()), 'draw the items');
  for (const item of items) {
    if (!item.traits && !item.digs && !item.covers) continue;
    granted(await describe(moment, item), item.line);
  }
  return done(undefined);
}

/** Takes a step of one item or of several. */
export async function stepItems(
  moment: Moment,
  { step, item, reason }: StepOf<'item-step'>,
): Promise<Outcome<unknown>> {
  for (const name of [item].flat()) {
    const { id, version } = await workItemOf(moment, name);
    const form = await filled(ItemStepForm, { step, reason, version: String(version) });
    granted(await moment.app.get(ItemSteps).take(moment.actor, id, form), `${step} ${name}`);
  }
  return done(undefined);
}

const nameOf = ({ name, line }: DemoWorkItem): string => name ?? line;

async function toRow(moment: Moment, item: DemoWorkItem, others: readonly DemoWorkItem[]): Promise<DrawnRow> {
  const plan = (await moment.app.get(PlanTotals).currentItems((await renovationOf(moment)).id))?.items ?? [];
  const lineOf = (name: string) => plan.find((one) => one.name === name);
  const planned = lineOf(item.line);
  if (!planned) throw new Error(`${moment.compound.code} has no ${item.line} in its plan`);
  const before = others.find((one) => nameOf(one) === item.after);
  return {
    ...{ line: planned.line, name: nameOf(item), unit: item.unit ?? planned.unit },
    quantity: item.quantity === undefined ? planned.quantity : (parseQuantity(item.quantity) ?? 0),
    measure: item.measure ?? 'quantity',
    after: await afterOf(moment, item.after, before && lineOf(before.line)?.line),
    days: {
      ...{ startOn: dayIn(item.from, moment.today), workdays: null },
      finishOn: dayIn(item.until, moment.today),
    },
    contractFen: item.yuan === undefined ? null : yuan(item.yuan),
    hasConcealed: item.concealed ?? false,
  };
}

async function afterOf(moment: Moment, name: string | undefined, line: number | undefined) {
  if (name === undefined) return null;
  return line === undefined ? { item: (await workItemOf(moment, name)).id } : { line };
}

async function describe(moment: Moment, told: DemoWorkItem): Promise<Outcome<unknown>> {
  const item = await workItemOf(moment, nameOf(told));
  const form = Object.assign(new EditWorkItemForm(), {
    ...{ name: item.name, quantity: String(item.quantity / 100), unit: item.unit, measure: item.measure },
    ...{ contract: item.contractId, predecessor: item.predecessorId ?? undefined },
    ...{ plannedStartOn: item.plannedStartOn, plannedFinishOn: item.plannedFinishOn },
    ...{ hasConcealed: item.hasConcealed, traits: told.traits ?? item.traits, utility: told.digs },
    groundWork: told.digs ? 'digs' : told.covers ? 'covers' : item.groundWork,
    ...{ amount: item.contractFen ?? undefined, version: item.version },
  });
  return moment.app.get(WorkItems).change(moment.actor, item.id, form);
}
