// What may be written down as a zone of the works (施工区域): a piece of ground with a letter and a name, so that structures
// and plan items meet on it (domain reference §1.3 G9; field lesson B2b). The limits are settings of the house.
import type { Blocker } from '../kernel/blocker';
import { byOffice } from './blocked';
import { structureNumbers } from './structure-kinds';
import { isCounted } from './structure-states';
import type { ZoneStructure } from './work-zones';

/** Settings of the house: characters of a name, zones of a renovation. */
export const zoneLimits = { name: 40, zones: 26 } as const;

/** A zone as its form is filled in; `lines` are the plan items on it. */
export interface ZoneDraft {
  name: string;
  lines: readonly number[];
}

/** What is there already. */
export interface ZoneSurroundings {
  /** The other zones of the renovation that were not given up. */
  others: readonly { number: number; name: string }[];
  /** Lines of the fixed plan; null while nothing is fixed. */
  planLines: readonly number[] | null;
}

/** 1 for A, 26 for Z, 27 for AA: what a zone is called on the sketch. */
export function zoneLetter(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? zoneLetter(Math.floor((number - 1) / 26)) + last : last;
}

/** 'A区': what a zone is called where there is little room. */
export const zoneShortName = ({ number }: { number: number }): string => `${zoneLetter(number)}区`;

/** 'A区 院门东侧'. */
export const zoneName = (zone: { number: number; name: string }): string =>
  `${zoneShortName(zone)} ${zone.name}`;

/** What speaks against a zone like this? */
export function zoneDraftBlockers(draft: ZoneDraft, { others, planLines }: ZoneSurroundings): Blocker[] {
  const found: Blocker[] = [];
  const name = draft.name.trim();
  const length = [...name].length;
  if (length === 0) found.push(byOffice('zone-name', '请填写「名称」，如 院门东侧'));
  if (length > zoneLimits.name) {
    found.push(byOffice('zone-name', `「名称」最多 ${zoneLimits.name} 个字，现在是 ${length} 个`));
  }
  const twin = others.find((other) => other.name.trim() === name);
  if (twin && length > 0) {
    const text = `${zoneShortName(twin)}已经叫「${twin.name}」，请换一个名称`;
    found.push(byOffice('zone-name-taken', text));
  }
  if (draft.lines.some((line) => !planLines?.includes(line))) {
    found.push(byOffice('zone-item', '选择的改造内容不在已定案的方案里，请刷新页面重选'));
  }
  return found;
}

/** What speaks against one zone more? */
export const zoneCountBlockers = (count: number): Blocker[] =>
  count < zoneLimits.zones
    ? []
    : [
        byOffice(
          'zone-most',
          `一个项目最多划 ${zoneLimits.zones} 个施工区域，请合并相邻的区域，或先取消不用的区域`,
        ),
      ];

/** What speaks against giving a zone up? Nothing that still counts may stand or lie on it. */
export function zoneGivingUpBlockers(
  zone: { id: number; number: number },
  structures: readonly ZoneStructure[],
  items: readonly string[],
): Blocker[] {
  const short = zoneShortName(zone);
  const inIt = structures.filter(({ state, zones }) => isCounted(state) && zones.includes(zone.id));
  const found: Blocker[] = [];
  if (inIt.length > 0) {
    const which = structureNumbers(inIt);
    found.push(byOffice('zone-structures', `${short}登记着${which}，请先在这些对象的页面改选施工区域`));
  }
  if (items.length > 0) {
    const which = items.map((name) => `「${name}」`).join('、');
    found.push(byOffice('zone-items', `${which}还落在${short}，请先在修改页改到别的区域`));
  }
  return found;
}
