import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import { CalendarDate, dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import type { OperationOutcome } from '../domain/removal/operation-outcome';
import type { ActionLink, EmptyNote, StatusMark } from '../platform/web/figures';
import { removalsPaths } from '../removals/removals.paths';
import type { BurnDownView } from './burn-down.presenter';
import { agenciesInWords, operationMark } from './operation-words';
import type { FoundOperation } from './operations.desk';
import { operationsPaths } from './operations.paths';

/** Tab 集中行动 of a compound (views/operations/index). */
export interface OperationsPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  about: string;
  actions: ActionLink[];
  rows: OperationRow[];
  empty?: EmptyNote;
  burnDown?: BurnDownView;
}

interface OperationRow {
  name: string;
  link: string;
  day: string;
  hours: string;
  status: StatusMark;
  structures: string;
  results: string;
  agencies: string;
}

interface OperationsView {
  compound: Compound;
  hasRenovation: boolean;
  renovations: OperationsPage['renovations'];
  operations: readonly FoundOperation[];
  /** May this person plan one here and now? */
  mayPlan: boolean;
  burnDown: BurnDownView;
  today: CalendarDate;
}

/** The removal days of a renovation, the latest first, and how much still stands. */
export function toOperations(view: OperationsView, frame: Frame): OperationsPage {
  const { compound, operations, mayPlan, today } = view;
  const page = {
    ...frame,
    title: `集中拆除行动 · ${compound.name}`,
    renovations: view.renovations,
    actions: [],
    rows: [],
  };
  if (!view.hasRenovation) {
    return {
      ...page,
      about: '',
      empty: toNotOpened(compound.code, '同意拆除的对象可以安排在同一天由各单位一起拆除'),
    };
  }
  const planned = operations.filter(({ operation }) => operation.state === 'planned').length;
  const newLink = operationsPaths.new(compound.code);
  return {
    ...page,
    about: operations.length ? `共 ${operations.length} 次，待实施 ${planned} 次` : '',
    actions: mayPlan ? [{ label: '安排一次行动', link: newLink, primary: true }] : [],
    rows: operations.map((one) => toRow(one, today)),
    empty: operations.length
      ? undefined
      : {
          text: '还没有安排集中拆除行动。同意拆除的对象可以安排在同一天，由街道、社区、城管、公安等单位一起到场',
          ...(mayPlan ? {} : { link: removalsPaths.index(compound.code), label: '看拆除对象' }),
        },
    burnDown: view.burnDown,
  };
}

const short: Record<OperationOutcome, string> = { removed: '拆除', partly: '部分', 'not-removed': '未拆' };

function toRow({ operation, members }: FoundOperation, today: CalendarDate): OperationRow {
  const { id, name, happensOn, fromTime, toTime, state } = operation;
  const counted = (Object.keys(short) as OperationOutcome[])
    .map((outcome) => [short[outcome], members.filter(({ row }) => row.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count} 处`);
  return {
    name,
    link: operationsPaths.show(id),
    day: dayInWords(happensOn),
    hours: `${fromTime} 至 ${toTime}`,
    status: operationMark(state, daysBetween(happensOn, today)),
    structures: `${members.length} 处`,
    results: counted.length ? counted.join('，') : '—',
    agencies: agenciesInWords(operation),
  };
}
