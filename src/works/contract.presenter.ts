import type { Frame } from '../compounds/workspace';
import { allowedSteps } from '../domain/kernel/lifecycle';
import {
  contractLifecycle,
  ContractStepFacts,
  contractWarnings,
  isContractOpen,
} from '../domain/construction/contract';
import { workItemLifecycle } from '../domain/construction/item-lifecycle';
import { dayInWords, dayOrDash } from '../domain/kernel/calendar-date';
import type { Role } from '../domain/people/roles';
import { isGoingOn } from '../domain/renovation/going-on';
import { partyRoleNames } from '../domain/renovation/opening';
import type { ActionLink, EmptyNote, FactLine, StatusMark } from '../platform/web/figures';
import { ItemRow, RowsAround, toItemRows } from './item-rows.presenter';
import type { ItemStanding } from './item-standings';
import { contractMark, spanInWords } from './work-words';
import type { ContractRecord } from './work.entities';
import type { ContractAtPlace } from './works.desk';
import { worksPaths } from './works.paths';

/** One contract and its items (views/works/contract). */
export interface ContractPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  facts: FactLine[];
  remarks: string[];
  actions: ActionLink[];
  /** Of contracts to build only. */
  items?: { rows: ItemRow[]; actions: ActionLink[]; empty?: EmptyNote };
  backLink: string;
}

/** What the page is made of. */
export interface ContractView extends ContractAtPlace, RowsAround {
  standings: readonly ItemStanding[];
  law: ContractStepFacts;
  role: Role;
  mayEdit: boolean;
  /** Where rooms above lead from here. */
  links: ActionLink[];
  recordedBy: string;
  planLines: number | null;
}

/** A contract, what can be done with it, and its items. */
export function toContractPage(view: ContractView, frame: Frame): ContractPage {
  const { contract, compound, firms, today } = view;
  return {
    ...frame,
    ...{ title: `${contract.name} · ${compound.name}`, heading: contract.name },
    status: contractMark(contract, today),
    facts: contractLines(contract, firms, view.recordedBy),
    remarks: contractWarnings(contract).map(({ text }) => text),
    actions: actionsOf(view),
    items: contract.role === 'contractor' ? itemsOf(view) : undefined,
    backLink: worksPaths.index(compound.code),
  };
}

/** What is written down of a contract, line by line. */
export function contractLines(
  contract: ContractRecord,
  firms: RowsAround['firms'],
  recordedBy: string,
): FactLine[] {
  const { organisationId, role, number, signedOn, startsOn, finishOn } = contract;
  return [
    { term: partyRoleNames[role], value: firms.get(organisationId) ?? '—' },
    { term: '合同编号', value: number ?? '—' },
    { term: '签订日期', value: dayOrDash(signedOn) },
    { term: '开工和竣工', value: spanInWords(startsOn, finishOn) },
    { term: '登记', value: recordedBy || '—', note: dayInWords(contract.recordedAt.slice(0, 10)) },
  ];
}

function actionsOf({ contract, renovation, law, role, mayEdit, links }: ContractView): ActionLink[] {
  const { id, state } = contract;
  if (!isGoingOn(renovation.state)) return [];
  const steps = allowedSteps(contractLifecycle, state, role, law).map(({ step, label }) => ({
    ...{ label, link: worksPaths.contractStep(id, step), primary: step === 'begin' },
  }));
  return [
    ...steps.filter(({ primary }) => primary),
    ...links,
    ...(mayEdit && isContractOpen(contract)
      ? [{ label: '修改合同', link: worksPaths.editContract(id) }]
      : []),
    ...steps.filter(({ primary }) => !primary),
  ];
}

function itemsOf(view: ContractView): ContractPage['items'] {
  const { contract, renovation, standings, planLines, mayEdit, role } = view;
  const own = standings.filter(({ row }) => row.contractId === contract.id);
  const isOpen = isGoingOn(renovation.state) && isContractOpen(contract);
  const mayDraw = mayEdit && isOpen && planLines !== null;
  const several = (['open', 'finish', 'accept'] as const)
    .filter(
      (step) =>
        isOpen &&
        workItemLifecycle[step].by.includes(role) &&
        own.some(({ item }) => workItemLifecycle[step].from.includes(item.state)),
    )
    .map((step) => ({
      ...{ label: workItemLifecycle[step].label, link: worksPaths.severalStep(contract.id, step) },
    }));
  const draw = {
    label: '从方案列出项目',
    link: worksPaths.draw(contract.id),
    primary: own.length === 0 && contract.state === 'running',
  };
  return {
    rows: toItemRows(own, view),
    actions: [...several, ...(mayDraw ? [draw] : [])],
    empty: own.length
      ? undefined
      : {
          text:
            planLines === null
              ? '方案还没有定案，定案以后从方案里列出施工项目'
              : `还没有列出施工项目，定案的方案有 ${planLines} 项`,
        },
  };
}
