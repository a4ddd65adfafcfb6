import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { noticingRoles } from '../domain/construction/concealed-notice';
import { findingSeverityNames, isFindingOpen } from '../domain/construction/finding';
import {
  findingTotals,
  inspectionKindNames,
  inspectionRoles,
  inspectorNames,
} from '../domain/construction/inspection';
import { stopCauseNames, StopOrder, stoppingRoles } from '../domain/construction/stop-order';
import { dayOf, WallMoment } from '../domain/construction/wall-moment';
import { nearDay } from '../domain/kernel/near-day';
import { beginning } from '../domain/kernel/text';
import type { Role } from '../domain/people/roles';
import { isGoingOn } from '../domain/renovation/going-on';
import type { ActionLink, EmptyNote, NumberFigure, Pager, StatusMark } from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { concealedMark, findingMark, findingNumber, momentNear, stopMark } from './check-words';
import type { ConcealedRecord } from './concealed.entities';
import type { FindingRecord, InspectionRecord } from './finding.entities';
import { inspectionPaths } from './inspections.paths';
import type { StopRecord } from './stop.entities';

/** One finding in a list. */
export interface FindingRow {
  number: string;
  link: string;
  what: string;
  place: string;
  item: string;
  severity: string;
  status: StatusMark;
  due: string;
}

/** Tab 检查整改 of a compound (views/inspections/index). */
export interface ChecksPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  empty?: EmptyNote;
  actions: ActionLink[];
  punchLink: string;
  numbers: NumberFigure[];
  stops: { number: string; link: string; cause: string; reach: string; from: string; status: StatusMark }[];
  findings: FindingRow[];
  findingsLink: string;
  concealed: { part: string; link: string; item: string; asked: string; status: StatusMark }[];
  rounds: { day: string; link: string; kind: string; who: string; result: string }[];
  pager: Pager;
}

/** What the tab is made from; everything this person sees of a renovation. */
export interface ChecksView {
  compound: Compound;
  renovation: Renovation | null;
  renovations: ChecksPage['renovations'];
  role: Role;
  items: ReadonlyMap<number, string>;
  findings: readonly FindingRecord[];
  concealed: readonly ConcealedRecord[];
  stops: readonly { row: StopRecord; order: StopOrder }[];
  rounds: readonly (InspectionRecord & { found: number })[];
  page: number;
  now: WallMoment;
}

const roundsPerPage = 20;

/** The tab as a page: what stands still, what is to be mended, what waits for a look, every round. */
export function toChecks(view: ChecksView, frame: Frame): ChecksPage {
  const { compound, renovation, now, items, page } = view;
  const today = dayOf(now);
  const sequence = sequenceOf(renovation);
  const open = view.findings.filter(isFindingOpen);
  const shown = view.rounds.slice((page - 1) * roundsPerPage, page * roundsPerPage);
  return {
    ...frame,
    title: `检查整改 · ${compound.name}`,
    renovations: view.renovations,
    ...(renovation === null && { empty: toNotOpened(compound.code, '检查、整改和隐蔽验收记在这里') }),
    actions: renovation?.isCurrent && isGoingOn(renovation.state) ? actionsOf(view) : [],
    punchLink: inspectionPaths.punchList(compound.code, sequence),
    numbers: numbersOf(view),
    stops: view.stops.map(({ row, order }) => ({
      number: `停工令第 ${row.number} 号`,
      link: inspectionPaths.stop(row.id),
      cause: stopCauseNames[row.cause],
      reach: reachInWords(order, items),
      from: `${nearDay(row.stoppedOn, today)}${row.resumedOn ? ` 至 ${nearDay(row.resumedOn, today)}` : ''}`,
      status: stopMark(row, today),
    })),
    findings: open.map((one) => toFindingRow(one, items, now)),
    findingsLink: inspectionPaths.findings(compound.code, { renovation: sequence }),
    concealed: view.concealed.map((one) => ({
      part: one.part,
      link: inspectionPaths.concealed(one.id),
      item: items.get(one.itemId) ?? '',
      asked: momentNear(one.checkAt, today),
      status: concealedMark(one, now),
    })),
    rounds: shown.map(({ id, lookedOn, kind, inspectors, found, opinion }) => ({
      day: nearDay(lookedOn, today),
      link: inspectionPaths.inspection(id),
      kind: inspectionKindNames[kind],
      who: inspectors.map((one) => inspectorNames[one]).join('、'),
      result: found > 0 ? `发现 ${found} 个问题` : beginning(opinion, 40) || '未发现问题',
    })),
    pager: toPager(page, view.rounds.length, roundsPerPage, (other) =>
      inspectionPaths.checks(compound.code, sequence, other),
    ),
  };
}

function actionsOf({ compound: { code }, role }: ChecksView): ActionLink[] {
  const may = (roles: readonly Role[], label: string, link: string) =>
    roles.includes(role) ? [{ label, link }] : [];
  return [
    ...may(inspectionRoles, '登记检查', inspectionPaths.newInspection(code)).map((one) => ({
      ...one,
      primary: true,
    })),
    ...may(noticingRoles, '通知隐蔽检查', inspectionPaths.newConcealed(code)),
    ...may(stoppingRoles, '下达停工令', inspectionPaths.newStop(code)),
  ];
}

function numbersOf({ findings, concealed, now }: ChecksView): NumberFigure[] {
  const totals = findingTotals(findings, dayOf(now));
  const waiting = concealed.filter(({ state }) => state === 'noticed').length;
  return [
    {
      ...{ term: '待整改', value: String(totals.open), late: totals.overdue > 0 },
      ...(totals.overdue > 0 && { note: `逾期 ${totals.overdue} 个` }),
    },
    { term: '待复查', value: String(totals.mended) },
    { term: '复查通过', value: String(totals.closed), note: `共 ${totals.found} 个问题` },
    { term: '隐蔽待检查', value: String(waiting) },
  ];
}

/** One finding as a row. */
export const toFindingRow = (
  finding: FindingRecord,
  items: ReadonlyMap<number, string>,
  now: WallMoment,
): FindingRow => ({
  number: findingNumber(finding),
  link: inspectionPaths.finding(finding.id),
  what: finding.what,
  place: finding.place,
  item: (finding.itemId !== null && items.get(finding.itemId)) || '—',
  severity: findingSeverityNames[finding.severity],
  status: findingMark(finding, dayOf(now)),
  due: nearDay(finding.dueOn, dayOf(now)),
});

/** What an order holds back, by the names of items; zones as their number. */
export function reachInWords(
  { itemIds, zones }: Pick<StopOrder, 'itemIds' | 'zones'>,
  items: ReadonlyMap<number, string>,
): string {
  const named = itemIds.flatMap((id) => items.get(id) ?? []);
  const parts = [...named, ...(zones.length > 0 ? [`${zones.length} 个施工区域`] : [])];
  return itemIds.length + zones.length === 0 ? '全部施工' : parts.join('、');
}
