import type { Frame } from '../compounds/workspace';
import { utilityNames } from '../domain/construction/one-dig';
import { itemMeasureNames } from '../domain/construction/work-item';
import { fenInput } from '../domain/kernel/money';
import { planUnits, quantityInput } from '../domain/plan/quantity';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { groundWorkNames, traitNames } from './work-words';
import type { ContractRecord } from './work.entities';
import type { ItemAtPlace, PlacedItem } from './works.desk';
import { worksPaths } from './works.paths';

/** The form of one item (views/works/item-form). */
export interface ItemFormPage extends Frame {
  title: string;
  heading: string;
  action: string;
  form: FormState;
  units: Option[];
  measures: Option[];
  contracts: Option[];
  predecessors: Option[];
  traits: Option[];
  groundWorks: Option[];
  utilities: Option[];
  latest: FactLine[];
  backLink: string;
}

interface FormParts extends ItemAtPlace {
  contracts: readonly ContractRecord[];
  items: readonly PlacedItem[];
  latest: FactLine[];
}

/** The form of an item as it is stored, or as it was typed. */
export function toItemForm(parts: FormParts, form: FormState, frame: Frame): ItemFormPage {
  const { item, compound, contracts, items, latest } = parts;
  return {
    ...{ ...frame, title: `修改项目 · ${compound.name}`, heading: `修改项目：${item.name}` },
    ...{ action: worksPaths.item(item.id), form, latest, backLink: worksPaths.item(item.id) },
    units: planUnits.map((unit) => ({ value: unit, label: unit })),
    measures: toOptions(itemMeasureNames),
    contracts: contracts
      .filter(({ role }) => role === 'contractor')
      .map(({ id, name }) => ({ value: String(id), label: name })),
    predecessors: items
      .filter(({ id, state }) => id !== item.id && state !== 'dropped')
      .map(({ id, line, name }) => ({ value: String(id), label: `${line}. ${name}` })),
    traits: toOptions(traitNames),
    groundWorks: toOptions(groundWorkNames),
    utilities: toOptions(utilityNames),
  };
}

/** What stands in the form before anything is typed. */
export const itemValues = (item: PlacedItem): Record<string, unknown> => ({
  ...{ name: item.name, quantity: quantityInput(item.quantity), unit: item.unit, measure: item.measure },
  ...{ contract: item.contractId, predecessor: item.predecessorId },
  ...{ plannedStartOn: item.plannedStartOn, plannedFinishOn: item.plannedFinishOn },
  ...{ hasConcealed: item.hasConcealed, traits: item.traits, groundWork: item.groundWork },
  ...{ utility: item.utility, amount: item.contractFen === null ? null : fenInput(item.contractFen) },
  ...{ handShare: item.handShare === null ? null : quantityInput(item.handShare), version: item.version },
});
