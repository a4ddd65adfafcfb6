// The manager's question in one line: does the planned day still hold? Answered from the range of the forecast (field lesson
// B16), so that page, board and list of things to do answer alike; what cannot be said is said so.
import { CalendarDate, daysBetween } from '../kernel/calendar-date';
import type { FinishDelay } from './delay-proposal';
import { nearDay } from '../kernel/near-day';
import { lateInWords } from './progress-on';
import type { FinishForecast } from './finish-forecast';

/** Does it hold? `tight`: only the slowest week would miss it; `doubtful`: only a fast one would keep it. */
export type VerdictKind = 'finished' | 'holds' | 'tight' | 'doubtful' | 'missed' | 'unknown';

/** The question, and its answer in a word and in a sentence. */
export interface FinishVerdict {
  kind: VerdictKind;
  question: string;
  answer: string;
  why: string;
}

type Range = Pick<FinishForecast, 'state' | 'earlyOn' | 'likelyOn' | 'lateOn' | 'slipDays' | 'words'>;

/** Does the planned day still hold, as it looks today? null where nothing is planned. */
export function finishVerdict(
  forecast: Range,
  plannedOn: CalendarDate | null,
  today: CalendarDate,
): FinishVerdict | null {
  if (plannedOn === null) return null;
  const say = (day: CalendarDate) => nearDay(day, today);
  const kind = kindOf(forecast, plannedOn);
  const question = `${say(plannedOn)}还能完工吗`;
  const told = { kind, question };
  const { earlyOn, likelyOn, lateOn } = forecast;
  switch (kind) {
    case 'finished':
      return { ...told, question: `计划 ${say(plannedOn)}完工`, answer: '已经完工', why: forecast.words };
    case 'unknown':
      return { ...told, answer: '现在还说不准', why: forecast.words };
    case 'holds':
      return { ...told, answer: '能按期', why: `最晚 ${say(lateOn!)}，最可能 ${say(likelyOn!)}` };
    case 'tight':
      return {
        ...told,
        answer: '来得及，但没有余量',
        why: `最可能 ${say(likelyOn!)}，慢下来会到 ${lateOn ? say(lateOn) : '更晚'}`,
      };
    case 'doubtful':
      return {
        ...told,
        answer: `多半赶不上，${late(plannedOn, likelyOn!)}`,
        why: `最可能 ${say(likelyOn!)}，每周都像最快的一周才能 ${say(earlyOn!)}完工`,
      };
    case 'missed':
      return earlyOn && likelyOn
        ? {
            ...told,
            answer: `赶不上，${late(plannedOn, likelyOn)}`,
            why: `最可能 ${say(likelyOn)}，最早也要 ${say(earlyOn)}`,
          }
        : { ...told, answer: '赶不上', why: forecast.words };
  }
}

/** What the manager may say of the end: the likely day, why it is later, and who answers. */
export type LaterFinish = Pick<FinishDelay, 'forecastEndOn' | 'reason' | 'answerable'>;

/** Which later end is to be said where the planned day does not hold? null where it holds or nobody can say. */
export function laterFinish(
  forecast: Range,
  plannedOn: CalendarDate | null,
  stopped: FinishDelay | null,
): LaterFinish | null {
  const { likelyOn: forecastEndOn } = forecast;
  if (plannedOn === null || forecastEndOn === null || forecastEndOn <= plannedOn) return null;
  if (!['doubtful', 'missed'].includes(kindOf(forecast, plannedOn))) return null;
  if (!stopped) return { forecastEndOn, reason: '施工比计划慢', answerable: 'contractor' };
  const slower = forecastEndOn > stopped.forecastEndOn ? '，施工比计划慢' : '';
  return { forecastEndOn, reason: `${stopped.reason}${slower}`, answerable: stopped.answerable };
}

function kindOf({ state, earlyOn, likelyOn, lateOn }: Range, plannedOn: CalendarDate): VerdictKind {
  if (state === 'finished') return 'finished';
  if (state === 'far') return 'missed';
  if (state !== 'expected' || !earlyOn || !likelyOn) return 'unknown';
  if (earlyOn > plannedOn) return 'missed';
  if (likelyOn > plannedOn) return 'doubtful';
  return lateOn !== null && lateOn <= plannedOn ? 'holds' : 'tight';
}

const late = (plannedOn: CalendarDate, on: CalendarDate): string => lateInWords(daysBetween(plannedOn, on));
