// What became of a disruption that was announced: it lies ahead, is under way, is over, or was cancelled. It is never
// changed; another time is another announcement, and a cancelled one stays to be read as cancelled (field lessons B15).
import { redact } from '../disclosure/redaction';
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { byOffice, wordsBlockers } from './blocked';
import { ResidentEffect, residentEffectNames } from './daily-post';
import { Disruption, spanInWords, whereInWords } from './disruption';
import { dayOf, momentInWords, WallMoment } from './wall-moment';

/** A disruption that was announced; `cancelledOn` is null while it stands. */
export interface AnnouncedDisruption extends Disruption {
  id: number;
  cancelledOn: CalendarDate | null;
}

/** Does it lie ahead, is it under way, is it over, or cancelled? */
export type DisruptionState = 'ahead' | 'now' | 'over' | 'cancelled';

/** What is each state called? */
export const disruptionStateNames: Record<DisruptionState, string> = {
  ahead: '将要进行',
  now: '正在进行',
  over: '已经结束',
  cancelled: '已取消',
};

/** The state of one, by what the clock on the wall shows. */
export function disruptionState(
  { from, to, cancelledOn }: Pick<AnnouncedDisruption, 'from' | 'to' | 'cancelledOn'>,
  now: WallMoment,
): DisruptionState {
  if (cancelledOn !== null) return 'cancelled';
  if (now < from) return 'ahead';
  return now < to ? 'now' : 'over';
}

/** What speaks against cancelling it, whatever the reason? */
export function cancelOverBlockers(
  disruption: Pick<AnnouncedDisruption, 'from' | 'to' | 'cancelledOn'>,
  now: WallMoment,
): Blocker[] {
  const state = disruptionState(disruption, now);
  if (state === 'cancelled') {
    return [
      byOffice('disruption-cancelled', `这次施工告知在 ${dayInWords(disruption.cancelledOn!)}已经取消`),
    ];
  }
  if (state !== 'over') return [];
  return [byOffice('disruption-over', `这次施工影响在 ${momentInWords(disruption.to)} 已经结束，不用取消`)];
}

/** What speaks against cancelling it for this reason? */
export function cancelDisruptionBlockers(
  disruption: Pick<AnnouncedDisruption, 'from' | 'to' | 'cancelledOn'>,
  reason: string,
  now: WallMoment,
): Blocker[] {
  const over = cancelOverBlockers(disruption, now);
  return over.length ? over : wordsBlockers('disruption-cancel-reason', reason, '取消的原因');
}

/** One of them as everybody may read it. */
export interface PublicDisruption {
  id: number;
  effect: ResidentEffect;
  /** '停水'. */
  what: string;
  /** '3号楼', '全院'. */
  where: string;
  /** '2026年6月9日 08:00 至 12:00'. */
  when: string;
  /** The day it begins. */
  on: CalendarDate;
  note: string;
  state: DisruptionState;
  /** '已取消'. */
  stateName: string;
}

/** What residents read today: what is not over, the next first, and what was cancelled until its time has passed. */
export const publicDisruptions = (
  announced: readonly AnnouncedDisruption[],
  now: WallMoment,
  phones: readonly string[] = [],
): PublicDisruption[] =>
  announced
    .filter(({ to }) => to > now)
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.id - other.id))
    .map((one) => {
      const state = disruptionState(one, now);
      return {
        ...{ id: one.id, effect: one.effect, what: residentEffectNames[one.effect], on: dayOf(one.from) },
        ...{
          where: whereInWords(one),
          when: spanInWords(one),
          note: redact(one.note.trim(), { phones }).text,
        },
        ...{ state, stateName: disruptionStateNames[state] },
      };
    });

/** The notice for the doors once it was cancelled, so that nobody stores water for nothing. */
export const cancelledNotice = (
  disruption: AnnouncedDisruption,
  { compoundName, phone }: { compoundName: string; phone: string | null },
): { title: string; body: string } => ({
  title: `取消告知：${residentEffectNames[disruption.effect]}（${dayInWords(dayOf(disruption.from))}）`,
  body: [
    `各位居民：${compoundName}${whereInWords(disruption)}原定 ${spanInWords(disruption)} 的${residentEffectNames[disruption.effect]}已经取消，请照常安排。`,
    '另行安排的，会重新张贴告知。',
    ...(phone ? [`联系电话：${phone}。`] : []),
  ].join('\n'),
});
