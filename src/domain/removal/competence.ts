// Who may identify, order, decide and enforce, by kind of case and by day: a hard check, because a paper of an organ
// without the power is worth nothing (河南省物业管理条例 §73; 河南省实施城乡规划法办法 §67; 城乡规划法 §68; 豫政〔2025〕15号;
// domain reference §3.2). Powers are handed over and taken back, so every row has its days.
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { byLaw } from './blocked';
import { RemovalTrack, removalTrackNames } from './structure-kinds';

/** Who issues papers? */
export type Organ =
  'planning' | 'city-management' | 'county-government' | 'street' | 'community' | 'fire-rescue' | 'housing';

/** What is each organ called? */
export const organNames: Record<Organ, string> = {
  planning: '自然资源和规划部门',
  'city-management': '城市管理执法部门',
  'county-government': '区（县）人民政府',
  street: '街道办事处',
  community: '社区居民委员会',
  'fire-rescue': '消防救援机构',
  housing: '房屋管理部门',
};

/** What may be decided by paper? */
export type Power = 'identify' | 'stop' | 'decide' | 'order' | 'enforce';

/** What is each power called? */
export const powerNames: Record<Power, string> = {
  identify: '规划认定',
  stop: '责令停止建设',
  decide: '作出处理决定',
  order: '责成强制拆除',
  enforce: '作出强制执行决定和实施强制拆除',
};

/** Who holds a power over one kind of case, in some time; both days belong to it. */
export interface Competence {
  track: RemovalTrack;
  power: Power;
  organs: readonly Organ[];
  source: string;
  validFrom: CalendarDate;
  validTo?: CalendarDate;
}

const henanProperty = { source: '河南省物业管理条例 §73', validFrom: '2018-01-01' } as const;
const planningLaw = { source: '城乡规划法 §68', validFrom: '2019-04-23' } as const;

/** Every row; on one day at most one for each kind of case and power. */
export const competences: readonly Competence[] = [
  { track: 'planning', power: 'identify', organs: ['planning'], ...henanProperty },
  { track: 'planning', power: 'stop', organs: ['city-management', 'planning'], ...henanProperty },
  { track: 'planning', power: 'decide', organs: ['city-management'], ...henanProperty },
  { track: 'planning', power: 'order', organs: ['county-government'], ...planningLaw },
  { track: 'planning', power: 'enforce', organs: ['city-management', 'county-government'], ...planningLaw },
  {
    ...{ track: 'advertising', power: 'decide', organs: ['city-management'] },
    ...{ source: '户外广告和市容管理的地方规定（待核）', validFrom: '2018-01-01' },
  },
  {
    ...{ track: 'safety', power: 'decide', organs: ['housing', 'city-management'] },
    ...{ source: '建设工程质量管理条例、房屋使用安全管理规定（待核）', validFrom: '2018-01-01' },
  },
  {
    ...{ track: 'fire', power: 'decide', organs: ['fire-rescue'] },
    ...{ source: '消防法 §60', validFrom: '2021-04-29', validTo: '2025-12-31' },
  },
  {
    // After the transfer a decision of the former organ is void; the day it took effect is not verified.
    ...{ track: 'fire', power: 'decide', organs: ['street'] },
    ...{ source: '豫政〔2025〕15号、郑政〔2025〕13号（生效日待核，暂从2026年起）', validFrom: '2026-01-01' },
  },
];

/** Who holds this power on this day? undefined when nobody does. */
export const competenceOn = (
  track: RemovalTrack,
  power: Power,
  day: CalendarDate,
  table: readonly Competence[] = competences,
): Competence | undefined =>
  table.find(
    (row) =>
      row.track === track &&
      row.power === power &&
      row.validFrom <= day &&
      (row.validTo === undefined || day <= row.validTo),
  );

/** What an office without the power may do instead. */
const instead: Partial<Record<Organ, string>> = {
  street: '街道办事处负责制止和配合（河南省实施城乡规划法办法 §67）',
  community: '社区居民委员会负责劝阻和举报（河南省实施城乡规划法办法 §67）',
};

/** D07: may this organ issue such a paper on this day? If not, who may. */
export function organBlockers(
  track: RemovalTrack,
  power: Power,
  organ: Organ,
  day: CalendarDate,
  table: readonly Competence[] = competences,
): Blocker[] {
  const row = competenceOn(track, power, day, table);
  const what = `「${powerNames[power]}」`;
  if (!row) {
    const text = `${dayInWords(day)}没有机关可以对「${removalTrackNames[track]}」的事项${what}，请改走劝导、协商或民事途径`;
    return [byLaw('D07', text, '职权法定，见职权表')];
  }
  if (row.organs.includes(organ)) return [];
  const who = row.organs.map((one) => organNames[one]).join('、');
  const besides = track === 'planning' && instead[organ] ? `；${instead[organ]}` : '';
  const text = `${organNames[organ]}没有${what}的权力，由${who}行使，请把材料移送${who}${besides}`;
  return [byLaw('D07', text, row.source)];
}
