import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { isItemCounted } from '../domain/construction/work-item';
import { stopCauseNames } from '../domain/construction/stop-order';
import { StopStep, stopLifecycle } from '../domain/construction/stop-steps';
import type { Blocker } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import type { Step } from '../domain/kernel/lifecycle';
import { roleNames } from '../domain/people/roles';
import type { ActionLink, FactLine, Option, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { toOptions } from '../platform/web/options';
import { noNames } from '../platform/web/no-names';
import type { PlacedItem } from '../works/works.desk';
import type { WorkZone } from '../zones/zone.entities';
import { findingMark, findingNumber, StepButtons, stopMark, toStepButtons } from './check-words';
import type { FindingRecord } from './finding.entities';
import { inspectionPaths } from './inspections.paths';
import type { CheckStepPage, StepFields } from './step.presenter';
import type { StopAtPlace } from './stops.desk';

/** One order to stop (views/inspections/stop). */
export interface StopPage extends Frame, StepButtons {
  title: string;
  heading: string;
  status: StatusMark;
  facts: FactLine[];
  /** As it was typed. */
  reason: string;
  endReason: string;
  remarks: { text: string; source?: string }[];
  findings: { number: string; what: string; link: string; status: StatusMark }[];
  prints: ActionLink[];
  /** Set where the report to who gave the permit can be written down. */
  report?: { action: string };
  form: FormState;
  backLink: string;
}

/** What the page of an order is made from. */
export interface StopView extends StopAtPlace {
  names: ReadonlyMap<number, string>;
  allowed: readonly Step<StopStep, string>[];
  warnings: readonly Blocker[];
  mayReport: boolean;
  today: CalendarDate;
}

/** An order with what it rests on, and what can be done. */
export function toStopPage(view: StopView, form: FormState, frame: Frame): StopPage {
  const { compound, renovation, stop, findings, allowed, warnings, mayReport, today } = view;
  return {
    ...frame,
    title: `停工令 · ${compound.name}`,
    heading: `停工令第 ${stop.number} 号`,
    status: stopMark(stop, today),
    facts: stopFacts(view),
    reason: stop.reason,
    endReason: stop.endReason ?? '',
    remarks: [...warnings],
    findings: findings.map((one) => ({
      ...{ number: findingNumber(one), what: one.what, link: inspectionPaths.finding(one.id) },
      status: findingMark(one, today),
    })),
    prints: [
      { label: '打印停工令', link: inspectionPaths.printStop(stop.id) },
      ...(stop.state === 'resumed'
        ? [{ label: '打印复工令', link: inspectionPaths.printStop(stop.id, 'resume') }]
        : []),
    ],
    ...(mayReport && { report: { action: inspectionPaths.stopReports(stop.id) } }),
    form,
    ...toStepButtons(allowed, (step) => inspectionPaths.stopStep(stop.id, step)),
    backLink: inspectionPaths.checks(compound.code, sequenceOf(renovation)),
  };
}

/** What everybody reads of it first. */
export function stopFacts(view: Pick<StopView, 'stop' | 'order' | 'site' | 'zones' | 'names'>): FactLine[] {
  const { stop, names } = view;
  const { endedBy, endedRole, endedAt, reportedOn } = stop;
  return [
    { term: '停工原因', value: stopCauseNames[stop.cause] },
    { term: '停工范围', value: reachOf(view) },
    { term: '停工日期', value: dayInWords(stop.stoppedOn) },
    {
      ...{ term: '下达', value: roleNames[stop.orderedRole] },
      note: `${names.get(stop.recordedBy) ?? ''} ${instantInWords(stop.recordedAt)}`.trim(),
    },
    ...(stop.resumedOn ? [{ term: '复工日期', value: dayInWords(stop.resumedOn) }] : []),
    ...(endedRole && endedBy !== null && endedAt
      ? [
          {
            ...{ term: stop.state === 'resumed' ? '同意复工' : '撤销', value: roleNames[endedRole] },
            note: `${names.get(endedBy) ?? ''} ${instantInWords(endedAt)}`.trim(),
          },
        ]
      : []),
    ...(reportedOn ? [{ term: '报告发证机关', value: dayInWords(reportedOn) }] : []),
  ];
}

/** Which items and zones it stops, by name. */
export function reachOf({ order, site, zones }: Pick<StopAtPlace, 'order' | 'site' | 'zones'>): string {
  const items = site.visible.filter(({ id }) => order.itemIds.includes(id)).map(({ name }) => name);
  const parts = [...items, ...zones.map(({ name }) => `${name}（区域）`)];
  return order.itemIds.length + order.zones.length === 0 ? '全部施工' : parts.join('、');
}

/** The form of an order to stop (views/inspections/stop-form). */
export interface StopFormPage extends Frame {
  title: string;
  form: FormState;
  causes: Option[];
  items: Option[];
  zones: Option[];
  findings: Option[];
  action: string;
  backLink: string;
}

/** The form of an order. */
export const toStopForm = (
  view: {
    compound: Compound;
    items: readonly PlacedItem[];
    zones: readonly WorkZone[];
    findings: readonly FindingRecord[];
  },
  form: FormState,
  frame: Frame,
): StopFormPage => ({
  ...frame,
  title: `下达停工令 · ${view.compound.name}`,
  form,
  causes: toOptions(stopCauseNames),
  items: view.items
    .filter((item) => isItemCounted(item) && item.state !== 'accepted')
    .map(({ id, name }) => ({ value: String(id), label: name })),
  zones: view.zones.map(({ id, number, name }) => ({ value: String(id), label: `${number} ${name}` })),
  findings: view.findings.map((one) => ({
    ...{ value: String(one.id), label: `${findingNumber(one)}：${one.what}`, hint: one.place },
  })),
  action: inspectionPaths.stops(view.compound.code),
  backLink: inspectionPaths.checks(view.compound.code),
});

const fields: Record<StopStep, StepFields> = {
  resume: {
    day: { label: '复工日期' },
    reason: { label: '检查的情况和可以复工的理由', hint: noNames, isOptional: false },
  },
  withdraw: { reason: { label: '登记有误的情况', hint: noNames, isOptional: false } },
};

const notes: Record<StopStep, string> = {
  resume: '到现场看过、问题都复查通过再复工。复工日期当天按施工计算。',
  withdraw: '只在下达错了的时候撤销，撤销以后不算停工；可以施工的请办复工。',
};

/** A step of an order as a form. */
export function toStopStep(
  view: StopView,
  asked: { step: StopStep; reasons: Blocker[]; form: FormState; latest: FactLine[] },
  frame: Frame,
): CheckStepPage {
  const { compound, stop } = view;
  const { step, reasons, form, latest } = asked;
  const { label } = stopLifecycle[step];
  return {
    ...frame,
    ...fields[step],
    title: `${label} · ${compound.name}`,
    heading: `${label}：停工令第 ${stop.number} 号`,
    note: notes[step],
    facts: stopFacts(view),
    ...{ pictures: [], reasons, latest, form, step, label, isFinal: step === 'withdraw' },
    action: inspectionPaths.stopSteps(stop.id),
    backLink: inspectionPaths.stop(stop.id),
  };
}
