import { isCalendarDate } from '../domain/kernel/calendar-date';
import { parseFen } from '../domain/kernel/money';
import { longestItem, TypedDays } from '../domain/construction/item-days';
import type { ItemMeasure } from '../domain/construction/work-item';
import { parseQuantity } from '../domain/plan/quantity';
import { byRow, cellError } from '../platform/web/cells';
import type { FieldError } from '../platform/web/form';
import { readDay } from '../platform/web/fields';
import type { DrawItemsForm } from './work.forms';

/** One line of the plan as it is typed into the table; `after` is an item there is, or another line of the table. */
export interface DrawnRow {
  line: number;
  name: string;
  quantity: number;
  unit: string;
  measure: ItemMeasure;
  after: { item: number } | { line: number } | null;
  days: TypedDays;
  contractFen: number | null;
  hasConcealed: boolean;
}

/** A line of the plan, for what was left as it is there. */
interface PlanLine {
  line: number;
  name: string;
}

const longestName = 40;

/** Reads the ticked rows, with what cannot be read. */
export function toDrawnRows(
  form: DrawItemsForm,
  plan: readonly PlanLine[],
): { rows: DrawnRow[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const columns = {
    ...{ pick: byRow(form.pick), name: byRow(form.name), quantity: byRow(form.quantity) },
    ...{ unit: byRow(form.unit), measure: byRow(form.measure), after: byRow(form.after) },
    ...{ start: byRow(form.start), workdays: byRow(form.workdays), finish: byRow(form.finish) },
    ...{ amount: byRow(form.amount), concealed: byRow(form.concealed) },
  };
  const rows = plan.flatMap(({ line, name: planName }): DrawnRow[] => {
    const cell = (column: keyof typeof columns) => columns[column].get(String(line))?.trim() ?? '';
    if (cell('pick') !== 'yes') return [];
    const against = (column: keyof typeof columns, what: string) =>
      errors.push(cellError(column, line, `「${planName}」`, what));
    const name = cell('name') || planName;
    if ([...name].length > longestName) against('name', `名称最多 ${longestName} 个字，请删减`);
    const day = (column: 'start' | 'finish', label: string): string | null => {
      if (!cell(column)) return null;
      const read = readDay(label, cell(column));
      if ('value' in read && isCalendarDate(read.value)) return read.value;
      against(column, 'wrong' in read ? read.wrong : '日期请按 2026-05-18 这样填写');
      return null;
    };
    return [
      {
        ...{ line, name, unit: cell('unit'), measure: (cell('measure') || 'quantity') as ItemMeasure },
        quantity: readQuantity(cell('quantity'), (what) => against('quantity', what)),
        after: readAfter(cell('after'), (what) => against('after', what)),
        days: {
          startOn: day('start', '计划开工'),
          workdays: readDays(cell('workdays'), (what) => against('workdays', what)),
          finishOn: day('finish', '计划完工'),
        },
        contractFen: readFen(cell('amount'), (what) => against('amount', what)),
        hasConcealed: cell('concealed') === 'yes',
      },
    ];
  });
  return { rows, errors };
}

type Wrong = (what: string) => void;

function readQuantity(text: string, wrong: Wrong): number {
  const value = parseQuantity(text);
  if (!value) wrong('「工程量」只能填大于 0 的数字，最多两位小数，如 30 或 12.5');
  return value ?? 0;
}

function readDays(text: string, wrong: Wrong): number | null {
  if (!text) return null;
  const plain = text.normalize('NFKC').replace(/(个工作日|工作日|天)$/, '');
  if (/^\d{1,4}$/.test(plain) && Number(plain) >= 1 && Number(plain) <= longestItem) return Number(plain);
  wrong(`「工作日」只能填 1 到 ${longestItem} 的整数`);
  return null;
}

function readFen(text: string, wrong: Wrong): number | null {
  if (!text) return null;
  const value = parseFen(text);
  if (value === undefined) wrong('「合同金额」只能填金额，如 56000 或 5.6万元，最多到分');
  return value ?? null;
}

// 'line-5' is another row of the same table, '17' an item there is.
function readAfter(text: string, wrong: Wrong): DrawnRow['after'] {
  if (!text) return null;
  const [, kind, id] = /^(line-)?([1-9]\d{0,9})$/.exec(text) ?? [];
  if (id === undefined) {
    wrong('请从列出的项目里选「前道工序」');
    return null;
  }
  return kind ? { line: Number(id) } : { item: Number(id) };
}
