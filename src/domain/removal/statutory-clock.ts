// What may happen next in a statutory case, and from which day: one sentence for the head of the case, asked of the same
// law that judges the steps (行政强制法 §34–44; 行政处罚法 §42–64; domain reference §3.4).
import { stopping } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { earliestForcedOn, forcedBlockers, forcedTrackBlockers } from './forced-removal';
import { caseClock, recordOf, StatutoryCase } from './statutory-case';
import { StepOffer, stepOffers } from './statutory-engine';
import { haltBlockers } from './statutory-halts';
import { statutorySteps } from './statutory-steps';
import { structureKinds } from './structure-kinds';

/** The sentence of a case, and what is to be said along with it. */
export interface CaseSentence {
  /** May force be used today, is a day known from which it may, does the case go on otherwise, or is it over? */
  state: 'force-open' | 'force-later' | 'going-on' | 'held' | 'over';
  headline: string;
  more: string[];
}

/** What may happen next in this case, and from which day? */
export function caseSentence(
  known: StatutoryCase,
  today: CalendarDate,
  calendar: WorkCalendar,
): CaseSentence {
  const offers = stepOffers(known, today, calendar);
  if (recordOf(known, 'closed')) return { state: 'over', headline: '已结案', more: [] };
  if (known.isGone || recordOf(known, 'executed')) {
    return { state: 'going-on', headline: `已经拆除，${openWords(offers)}`, more: [] };
  }
  const [halt] = haltBlockers(known.halts, today);
  if (halt) return { state: 'held', headline: halt.text, more: [] };
  const decided = recordOf(known, 'decided');
  if (!decided) return { state: 'going-on', headline: openWords(offers), more: [] };
  const [track] = forcedTrackBlockers(known);
  if (track) return { state: 'going-on', headline: track.text, more: [] };
  return afterDecision(known, offers, today, calendar);
}

function afterDecision(
  known: StatutoryCase,
  offers: readonly StepOffer[],
  today: CalendarDate,
  calendar: WorkCalendar,
): CaseSentence {
  const clock = caseClock(known, today, calendar);
  const first = earliestForcedOn(known, today, calendar);
  if (first !== null) {
    const isOpen = today >= first;
    const headline = isOpen
      ? `${dayInWords(first)}起可以强制拆除`
      : `最早 ${dayInWords(first)}可以强制拆除，以前不能`;
    const lacking = stopping(forcedBlockers(known, isOpen ? today : first, calendar)).map(({ text }) => text);
    return { state: isOpen ? 'force-open' : 'force-later', headline, more: [clock.words, ...lacking] };
  }
  const open = openNames(offers);
  const more = open.length > 0 ? [`现在可以办：${open.join('、')}`] : [];
  if (clock.earliestForcedOn === null) return { state: 'held', headline: clock.words, more };
  const missing = forcedBlockers(known, clock.earliestForcedOn, calendar);
  const day = dayInWords(clock.earliestForcedOn);
  const headline = today < clock.earliestForcedOn ? `${day}以前不能强制拆除` : '还不能强制拆除，程序没有走完';
  return {
    state: 'going-on',
    headline,
    more: [clock.words, ...more, ...missing.map(({ text }) => text)],
  };
}

const openNames = (offers: readonly StepOffer[]): string[] =>
  offers.filter(({ standing }) => standing === 'open').map(({ step }) => `「${statutorySteps[step].name}」`);

function openWords(offers: readonly StepOffer[]): string {
  const open = openNames(offers);
  if (open.length > 0) return `现在可以办：${open.join('、')}`;
  const waiting = offers.filter(({ standing }) => standing === 'waiting');
  const next = waiting.find(({ opensOn, blockers }) => opensOn !== null && blockers.length === 1);
  if (next) return `最早 ${dayInWords(next.opensOn!)}可以办「${statutorySteps[next.step].name}」`;
  return waiting[0]?.blockers[0]?.text ?? '各项文书都已登记';
}

/** Who deals with this kind, by which law, and is there a forced removal? Said before a case is begun. */
export function trackSentence({ kind }: Pick<StatutoryCase, 'kind'>): string {
  const { organ, basis } = structureKinds[kind];
  const [track] = forcedTrackBlockers({ kind });
  return track ? track.text : `由${organ}（${basis}）`;
}
