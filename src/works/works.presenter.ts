import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import { isItemCounted } from '../domain/construction/work-item';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { partyRoleNames } from '../domain/renovation/opening';
import type { ActionLink, EmptyNote, NumberFigure, StatusMark } from '../platform/web/figures';
import { ItemRow, RowsAround, toItemRows } from './item-rows.presenter';
import type { ItemStanding } from './item-standings';
import type { ToldProgress } from './site-progress';
import { contractMark, spanInWords } from './work-words';
import type { ContractRecord } from './work.entities';
import { worksPaths } from './works.paths';

/** Tab 合同和项目 of a compound (views/works/index). */
export interface WorksPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  numbers: NumberFigure[];
  /** How far the works are, as on every other page. */
  progress?: string;
  contracts: ContractRow[];
  items: ItemRow[];
  /** Are items told of at all, or why there are none? */
  hasItems: boolean;
  /** Is more than one firm building, so that it is said whose an item is? */
  hasFirms: boolean;
  actions: ActionLink[];
  empty?: EmptyNote;
  emptyItems?: EmptyNote;
}

interface ContractRow {
  name: string;
  link: string;
  status: StatusMark;
  firm: string;
  role: string;
  term: string;
  items: string;
}

/** What the page is made of. */
export interface WorksView extends RowsAround {
  compound: Compound;
  hasRenovation: boolean;
  renovations: WorksPage['renovations'];
  contracts: readonly ContractRecord[];
  standings: readonly ItemStanding[];
  progress: ToldProgress | null;
  /** How many lines the fixed plan has; null while nothing is fixed. */
  planLines: number | null;
  /** May this person write contracts and items here and now? */
  mayEdit: boolean;
  today: CalendarDate;
}

/** Contracts of a renovation and the items they build. */
export function toWorks(view: WorksView, frame: Frame): WorksPage {
  const { compound, contracts, standings, firms, today } = view;
  const page = {
    ...{ ...frame, title: `合同和项目 · ${compound.name}`, renovations: view.renovations },
    ...{ numbers: [], contracts: [], items: [], hasItems: false, hasFirms: false, actions: [] },
  };
  if (!view.hasRenovation) {
    return {
      ...page,
      empty: toNotOpened(compound.code, '在这里登记施工、监理合同，从定案的方案里列出施工项目'),
    };
  }
  const building = contracts.filter(({ role }) => role === 'contractor');
  return {
    ...page,
    numbers: standings.length ? numbersOf(standings) : [],
    progress: view.progress?.words,
    contracts: contracts.map((one) => toContractRow(one, standings, { firms, today })),
    items: toItemRows(standings, view),
    hasItems: contracts.length > 0,
    hasFirms: building.length > 1,
    actions: view.mayEdit
      ? [{ label: '登记合同', link: worksPaths.newContract(compound.code), primary: contracts.length === 0 }]
      : [],
    empty: contracts.length
      ? undefined
      : {
          text: '还没有登记合同。施工合同登记以后，从定案的方案里列出施工项目，日报、验收、进度都按这些项目填',
        },
    emptyItems: contracts.length && !standings.length ? itemsMissing(view, building) : undefined,
  };
}

function itemsMissing({ planLines, mayEdit }: WorksView, building: readonly ContractRecord[]): EmptyNote {
  if (!building.length) return { text: '还没有施工合同，登记以后才能列出施工项目' };
  if (planLines === null) return { text: '方案还没有定案。定案以后，从方案里列出施工项目' };
  const link = { link: worksPaths.draw(building[0].id), label: '从方案列出项目' };
  return { text: `定案的方案有 ${planLines} 项，还没有列出施工项目`, ...(mayEdit ? link : {}) };
}

function numbersOf(standings: readonly ItemStanding[]): NumberFigure[] {
  const items = standings.filter(({ item }) => isItemCounted(item));
  const count = (...states: string[]) =>
    String(items.filter(({ item }) => states.includes(item.state)).length);
  const held = items.filter(
    ({ item, holds }) => (item.state === 'planned' || item.state === 'open') && holds.length > 0,
  ).length;
  return [
    { term: '项目', value: `${items.length}` },
    { term: '未开工', value: count('planned') },
    { term: '施工中', value: count('open') },
    { term: '已完工，待分项验收', value: count('finished') },
    { term: '分项验收合格', value: count('accepted') },
    { term: '受阻', value: `${held}`, late: held > 0 },
  ];
}

function toContractRow(
  contract: ContractRecord,
  standings: readonly ItemStanding[],
  { firms, today }: Pick<RowsAround, 'firms' | 'today'>,
): ContractRow {
  const { id, name, organisationId, role, startsOn, finishOn } = contract;
  const items = standings.filter(({ row, item }) => row.contractId === id && isItemCounted(item)).length;
  return {
    ...{ name, link: worksPaths.contract(id), status: contractMark(contract, today) },
    ...{ firm: firms.get(organisationId) ?? '—', role: partyRoleNames[role] },
    term: spanInWords(startsOn, finishOn),
    items: role === 'contractor' ? `${items} 项` : '—',
  };
}
