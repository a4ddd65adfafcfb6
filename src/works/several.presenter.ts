import type { Frame } from '../compounds/workspace';
import { workItemLifecycle, WorkItemStep } from '../domain/construction/item-lifecycle';
import { valueOfWhole } from '../domain/construction/work-item';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { Blocker } from '../domain/kernel/blocker';
import { FormState, typedList } from '../platform/web/form';
import type { ItemStanding } from './item-standings';
import { spanInWords } from './work-words';
import type { ContractAtPlace } from './works.desk';
import { worksPaths } from './works.paths';

/** The same step of several items of a contract (views/works/several). */
export interface SeveralPage extends Frame {
  title: string;
  heading: string;
  step: string;
  label: string;
  action: string;
  form: FormState;
  rows: {
    id: number;
    name: string;
    days: string;
    confirmed: string;
    isChosen: boolean;
    reasons: Blocker[];
  }[];
  /** Is there one that can be taken? */
  isOpen: boolean;
  backLink: string;
}

/** An item with what speaks against the step. */
export interface SeveralRow {
  standing: ItemStanding;
  blockers: Blocker[];
}

/** Which items can take the step, those whose day has come chosen ahead; those that cannot say why. */
export function toSeveral(
  { contract, compound }: ContractAtPlace,
  step: Extract<WorkItemStep, 'open' | 'finish' | 'accept'>,
  { rows, today }: { rows: readonly SeveralRow[]; today: CalendarDate },
  form: FormState,
  frame: Frame,
): SeveralPage {
  const { label } = workItemLifecycle[step];
  const chosen = typedList(form.values.items);
  const isTyped = form.summary.length > 0;
  return {
    ...{ ...frame, title: `${label} · ${compound.name}`, heading: `${label}：${contract.name}` },
    ...{ step, label, form, action: worksPaths.severalSteps(contract.id) },
    rows: rows.map(({ standing: { item, confirmed }, blockers }) => ({
      ...{ id: item.id, name: `${item.line}. ${item.name}`, reasons: blockers },
      days: spanInWords(item.plannedStartOn, item.plannedFinishOn),
      confirmed: valueOfWhole(confirmed, item),
      isChosen:
        blockers.length === 0 &&
        (isTyped ? chosen.includes(String(item.id)) : step !== 'open' || item.plannedStartOn <= today),
    })),
    isOpen: rows.some(({ blockers }) => blockers.length === 0),
    backLink: worksPaths.contract(contract.id),
  };
}
