// What came of a removal: when, in which way, how much by measure, what became of belongings and waste; and who may verify
// it: never who removed it (domain reference §3.5 D16, §3.6; two people are a rule of the house).
import { Area, areaInWords } from '../kernel/area';
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { valueOn } from '../rules/rule-book';
import { byOffice, remark } from './blocked';
import { StructureKind, structureKinds } from './structure-kinds';

/** What became of the things in it? */
export type Belongings = 'none' | 'taken' | 'handed-over' | 'stored';

export const belongingsNames: Record<Belongings, string> = {
  none: '没有物品',
  taken: '当事人自行搬走',
  'handed-over': '清点后当面交接',
  stored: '清点登记，代为保管',
};

/** What is written down of a structure that was removed. */
export interface RemovalResult {
  removedOn: CalendarDate;
  /** Measured, 0.01 ㎡; null for kinds that cover no ground. */
  removedArea: Area | null;
  belongings: Belongings;
  /** Is the list of belongings on file? */
  hasInventory: boolean;
  wasteCleared: boolean;
}

/** What speaks against writing this result down? */
export function resultBlockers(
  result: RemovalResult,
  structure: { kind: StructureKind; foundOn: CalendarDate },
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(`result-${code}`, text));
  const { removedOn, removedArea, belongings, hasInventory } = result;
  if (removedOn > today) against('future', `「拆除日期」不能晚于今天 ${dayInWords(today)}`);
  if (removedOn < structure.foundOn) {
    against('early', `「拆除日期」不能早于发现日期 ${dayInWords(structure.foundOn)}，请核对`);
  }
  if (structureKinds[structure.kind].hasArea && !isMeasured(removedArea)) {
    against('area', '请填写实测拆除面积，大于 0，最多两位小数');
  } else {
    found.push(...measuredAreaBlockers(structure.kind, removedArea, today));
  }
  if ((belongings === 'stored' || belongings === 'handed-over') && !hasInventory) {
    against('inventory', '有物品交接或代管时要有物品清单，请上传清单');
  }
  return found;
}

/** What speaks against this measured area, at the removal or at its verification? None is asked about elsewhere. */
export function measuredAreaBlockers(kind: StructureKind, area: Area | null, today: CalendarDate): Blocker[] {
  if (area === null) return [];
  const against = (text: string) => [byOffice('result-area', text)];
  const { hasArea, suspected } = structureKinds[kind];
  if (!hasArea) return against(`「${suspected}」不计面积，请清空「实测面积」`);
  const largest = valueOn('removal.largest-area', today);
  if (area <= largest) return [];
  return against(`实测面积 ${areaInWords(area)} 超过 ${areaInWords(largest)}，请核对小数点和单位`);
}

const isMeasured = (area: Area | null): boolean => area !== null && Number.isInteger(area) && area > 0;

/** What should be said along with it? */
export function resultWarnings(result: RemovalResult, registered: Area | null): Blocker[] {
  const found: Blocker[] = [];
  const { removedArea, wasteCleared } = result;
  if (removedArea !== null && registered !== null && removedArea !== registered) {
    const said = `实测 ${areaInWords(removedArea)}，登记 ${areaInWords(registered)}`;
    found.push(remark('result-differs', `${said}，按实测销号；没有拆完的请退回并注明`));
  }
  if (!wasteCleared) found.push(remark('result-waste', '建筑垃圾还没有清运，请安排清运后登记'));
  return found;
}

/** May this person verify it? */
export const twoPeopleBlockers = (removedBy: number | null, verifiedBy: number): Blocker[] =>
  removedBy === verifiedBy
    ? [byOffice('two-people', '登记拆除的人不能复核同一处，请换一位工作人员到现场复核')]
    : [];
