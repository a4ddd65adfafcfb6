import { valueInWords, wholeOf } from '../domain/construction/work-item';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { quantityInWords } from '../domain/plan/quantity';
import { zoneShortName } from '../domain/removal/zone-draft';
import type { BarFigure, StatusMark } from '../platform/web/figures';
import type { WorkZone } from '../zones/zone.entities';
import type { ItemStanding } from './item-standings';
import { itemMark, shortSpan, spanInWords } from './work-words';
import { worksPaths } from './works.paths';

/** One item in a table (partial works/item-rows). */
export interface ItemRow {
  line: number;
  name: string;
  link: string;
  firm: string;
  status: StatusMark;
  /** What holds it back, sentence by sentence. */
  holds: string[];
  quantity: string;
  confirmed: string;
  bar: BarFigure & { mark: number };
  planned: string;
  days: string;
  daysInFull: string;
  zones: string;
  ground?: StatusMark;
  after: string;
  concealed: string;
}

/** What is read beside the items: names of firms by id, zones of the renovation. */
export interface RowsAround {
  firms: ReadonlyMap<number, string>;
  zones: readonly Pick<WorkZone, 'id' | 'number' | 'name'>[];
  today: CalendarDate;
}

/** Items as the rows of a table, in the order of the plan. */
export const toItemRows = (standings: readonly ItemStanding[], around: RowsAround): ItemRow[] =>
  standings.map((standing) => toItemRow(standing, around));

function toItemRow(standing: ItemStanding, { firms, zones, today }: RowsAround): ItemRow {
  const { item, contract, holds, confirmed, planned, predecessor, ground } = standing;
  const isOpen = item.state === 'planned' || item.state === 'open';
  return {
    ...{ line: item.line, name: item.name, link: worksPaths.item(item.id) },
    firm: firms.get(contract.firmId) ?? '—',
    status: itemMark(item, holds, today),
    holds: isOpen ? holds.map(({ text }) => text) : [],
    quantity: quantityInWords(item.quantity, item.unit),
    confirmed: valueInWords(confirmed, item),
    bar: {
      label: `${item.name}已确认 ${valueInWords(confirmed, item)}，按计划应到 ${valueInWords(planned, item)}`,
      solid: percentOf(confirmed, wholeOf(item)),
      mark: percentOf(planned, wholeOf(item)),
    },
    planned: item.state === 'dropped' ? '—' : valueInWords(planned, item),
    days: shortSpan(item.plannedStartOn, item.plannedFinishOn),
    daysInFull: spanInWords(item.plannedStartOn, item.plannedFinishOn),
    zones: zonesInWords(item.zones, zones),
    ground: ground
      ? {
          state: ground.isBlocked ? 'late' : 'done',
          word: ground.isBlocked ? `受阻，${ground.by.length} 处没拆` : '可开工',
        }
      : undefined,
    after: predecessor?.name ?? '—',
    concealed: item.hasConcealed ? '有' : '—',
  };
}

const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(100, Math.round((part * 100) / whole));

/** 'A区、B区'; a dash where its line of the plan is drawn nowhere. */
export const zonesInWords = (ids: readonly number[], zones: RowsAround['zones']): string =>
  zones
    .filter(({ id }) => ids.includes(id))
    .map(zoneShortName)
    .join('、') || '—';
