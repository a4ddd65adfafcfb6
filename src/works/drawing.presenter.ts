import type { Frame } from '../compounds/workspace';
import { itemMeasureNames, WorkItem } from '../domain/construction/work-item';
import { fenInput } from '../domain/kernel/money';
import { planUnits, quantityInput, quantityInWords } from '../domain/plan/quantity';
import type { LinkedItem } from '../plans/plan-records';
import { cellName, typedColumn } from '../platform/web/cells';
import type { EmptyNote, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { RowsAround, zonesInWords } from './item-rows.presenter';
import { spanInWords } from './work-words';
import type { ContractAtPlace } from './works.desk';
import { worksPaths } from './works.paths';

/** The table in which items are drawn from the plan (views/works/draw). */
export interface DrawPage extends Frame {
  title: string;
  heading: string;
  about: string;
  action: string;
  form: FormState;
  rows: DrawRow[];
  empty?: EmptyNote;
  backLink: string;
}

/** The fields of one line of the plan; each name carries its number. */
interface DrawRow {
  heading: string;
  /** What of it was drawn already. */
  drawn?: string;
  zones: string;
  isPicked: boolean;
  isConcealed: boolean;
  names: Record<Column, string>;
  values: Record<Column, string>;
  wrongs: Partial<Record<Column, string>>;
  units: Option[];
  measures: Option[];
  afters: Option[];
}

const columns = [
  ...(['pick', 'name', 'quantity', 'unit', 'measure', 'after'] as const),
  ...(['start', 'workdays', 'finish', 'amount', 'concealed'] as const),
];
type Column = (typeof columns)[number];

/** What the table is made of. */
export interface DrawView extends ContractAtPlace, Pick<RowsAround, 'zones'> {
  /** null while nothing is fixed. */
  plan: readonly LinkedItem[] | null;
  items: readonly WorkItem[];
  /** Zones of each line of the plan. */
  zonesOfLine: ReadonlyMap<number, readonly number[]>;
}

/** The lines of the fixed plan, those that nobody drew yet ticked; as it was typed where it was refused. */
export function toDraw(view: DrawView, form: FormState, frame: Frame): DrawPage {
  const { contract, compound, plan, items } = view;
  const typed = new Map(columns.map((column) => [column, typedColumn(form, column)]));
  const isTyped = columns.some((column) => form.values[column] !== undefined);
  const rows = (plan ?? []).map((line) => {
    const drawn = items.filter((item) => item.line === line.line && item.state !== 'dropped');
    const begun = begunRow(line, drawn.length > 0);
    const values = Object.fromEntries(
      columns.map((column) => {
        const cell = typed.get(column)?.get(String(line.line));
        return [column, isTyped ? (cell ?? '') : begun[column]];
      }),
    ) as Record<Column, string>;
    return toRow(line, { drawn, values, form, view });
  });
  return {
    ...{ ...frame, title: `从方案列出项目 · ${compound.name}`, heading: `从方案列出项目：${contract.name}` },
    about: `合同 ${spanInWords(contract.startsOn, contract.finishOn)}。勾选这份合同施工的内容，工程量、区域按方案填好，可以改；同一项可以分几次、分给几份合同。`,
    action: worksPaths.draw(contract.id),
    form,
    rows,
    empty: plan?.length ? undefined : { text: '方案还没有定案。定案以后，从方案里列出施工项目' },
    backLink: worksPaths.contract(contract.id),
  };
}

const begunRow = (
  { name, quantity, unit, estimatedFen }: LinkedItem,
  isDrawn: boolean,
): Record<Column, string> => ({
  ...{ pick: isDrawn ? '' : 'yes', name, quantity: quantityInput(quantity), unit },
  ...{ measure: unit === '项' ? 'share' : 'quantity', after: '', start: '', workdays: '', finish: '' },
  ...{ amount: estimatedFen === null ? '' : fenInput(estimatedFen), concealed: '' },
});

function toRow(
  { line, name, quantity, unit }: LinkedItem,
  parts: { drawn: readonly WorkItem[]; values: Record<Column, string>; form: FormState; view: DrawView },
): DrawRow {
  const { drawn, values, form, view } = parts;
  const chosen = (options: Option[], value: string) =>
    options.map((option) => ({ ...option, selected: option.value === value }));
  const others = (view.plan ?? []).filter((one) => one.line !== line);
  const afters = [
    ...view.items
      .filter(({ state }) => state !== 'dropped')
      .map((item) => ({ value: String(item.id), label: `已列：${item.name}` })),
    ...others.map((one) => ({ value: `line-${one.line}`, label: `本表：${one.name}` })),
  ];
  return {
    heading: `${line}. ${name}（方案 ${quantityInWords(quantity, unit)}）`,
    drawn: drawn.length
      ? `已列 ${drawn.map((item) => quantityInWords(item.quantity, item.unit)).join('、')}`
      : undefined,
    zones: zonesSaid(zonesInWords(view.zonesOfLine.get(line) ?? [], view.zones)),
    isPicked: values.pick === 'yes',
    isConcealed: values.concealed === 'yes',
    names: Object.fromEntries(columns.map((column) => [column, cellName(column, line)])) as DrawRow['names'],
    values,
    wrongs: Object.fromEntries(
      columns.flatMap((column) => {
        const wrong = form.errors[cellName(column, line)];
        return wrong ? [[column, wrong]] : [];
      }),
    ),
    units: chosen(
      planUnits.map((one) => ({ value: one, label: one })),
      values.unit,
    ),
    measures: chosen(measureOptions, values.measure),
    afters: chosen(afters, values.after),
  };
}

const zonesSaid = (zones: string): string => (zones === '—' ? '没有画区域' : zones);

const measureOptions: Option[] = Object.entries(itemMeasureNames).map(([value, label]) => ({
  value,
  label: label.replace('累计完成', '按'),
}));
