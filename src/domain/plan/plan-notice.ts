// What hangs in the yard about a plan: a text made from its items and its sheet, for the office to look over before it is
// posted. It says what is done, how long it takes, who looks after it, and that everybody may object (domain reference
// §7.1, §1.3 G5).
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { cut } from '../kernel/text';
import { inParts } from '../meeting/notice-text';
import { ItemComparison, itemChangeNames } from './plan-comparison';
import type { PlanItem } from './plan-item';
import { PlanSheet, managementModeNames } from './plan-sheet';
import { byClass, itemClassNames } from './plan-totals';
import { quantityInWords } from './quantity';

/** What the text is made from; `changes` and `reason` of a later version only. */
export interface PlanToPost {
  compoundName: string;
  number: number;
  items: readonly PlanItem[];
  sheet: PlanSheet;
  changes: readonly ItemComparison[];
  reason: string | null;
}

/** The longest title a notice may have is 60 characters; a longer name of a compound is cut. */
export function planNoticeTitle({
  compoundName,
  number,
}: Pick<PlanToPost, 'compoundName' | 'number'>): string {
  return `${cut(compoundName, 40)}改造方案（第 ${number} 版）公示`;
}

/** The text of the notice, heading by heading; parts that are still empty are left out. */
export function planNoticeBody(plan: PlanToPost, endsOn: CalendarDate): string {
  const parts = inParts([
    ['改造内容', itemsText(plan)],
    ['和上一版相比', changesText(plan)],
    ['工期', durationText(plan.sheet)],
    ['施工影响和临时措施', lines(plan.sheet.impact, plan.sheet.measures)],
    ['改造后怎么管', managementText(plan.sheet)],
    ['您的意见', `对方案有意见的，请在 ${dayInWords(endsOn)} 前向社区反映，每一条都会答复。`],
  ]);
  const opening = `${plan.compoundName}改造方案（第 ${plan.number} 版）已拟好，现向全体居民公示。`;
  return `${opening}

${parts}`;
}

const lines = (...texts: (string | null)[]): string =>
  texts
    .map((text) => text?.trim() ?? '')
    .filter(Boolean)
    .join('\n');

/** '飞线规整：1 项，北墙至院门' */
const itemLine = ({
  name,
  quantity,
  unit,
  place,
}: Pick<PlanItem, 'name' | 'quantity' | 'unit' | 'place'>): string =>
  `${name}：${[quantityInWords(quantity, unit), place?.trim()].filter(Boolean).join('，')}`;

function itemsText({ items }: PlanToPost): string {
  let at = 0;
  return byClass(items)
    .map((group) =>
      [
        `【${itemClassNames[group.class]}】`,
        ...group.items.map((item) => {
          at += 1;
          return `${at}. ${itemLine(item)}`;
        }),
      ].join('\n'),
    )
    .join('\n');
}

function changesText({ changes, reason }: PlanToPost): string {
  const said = changes
    .map((row) => ({ ...row, fields: row.fields.filter(({ field }) => field !== '估算') }))
    .filter(({ change, fields }) => (change === 'changed' ? fields.length > 0 : change !== 'unchanged'))
    .map(({ change, before, after, fields }) => {
      const how = fields.map((one) => `${one.field}由 ${one.before} 改为 ${one.after}`).join('，');
      return `${itemChangeNames[change]}：${(after ?? before)!.name}${how ? `（${how}）` : ''}`;
    });
  return said.length ? lines(reason && `变更原因：${reason.trim()}`, ...said) : '';
}

function durationText({ durationDays, plannedFromOn, plannedUntilOn }: PlanSheet): string {
  const window = [
    plannedFromOn && `${dayInWords(plannedFromOn)} 开工`,
    plannedUntilOn && `${dayInWords(plannedUntilOn)} 完工`,
  ].filter(Boolean);
  const days = durationDays === null ? '' : `约 ${durationDays} 天`;
  return [days, window.length ? `计划 ${window.join('，')}` : ''].filter(Boolean).join('，');
}

const managementText = ({ managementMode, managementNote }: PlanSheet): string =>
  managementMode ? lines(managementModeNames[managementMode], managementNote) : '';
