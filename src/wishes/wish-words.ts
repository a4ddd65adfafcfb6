import { addDays, daysBetween } from '../domain/kernel/calendar-date';
import { WishKind, WishState, wishStateNames } from '../domain/meeting/wish';
import { valueOn } from '../domain/rules/rule-book';
import { StatusMark } from '../platform/web/figures';
import type { WishRecord } from './wish.entities';

const answered: Record<Exclude<WishState, 'open'>, StatusMark['state']> = {
  adopted: 'done',
  'not-adopted': 'idle',
  otherwise: 'done',
};

/** The day by which a wish is answered: an objection before its notice ends, else within the days of the office. */
export const answerDueOn = (heardOn: string, noticeEndsOn?: string | null): string =>
  noticeEndsOn ?? addDays(heardOn, valueOn('wish.answer-days', heardOn));

/** What became of it; an open one that waits too long says so. */
export function wishMark(
  { state, heardOn }: Pick<WishRecord, 'state' | 'heardOn'>,
  today: string,
  noticeEndsOn?: string | null,
): StatusMark {
  if (state !== 'open') return { state: answered[state], word: wishStateNames[state] };
  const late = daysBetween(answerDueOn(heardOn, noticeEndsOn), today);
  return late > 0
    ? { state: 'late', word: `逾期 ${late} 天` }
    : { state: 'doing', word: wishStateNames.open };
}

/** 心愿 第 3 号. */
export const numberInWords = ({ number }: { number: number }): string => `第 ${number} 号`;

/** The mark of a kind: an objection has to be answered before the plan is fixed. */
export const kindLevel = (kind: WishKind): 'policy' | undefined =>
  kind === 'objection' ? 'policy' : undefined;
