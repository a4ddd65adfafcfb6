// What speaks against drawing a work item from the plan, or changing it: it must belong to the plan and to a contract that
// builds, its days must make sense, and nothing may wait for itself (setting of the house; domain reference §6.1).
import type { Blocker } from '../kernel/blocker';
import { dayInWords } from '../kernel/calendar-date';
import { isWorkday, WorkCalendar } from '../kernel/work-calendar';
import type { PlanItem } from '../plan/plan-item';
import { largestQuantity, planUnits, quantityInput, quantityInWords } from '../plan/quantity';
import { byOffice, remark, wordsBlockers } from './blocked';
import { Contract, contractStateNames, isContractOpen } from './contract';
import { isItemCounted, isWorkDone, WorkItem, WorkItemSheet, workItemStateNames } from './work-item';

/** What a drawn item is judged by; `id` is null for a new one, `items` are all of the renovation, `value` is told so far. */
export interface DrawingPlace {
  id: number | null;
  plan: readonly Pick<PlanItem, 'line' | 'name' | 'quantity' | 'unit'>[];
  contract: Contract | null;
  items: readonly WorkItem[];
  /** What was told of it so far, in its measure; 0 where nothing was. */
  value: number;
}

/** What speaks against writing the item down like this? */
export function itemDrawingBlockers(sheet: WorkItemSheet, place: DrawingPlace): Blocker[] {
  const { quantity, unit, plannedStartOn, plannedFinishOn } = sheet;
  const { contract } = place;
  const found = wordsBlockers('item-name', sheet.name, '这一项的名称');
  const against = (code: string, text: string) => found.push(byOffice(`item-${code}`, text));
  if (!place.plan.some(({ line }) => line === sheet.line)) {
    against('plan', '这一项不在定案的改造方案里，请从方案中选取');
  }
  if (!(planUnits as readonly string[]).includes(unit)) against('unit', '请从列出的单位里选「单位」');
  if (quantity <= 0 || quantity > largestQuantity || !Number.isInteger(quantity)) {
    against(
      'quantity',
      `「工程量」要大于 0、不超过 ${quantityInput(largestQuantity)}，最多两位小数，如 12.5`,
    );
  }
  if (!contract || contract.role !== 'contractor') {
    against('contract', '请选择一份施工合同，由它的单位施工');
  } else if (!isContractOpen(contract)) {
    against('contract-over', `所选合同${contractStateNames[contract.state]}，请选正在履行的合同`);
  } else if (plannedStartOn < contract.startsOn) {
    against('early', `「计划开工」不能早于合同开工日期 ${dayInWords(contract.startsOn)}`);
  }
  if (plannedFinishOn < plannedStartOn) {
    against('days', `「计划完工」不能早于计划开工日期 ${dayInWords(plannedStartOn)}`);
  }
  return [...found, ...predecessorBlockers(sheet, place), ...changeBlockers(sheet, place)];
}

function predecessorBlockers({ predecessorId }: WorkItemSheet, { id, items }: DrawingPlace): Blocker[] {
  if (predecessorId === null) return [];
  const first = items.find((one) => one.id === predecessorId);
  if (!first) return [byOffice('item-predecessor', '「前道工序」不在这次改造里，请重新选择')];
  if (!isItemCounted(first)) {
    return [byOffice('item-predecessor', `前道工序「${first.name}」不再施工，请改选或留空`)];
  }
  const seen = new Set<number>();
  for (let at: number | null = predecessorId; at !== null && !seen.has(at);) {
    if (at === id) {
      return [byOffice('item-cycle', `「${first.name}」要等这一项完工，不能反过来作它的前道工序`)];
    }
    seen.add(at);
    at = items.find((one) => one.id === at)?.predecessorId ?? null;
  }
  return [];
}

// What was told must stay true: the whole never falls below it, and its measure stays; what is done is done as it was measured.
function changeBlockers(sheet: WorkItemSheet, { id, items, value }: DrawingPlace): Blocker[] {
  const before = items.find((one) => one.id === id);
  if (!before) return [];
  const found: Blocker[] = [];
  if (isWorkDone(before) && before.quantity !== sheet.quantity) {
    const text = `这一项${workItemStateNames[before.state]}，「工程量」不能再改；确实有变化的，请先由监理退回施工`;
    found.push(byOffice('item-done', text));
  }
  if (value === 0) return found;
  if (before.measure !== sheet.measure || before.unit !== sheet.unit) {
    found.push(byOffice('item-measured', '这一项已有日报，填报方式和单位不能再改；要改请移出后另立一项'));
  } else if (sheet.measure === 'quantity' && sheet.quantity < value) {
    const told = quantityInWords(value, sheet.unit);
    found.push(byOffice('item-below', `「工程量」不能少于已报的 ${told}，请先更正日报`));
  }
  if (before.contractId !== sheet.contractId) {
    found.push(byOffice('item-moved', '这一项已有日报，不能改到别的合同；要改请移出后另立一项'));
  }
  return found;
}

/** What should be said along with it, though it may be written down so? */
export function itemDrawingWarnings(
  sheet: WorkItemSheet,
  place: DrawingPlace,
  calendar: WorkCalendar,
): Blocker[] {
  const { plannedStartOn: start, plannedFinishOn: finish, zones, predecessorId } = sheet;
  const found: Blocker[] = [];
  const say = (code: string, text: string) => found.push(remark(`item-${code}`, text));
  const { contract } = place;
  if (contract && finish > contract.finishOn) {
    say('late', `「计划完工」晚于合同竣工日期 ${dayInWords(contract.finishOn)}，请核对`);
  }
  for (const [word, day] of [
    ['计划开工', start],
    ['计划完工', finish],
  ]) {
    if (!isWorkday(calendar, day)) say('day-off', `「${word}」 ${dayInWords(day)}是休息日，请确认`);
  }
  const first = place.items.find((one) => one.id === predecessorId);
  if (first && first.plannedFinishOn >= start) {
    const until = dayInWords(first.plannedFinishOn);
    say('order', `前道工序「${first.name}」计划 ${until}才完工，请调整其中一项的日期`);
  }
  if (zones.length === 0) say('no-zone', '没有选施工区域，系统无法判断场地是否腾清，请补选');
  return [...found, ...sumWarnings(sheet, place)];
}

// Several items may build one line of the plan; those of its own unit should add up to it and not beyond.
function sumWarnings(sheet: WorkItemSheet, { id, plan, items }: DrawingPlace): Blocker[] {
  const line = plan.find((one) => one.line === sheet.line);
  if (!line || line.unit !== sheet.unit) return [];
  const others = items.filter(
    (one) => one.line === line.line && one.id !== id && one.unit === line.unit && isItemCounted(one),
  );
  const sum = others.reduce((total, one) => total + one.quantity, sheet.quantity);
  if (sum <= line.quantity) return [];
  const text = `方案里「${line.name}」是 ${quantityInWords(line.quantity, line.unit)}，各项合计 ${quantityInWords(sum, line.unit)}，请核对`;
  return [remark('item-sum', text)];
}
