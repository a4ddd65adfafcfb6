import { plannedValueOn } from '../domain/construction/planned-value';
import type { PostedItem } from '../domain/construction/post-values';
import { itemMeasureNames, valueInWords, wholeOf } from '../domain/construction/work-item';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { quantityInput } from '../domain/plan/quantity';
import { FormState, typedList } from '../platform/web/form';
import type { PostingGround } from './posting-judging';

/** A row of the form: an item, what was told of it, where it should be. */
export interface ReportItem {
  id: number;
  name: string;
  note: string;
  /** What holds it back; nothing new is told of it then. */
  hold: string;
  measure: string;
  label: string;
  unit: string;
  whole: string;
  value: string;
  was: string;
  reason: string;
  /** The reason stands open where one is needed. */
  fell: boolean;
}

/** What the rows are made of: the day, what it meets, and what was typed. */
interface ItemsView {
  ground: PostingGround;
  on: CalendarDate;
  calendar: WorkCalendar;
  form: FormState;
}

/** The open items of the form, and those the post that is corrected told of; what is held back stands last. */
export function toItems(view: ItemsView): ReportItem[] {
  const rows = view.ground.place.items
    .filter(({ item, own }) => item.state === 'open' || own !== null)
    .map((posted) => toItem(posted, view));
  return [...rows.filter(({ hold }) => !hold), ...rows.filter(({ hold }) => hold)];
}

function toItem({ item, own, before, holds }: PostedItem, view: ItemsView): ReportItem {
  const { form } = view;
  const typed = (column: string): string | undefined =>
    typedList(form.values[column])
      .find((cell) => cell.startsWith(`${item.id}:`))
      ?.slice(`${item.id}:`.length);
  const stored = quantityInput(own ?? before?.value ?? 0);
  const value = typed('value') ?? stored;
  return {
    ...{ id: item.id, name: item.name, note: noteOf(item, before, view) },
    // What was told of the day stays in the form, so that it can be told otherwise.
    hold: own === null ? holds.map(({ text }) => text).join('；') : '',
    ...{ measure: item.measure, label: `${item.name} ${itemMeasureNames[item.measure]}` },
    ...{ unit: item.measure === 'share' ? '%' : item.unit, whole: quantityInput(wholeOf(item)) },
    ...{ value, was: typed('was') ?? stored, reason: typed('reason') ?? '' },
    fell: Boolean(typed('reason')) || Number(value) < Number(stored),
  };
}

function noteOf(
  item: PostedItem['item'],
  before: PostedItem['before'],
  { ground, on, calendar }: ItemsView,
): string {
  const { today } = ground.place;
  const told = before ? `${nearDay(before.on, today)} ${valueInWords(before.value, item)}` : '还没有报过';
  const row = ground.items.find(({ id }) => id === item.id)!;
  const planned = roughly(plannedValueOn(row, on, calendar));
  const day = on === today ? '今天' : '这天';
  const whole = item.measure === 'share' ? '' : `共 ${valueInWords(wholeOf(item), item)}`;
  return [told, `计划${day} ${valueInWords(planned, item)}`, whole].filter(Boolean).join('，');
}

/** From ten on nobody plans in hundredths. */
const roughly = (value: number): number => (value >= 10_00 ? Math.round(value / 100) * 100 : value);
