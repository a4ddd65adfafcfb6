// What may be written down as a structure that stands in the way: what it is, where, how large, since when, and what it
// blocks (domain reference §3.6). It is told by place and kind, never by whose it is; the limits of size are settings of
// the house, meant for a misplaced decimal point.
import { Area, areaInWords } from '../kernel/area';
import { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords, yearOf } from '../kernel/calendar-date';
import { onceOverBlockers } from '../renovation/going-on';
import type { RenovationState } from '../renovation/stages';
import { valueOn } from '../rules/rule-book';
import { byLaw, byOffice, remark } from './blocked';
import { StructureKind, structureKinds } from './structure-kinds';

/** What is it used for? */
export type StructureUse =
  'living' | 'letting' | 'trade' | 'storage' | 'parking' | 'planting' | 'other' | 'unused';

export const structureUseNames: Record<StructureUse, string> = {
  living: '居住',
  letting: '出租',
  trade: '经营',
  storage: '储物',
  parking: '停车',
  planting: '种植',
  other: '其他',
  unused: '闲置',
};

/** What is it made of? */
export type StructureMaterial = 'brick' | 'steel-sheet' | 'wood' | 'plastic' | 'glass' | 'concrete' | 'other';

export const structureMaterialNames: Record<StructureMaterial, string> = {
  brick: '砖',
  'steel-sheet': '彩钢',
  wood: '木',
  plastic: '塑料',
  glass: '玻璃',
  concrete: '混凝土',
  other: '其他',
};

/** Who uses it? The kind only: no name, no door. */
export type StructureParty = 'owner' | 'tenant' | 'shop' | 'unit' | 'unknown';

export const structurePartyNames: Record<StructureParty, string> = {
  owner: '业主',
  tenant: '租户',
  shop: '商户',
  unit: '单位',
  unknown: '不明',
};

/** Is it clear whose property it is? `open` while a claim or the property of a unit is unresolved. */
export type Ownership = 'no-claim' | 'open' | 'not-lawful' | 'consented' | 'lawful';

export const ownershipNames: Record<Ownership, string> = {
  'no-claim': '没有权属主张',
  open: '权属核查中',
  'not-lawful': '已核查，没有合法产权',
  consented: '已核查，产权单位书面同意拆除',
  lawful: '已核查，属合法财产',
};

/** What is written down of a structure; `area` in 0.01 ㎡, null for kinds that cover no ground. */
export interface StructureSheet {
  kind: StructureKind;
  place: string;
  area: Area | null;
  use: StructureUse;
  material: StructureMaterial;
  /** Since which year does it stand? null where nobody knows. */
  sinceYear: number | null;
  party: StructureParty;
  isOccupied: boolean;
  isSoleHome: boolean;
  blocksFireLane: boolean;
  blocksPipe: boolean;
  ownership: Ownership;
  foundOn: CalendarDate;
}

/** How much may be said of its place, in characters? */
export const placeLimit = 60;

/** What speaks against writing it down? `landArea` is the ground of the compound, null where unknown. */
export function structureBlockers(
  sheet: StructureSheet,
  compound: { landArea: Area | null },
  today: CalendarDate,
): Blocker[] {
  const found = areaBlockers(sheet, compound.landArea, today);
  const against = (code: string, text: string) => found.push(byOffice(`structure-${code}`, text));
  const { place, sinceYear, foundOn, ownership, kind } = sheet;
  if (!place.trim()) against('place', '请填写「位置」，如 院门东侧、3号楼西山墙');
  if ([...place].length > placeLimit) against('place', `「位置」最多 ${placeLimit} 个字，请删减`);
  if (foundOn > today) against('foundOn', `「发现日期」不能晚于今天 ${dayInWords(today)}`);
  if (sinceYear !== null && (sinceYear < 1900 || sinceYear > yearOf(foundOn))) {
    against('sinceYear', `「搭建年份」要在 1900 和发现当年 ${yearOf(foundOn)} 之间，不清楚就留空`);
  }
  if (sheet.isSoleHome && !sheet.isOccupied) {
    against('soleHome', '选了「唯一住处」，请同时选「有人居住」');
  }
  if (structureKinds[kind].ownershipFirst && ownership === 'no-claim') {
    against(
      'ownership',
      '原单位遗留的房屋、设施先核查权属：新登记的请选「权属核查中」或核查结果，已登记的请先办「转权属核查」',
    );
  }
  return found;
}

/** What should be said along with it, though it may be written down so? */
export function structureWarnings({ area, isSoleHome, party, foundOn }: StructureSheet): Blocker[] {
  const found: Blocker[] = [];
  const unusual = valueOn('removal.unusual-area', foundOn);
  if (area !== null && area > unusual) {
    found.push(remark('structure-area', `一处超过 ${areaInWords(unusual)} 不多见，请核对小数点`));
  }
  if (isSoleHome) found.push(remark('D12', '是唯一住处，拆除前先落实安置，并由街道项目负责人签字'));
  if (party === 'unknown') found.push(remark('party', '使用人不明，请先走访、张贴寻找，走强制程序要先公告'));
  return found;
}

/** D13: is it settled whose property it is? Nothing is removed before. */
export function ownershipBlockers({
  kind,
  ownership,
}: Pick<StructureSheet, 'kind' | 'ownership'>): Blocker[] {
  const against = (text: string) => [byLaw('D13', text, '行政强制法 §39')];
  if (ownership === 'open' || (structureKinds[kind].ownershipFirst && ownership === 'no-claim')) {
    return against('权属还没有查清，请先登记权属核查结果和依据，再安排拆除');
  }
  if (ownership === 'lawful') {
    return against('核查属合法财产，没有产权人书面同意不能拆除，请登记同意书或改为「保留」');
  }
  return [];
}

/** What speaks against writing or changing anything for a renovation in this state? */
export const removalOverBlockers = (state: RenovationState): Blocker[] =>
  onceOverBlockers('removal.renovation-over', state, '拆违清障的记录');

function areaBlockers({ kind, area }: StructureSheet, landArea: Area | null, today: CalendarDate): Blocker[] {
  const against = (text: string) => [byOffice('structure-area', text)];
  if (area === null) {
    return structureKinds[kind].hasArea ? against('请填写「面积」，单位 ㎡，最多两位小数，如 12.5') : [];
  }
  if (!Number.isInteger(area) || area <= 0) return against('「面积」要大于 0，最少 0.01 ㎡');
  const largest = valueOn('removal.largest-area', today);
  if (area > largest) {
    return against(`「面积」${areaInWords(area)} 超过一处的上限 ${areaInWords(largest)}，请核对小数点和单位`);
  }
  if (landArea !== null && area > landArea) {
    return against(`「面积」${areaInWords(area)} 比楼院占地 ${areaInWords(landArea)} 还大，请核对`);
  }
  return [];
}
