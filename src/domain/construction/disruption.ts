// What residents will feel of the works is announced before (「请您留意」): what, which buildings, from when until when. Noise at
// night needs the certificate of the authority and the announcement (噪声污染防治法 §43); quiet days of examinations are a
// setting of the office (domain reference §6.5).
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, compareDates, dayInWords, daysBetween } from '../kernel/calendar-date';
import { nearDay } from '../kernel/near-day';
import { valueOn } from '../rules/rule-book';
import { byLaw, byOffice, remark, wordsBlockers } from './blocked';
import { ResidentEffect, residentEffectNames } from './daily-post';
import { addHours, dayOf, isWallMoment, momentInWords, timeOf, WallMoment } from './wall-moment';

/** One planned disruption; no building named means the whole yard. */
export interface Disruption {
  effect: ResidentEffect;
  buildings: readonly string[];
  from: WallMoment;
  to: WallMoment;
  /** What is done, and what residents can do meanwhile. */
  note: string;
  /** The number of the certificate for work at night; empty where there is none. */
  certificate: string;
  /** Why it has to be on a quiet day; empty where it is on none. */
  reason: string;
}

/** Does any part of it lie at night, by the setting of the office? The first and the last minute of the day do not. */
export function touchesNight({ from, to }: Pick<Disruption, 'from' | 'to'>): boolean {
  const two = (value: number) => `${String(value).padStart(2, '0')}:00`;
  const morning = two(valueOn('removal.night-until', dayOf(from)));
  const evening = two(valueOn('removal.night-from', dayOf(from)));
  return (
    dayOf(from) !== dayOf(to) || timeOf(from) < morning || timeOf(from) >= evening || timeOf(to) > evening
  );
}

/** The quiet days it touches. */
export function touchedQuietDays(
  { from, to }: Pick<Disruption, 'from' | 'to'>,
  quietDays: readonly CalendarDate[],
): CalendarDate[] {
  const last = timeOf(to) === '00:00' ? addDays(dayOf(to), -1) : dayOf(to);
  return quietDays.filter((day) => day >= dayOf(from) && day <= last).sort(compareDates);
}

/** What speaks against announcing it? `now` is what the clock on the wall shows. */
export function disruptionBlockers(
  disruption: Disruption,
  quietDays: readonly CalendarDate[],
  now: WallMoment,
): Blocker[] {
  const { effect, from, to, note, certificate, reason } = disruption;
  if (!isWallMoment(from) || !isWallMoment(to)) {
    return [byOffice('disruption-time', '时间请按 24 小时制填写，如 08:00')];
  }
  const found = wordsBlockers('disruption-note', note, '做什么、居民要准备什么');
  if (to <= from) found.push(byOffice('disruption-order', `「结束时间」要晚于 ${momentInWords(from)}`));
  if (from < now) {
    found.push(byOffice('disruption-past', '「开始时间」已经过了，提前告知请填以后的时间'));
  }
  const most = valueOn('works.disruption-most-days', dayOf(from));
  if (daysBetween(dayOf(from), dayOf(to)) >= most) {
    found.push(byOffice('disruption-long', `一次最多告知 ${most} 天，请核对日期，或者分几次告知`));
  }
  if (effect !== 'noise' || to <= from) return found;
  if (touchesNight(disruption) && !certificate.trim()) {
    const text =
      '夜间不能产生施工噪声。确需连续施工的，请先取得主管部门的证明，填写文号并公告居民；连着几天的请一天填一条';
    found.push(byLaw('disruption-night', text, '噪声污染防治法 §43'));
  }
  const quiet = touchedQuietDays(disruption, quietDays);
  if (quiet.length > 0 && !reason.trim()) {
    const text = `${quiet.map(dayInWords).join('、')}是考试静音日，请改期；确需施工的请写明原因`;
    found.push(byOffice('disruption-quiet', text));
  }
  return found;
}

/** What should be said of it, that stops nothing? `others` are those that stand. */
export function disruptionWarnings(
  disruption: Pick<Disruption, 'buildings' | 'from' | 'to'>,
  others: readonly Disruption[],
  now: WallMoment,
): Blocker[] {
  const { from, to } = disruption;
  const lead = valueOn('works.disruption-lead-hours', dayOf(from));
  const meeting = others.filter((one) => from < one.to && one.from < to && meets(disruption, one));
  return [
    ...(from < addHours(now, lead)
      ? [remark('disruption-short', `离开始不到 ${lead} 小时，请同时在群里和楼道里告诉居民`)]
      : []),
    ...meeting.map((one) => remark('disruption-overlap', `同一时间已经告知：${disruptionLine(one)}，请核对`)),
  ];
}

const meets = (
  { buildings: one }: Pick<Disruption, 'buildings'>,
  { buildings: other }: Pick<Disruption, 'buildings'>,
): boolean => one.length === 0 || other.length === 0 || one.some((building) => other.includes(building));

/** How long does it last, in words? A day is named once. */
export const spanInWords = ({ from, to }: Pick<Disruption, 'from' | 'to'>): string =>
  `${momentInWords(from)} 至 ${dayOf(from) === dayOf(to) ? timeOf(to) : momentInWords(to)}`;

/** Where is it felt, in words? */
export const whereInWords = ({ buildings }: Pick<Disruption, 'buildings'>): string =>
  buildings.length > 0 ? buildings.join('、') : '全院';

/** One line of a list: '停水：3号楼，2026年6月9日 08:00 至 12:00'. */
export const disruptionLine = (disruption: Disruption): string =>
  `${residentEffectNames[disruption.effect]}：${whereInWords(disruption)}，${spanInWords(disruption)}`;

/** How long may the message be, in characters? One text message of a phone. */
export const longestMessage = 70;

/** A message for the group chat or a text message; many buildings are counted, so that it stays short. */
export function disruptionMessage(
  disruption: Disruption,
  { compoundName, today }: { compoundName: string; today: CalendarDate },
): string {
  const { effect, buildings, from, to } = disruption;
  const day = (moment: WallMoment) => `${nearDay(dayOf(moment), today)}${timeOf(moment)}`;
  const span = `${day(from)}至${dayOf(from) === dayOf(to) ? timeOf(to) : day(to)}`;
  const said = (where: string) =>
    `【施工告知】${compoundName}${where}${span}${effectSaid[effect]}，以楼门告知为准。`;
  const full = said(whereInWords(disruption));
  return [...full].length > longestMessage && buildings.length > 1 ? said(`${buildings.length}栋楼`) : full;
}

/** The notice for the doors; `phone` only where everybody may read it. */
export function disruptionNotice(
  disruption: Disruption,
  { compoundName, phone }: { compoundName: string; phone: string | null },
): { title: string; body: string } {
  const { effect, note, certificate } = disruption;
  const what = residentEffectNames[effect];
  return {
    title: `施工告知：${what}（${dayInWords(dayOf(disruption.from))}）`,
    body: [
      `各位居民：因${compoundName}改造施工，${whereInWords(disruption)}将在 ${spanInWords(disruption)} ${effectSaid[effect]}。`,
      note.trim(),
      ...(certificate.trim() ? [`夜间施工证明：${certificate.trim()}。`] : []),
      '给您带来不便，请您谅解。',
      ...(phone ? [`联系电话：${phone}。`] : []),
    ].join('\n'),
  };
}

const effectSaid: Record<ResidentEffect, string> = {
  'water-off': '停水，请提前备水',
  'power-off': '停电，请提前安排用电',
  'gas-off': '停气，请关好阀门',
  road: '占用通道施工，请绕行',
  noise: '有施工噪音',
  smell: '有油漆味，请关好门窗',
};
