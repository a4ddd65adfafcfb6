import { ConcealedState, concealedStateNames } from '../domain/construction/concealed-work';
import { Finding, findingInWords, findingOverdueDays } from '../domain/construction/finding';
import { stopStateNames } from '../domain/construction/stop-order';
import { dayOf, timeOf, WallMoment } from '../domain/construction/wall-moment';
import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { Blocker, stopping } from '../domain/kernel/blocker';
import type { Step } from '../domain/kernel/lifecycle';
import { nearDay } from '../domain/kernel/near-day';
import type { ActionLink, StatusMark } from '../platform/web/figures';
import type { StopRecord } from './stop.entities';

/** How a finding stands: late ones with their days. */
export function findingMark(finding: Pick<Finding, 'state' | 'dueOn'>, today: CalendarDate): StatusMark {
  const word = findingInWords(finding, today);
  if (findingOverdueDays(finding, today) > 0) return { state: 'late', word };
  const states = { open: 'doing', mended: 'doing', closed: 'done', 'struck-out': 'idle' } as const;
  return { state: states[finding.state], word };
}

/** How a concealed work stands; one that waits beyond the moment agreed on says so. */
export function concealedMark(
  { state, checkAt }: { state: ConcealedState; checkAt: WallMoment },
  now: WallMoment,
): StatusMark {
  const word = concealedStateNames[state];
  if (state === 'noticed' && dayOf(now) > dayOf(checkAt)) {
    const days = daysBetween(dayOf(checkAt), dayOf(now));
    return { state: 'late', word: `${word}，过了 ${days} 天` };
  }
  if (state === 'rejected') return { state: 'late', word };
  const states = { noticed: 'doing', accepted: 'doing', covered: 'done', withdrawn: 'idle' } as const;
  return { state: states[state], word };
}

/** How an order to stop stands; one that holds with its days. */
export function stopMark(
  { state, stoppedOn }: Pick<StopRecord, 'state' | 'stoppedOn'>,
  today: CalendarDate,
): StatusMark {
  if (state !== 'stopped')
    return { state: state === 'resumed' ? 'done' : 'idle', word: stopStateNames[state] };
  return { state: 'late', word: `${stopStateNames.stopped}，第 ${daysBetween(stoppedOn, today) + 1} 天` };
}

/** '6月8日 08:00' of this year. */
export const momentNear = (moment: WallMoment, today: CalendarDate): string =>
  `${nearDay(dayOf(moment), today)} ${timeOf(moment)}`;

/** The number on the paper: 整改第 3 号. */
export const findingNumber = ({ number }: { number: number }): string => `第 ${number} 号`;

/** The buttons of a record, and why the others are not there. */
export interface StepButtons {
  actions: ActionLink[];
  refusals: { label: string; text: string }[];
}

/** Steps that take back what was written by mistake: never what comes next. */
const undoing = ['withdraw', 'strike-out'];

/** What can be done now; the first that goes on is the primary one. */
export function toStepButtons(
  steps: readonly Step<string, string>[],
  link: (step: string) => string,
): StepButtons {
  const against = (blockers: readonly Blocker[]) => stopping(blockers)[0];
  const able = steps.filter(({ blockers }) => !against(blockers));
  const next = able.find(({ step }) => !undoing.includes(step));
  return {
    actions: able.map((one) => ({ label: one.label, link: link(one.step), primary: one === next })),
    refusals: steps.flatMap(({ label, blockers }) => {
      const reason = against(blockers);
      return reason ? [{ label, text: reason.text }] : [];
    }),
  };
}
