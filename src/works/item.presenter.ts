import type { Frame } from '../compounds/workspace';
import { ToldValue } from '../domain/construction/post-values';
import { itemMeasureNames, valueInWords, valueOfWhole } from '../domain/construction/work-item';
import { workItemLifecycle, WorkItemStep } from '../domain/construction/item-lifecycle';
import { itemWorkdays } from '../domain/construction/item-days';
import { utilityNames } from '../domain/construction/one-dig';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { fenInWords } from '../domain/kernel/money';
import { shareInWords } from '../domain/kernel/ratio';
import type { Blocker } from '../domain/kernel/blocker';
import { quantityInWords } from '../domain/plan/quantity';
import { zoneName } from '../domain/removal/zone-draft';
import type { ActionLink, BarFigure, FactLine, StatusMark } from '../platform/web/figures';
import { RowsAround, toItemRows } from './item-rows.presenter';
import type { ItemStanding } from './item-standings';
import { groundWorkNames, itemMark, spanInWords, traitNames } from './work-words';
import type { WorkItemStepRecord } from './work.entities';
import type { ItemAtPlace } from './works.desk';
import { worksPaths } from './works.paths';

/** One work item (views/works/item). */
export interface ItemPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  bar: BarFigure;
  howFar: string;
  facts: FactLine[];
  /** What holds it back today. */
  holds: Blocker[];
  remarks: string[];
  actions: ActionLink[];
  /** Steps that cannot be taken now, and why. */
  waiting: { label: string; reasons: Blocker[] }[];
  history: { day: string; value: string }[];
  steps: { step: string; day: string; who: string; reason: string }[];
  backLink: string;
}

/** What the page is made of. */
export interface ItemView extends ItemAtPlace, RowsAround {
  standing: ItemStanding;
  outlook: readonly { step: WorkItemStep; label: string; blockers: readonly Blocker[] }[];
  warnings: readonly Blocker[];
  series: readonly ToldValue[];
  steps: readonly WorkItemStepRecord[];
  names: ReadonlyMap<number, string>;
  calendar: WorkCalendar;
  mayEdit: boolean;
  links: ActionLink[];
  /** Does the item before this one lead somewhere for this person? */
  isLinked: boolean;
}

/** An item: how far it is, what holds it back, what can be done with it now. */
export function toItem(view: ItemView, frame: Frame): ItemPage {
  const { standing, compound, contract, today, series, outlook } = view;
  const { item, holds, confirmed, planned } = standing;
  const [row] = toItemRows([standing], view);
  const ready = outlook.filter(({ blockers }) => blockers.length === 0);
  const isOpen = item.state === 'planned' || item.state === 'open';
  return {
    ...{ ...frame, title: `${item.name} · ${compound.name}`, heading: `${item.line}. ${item.name}` },
    status: itemMark(item, holds, today),
    bar: row.bar,
    howFar: `已确认 ${valueOfWhole(confirmed, item)}；按计划今天应到 ${valueInWords(planned, item)}`,
    facts: itemFacts(view),
    holds: isOpen ? holds : [],
    remarks: view.warnings.map(({ text }) => text),
    actions: [
      ...ready.map(({ step, label }) => ({
        ...{ label, link: worksPaths.itemStep(item.id, step), primary: step === leading[item.state] },
      })),
      ...view.links,
      ...(view.mayEdit ? [{ label: '修改项目', link: worksPaths.editItem(item.id) }] : []),
    ],
    waiting: outlook
      .filter(({ blockers }) => blockers.length > 0)
      .map(({ label, blockers }) => ({ label, reasons: [...blockers] })),
    history: [...series]
      .reverse()
      .map(({ on, value }) => ({ day: dayInWords(on), value: valueInWords(value, item) })),
    steps: [...view.steps].reverse().map(({ step, happenedOn, recordedBy, firmId, reason }) => ({
      ...{ step: workItemLifecycle[step].label, day: dayInWords(happenedOn), reason },
      who: [firmId === null ? '' : (view.firms.get(firmId) ?? ''), view.names.get(recordedBy) ?? '']
        .filter(Boolean)
        .join(' '),
    })),
    backLink: worksPaths.contract(contract.id),
  };
}

/** The step that leads on from each state. */
const leading: Partial<Record<ItemStanding['item']['state'], WorkItemStep>> = {
  planned: 'open',
  open: 'finish',
  finished: 'accept',
};

/** What is written down of an item, line by line. */
export function itemFacts({
  item: row,
  standing,
  contract,
  zones,
  firms,
  calendar,
  isLinked,
}: Pick<
  ItemView,
  'item' | 'standing' | 'contract' | 'zones' | 'firms' | 'calendar' | 'isLinked'
>): FactLine[] {
  const { item, predecessor, ground, openFindings } = standing;
  const inZones = zones.filter(({ id }) => item.zones.includes(id)).map(zoneName);
  const traits = row.traits.map((trait) => traitNames[trait]).join('；');
  const lays =
    row.utility === null ? '' : `，埋${utilityNames[row.utility as keyof typeof utilityNames]}管线`;
  return [
    {
      term: '施工合同',
      value: contract.name,
      note: firms.get(contract.organisationId),
      link: worksPaths.contract(contract.id),
    },
    {
      term: '工程量',
      value: quantityInWords(item.quantity, item.unit),
      note: itemMeasureNames[item.measure],
    },
    {
      term: '计划',
      value: spanInWords(item.plannedStartOn, item.plannedFinishOn),
      note: `${itemWorkdays(item, calendar)} 个工作日`,
    },
    {
      term: '前道工序',
      value: predecessor?.name ?? '—',
      ...(predecessor && isLinked && { link: worksPaths.item(predecessor.id) }),
    },
    { term: '施工区域', value: inZones.join('、') || '没有画区域', note: ground?.words },
    { term: '隐蔽工程', value: item.hasConcealed ? '有，覆盖前要验收' : '没有' },
    { term: '受什么影响', value: traits || '—' },
    { term: '地面', value: `${groundWorkNames[row.groundWork]}${lays}` },
    { term: '合同金额', value: row.contractFen === null ? '—' : fenInWords(row.contractFen) },
    ...(row.handShare === null ? [] : [{ term: '人工权重', value: shareInWords(row.handShare, 10_000) }]),
    { term: '没有关闭的问题', value: `${openFindings} 个` },
  ];
}
