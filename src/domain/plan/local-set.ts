// Which thing of the local set 一拆五改三增加 an item of the national catalogue counts as, so that one list serves both
// reports. Source: 郑州市老旧小区综合改造工程实施方案（2019年） (domain reference §2.4); which code belongs to which thing
// is a setting of the house.
import type { ItemCode } from '../renovation/items';

/** One of the nine things of the local set. */
export type LocalTag =
  | 'clearing'
  | 'undergrounding'
  | 'facade'
  | 'separate-sewer'
  | 'asphalt'
  | 'greening'
  | 'party-rooms'
  | 'property-rooms'
  | 'security';

/** How is each thing called, with the part of the set it belongs to? 一拆 is said as the catalogue says it. */
export const localTagNames: Record<LocalTag, string> = {
  clearing: '一拆 拆除清障',
  undergrounding: '五改 上改下',
  facade: '五改 外立面和节能',
  'separate-sewer': '五改 雨污分流',
  asphalt: '五改 白改黑',
  greening: '五改 绿地',
  'party-rooms': '三增加 党群服务用房',
  'property-rooms': '三增加 物业管理用房',
  security: '三增加 安防设施',
};

const tags: Partial<Record<ItemCode, LocalTag>> = {
  I01: 'clearing',
  B13: 'undergrounding',
  B15: 'facade',
  I13: 'facade',
  B02: 'separate-sewer',
  B05: 'asphalt',
  I02: 'greening',
  U01: 'party-rooms',
  I12: 'property-rooms',
  B09: 'security',
  U04: 'security',
};

/** What does an item count as in the local set? undefined for what the set does not name. */
export const localTagOf = (code: ItemCode): LocalTag | undefined => tags[code];
