// How large a structure is, from its length and width or from its area; an area that was given counts, and where the two
// do not fit together a person looks again. How far apart they may lie is a setting of the office (people round, and walls
// are not straight).
import { Area, areaInWords } from '../kernel/area';
import { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import type { Centimetres } from '../kernel/metres';
import { valueOn } from '../rules/rule-book';
import { byOffice, remark } from './blocked';
import { StructureKind, structureKinds } from './structure-kinds';

/** What was measured; null for what was not. */
export interface MeasuredSize {
  lengthCm: Centimetres | null;
  widthCm: Centimetres | null;
  area: Area | null;
}

/** Length by width, in 0.01 ㎡; null where one of them is missing. */
const sidesArea = ({ lengthCm, widthCm }: MeasuredSize): Area | null =>
  lengthCm === null || widthCm === null ? null : Math.round((lengthCm * widthCm) / 100);

/** Which area is written down? The one that was given, else length by width; none for kinds that cover no ground. */
export const writtenArea = (kind: StructureKind, size: MeasuredSize): Area | null =>
  structureKinds[kind].hasArea ? (size.area ?? sidesArea(size)) : null;

/** What speaks against what was measured? */
export function sizeBlockers(kind: StructureKind, size: MeasuredSize): Blocker[] {
  const { suspected, hasArea } = structureKinds[kind];
  const found: Blocker[] = [];
  if (!hasArea && size.area !== null) {
    found.push(byOffice('size-none', `「${suspected}」不计面积，请清空「面积」`));
  }
  if ((size.lengthCm === null) !== (size.widthCm === null)) {
    found.push(byOffice('size-sides', '「长」和「宽」要么都填，要么都不填'));
  }
  return found;
}

/** Do length by width and the given area lie too far apart? */
export function sizeWarnings(size: MeasuredSize, day: CalendarDate): Blocker[] {
  const sides = sidesArea(size);
  if (sides === null || size.area === null) return [];
  const share = valueOn('removal.size-deviation', day);
  if (Math.abs(size.area - sides) * 100 <= share * sides) return [];
  const text = `长 × 宽是 ${areaInWords(sides)}，与填写的面积 ${areaInWords(size.area)} 相差超过 ${share}%，请核对`;
  return [remark('size-deviation', text)];
}
