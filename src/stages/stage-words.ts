import { CalendarDate } from '../domain/kernel/calendar-date';
import { gateOf } from '../domain/renovation/gates';
import { Move, moveNames } from '../domain/renovation/moves';
import {
  Position,
  RenovationState,
  removalProgressNames,
  renovationStateNames,
  stageAfter,
  stageNames,
} from '../domain/renovation/stages';
import { withRules } from '../domain/rules/rule-book';
import type { StatusMark } from '../platform/web/figures';

/** Where a renovation stands, in one line of the record: '施工改造，进行中，拆违清障已完成'. */
export const positionInWords = ({ stage, state, removal }: Position): string =>
  [
    stageNames[stage],
    renovationStateNames[state],
    ...(removal === 'waiting' ? [] : [`${stageNames.removal}${removalProgressNames[removal]}`]),
  ].join('，');

/** What is made of this move here: '进入「居民议事」', '办结'. */
export function moveTitle(move: Move, { stage }: Pick<Position, 'stage'>): string {
  const next = move === 'advance' ? stageAfter(stage) : undefined;
  return next ? `进入「${stageNames[next]}」` : moveNames[move];
}

/** The mark of each state of a whole renovation. */
export const stateMarks: Record<RenovationState, StatusMark> = {
  active: { state: 'doing', word: renovationStateNames.active },
  paused: { state: 'late', word: renovationStateNames.paused },
  cancelled: { state: 'idle', word: renovationStateNames.cancelled },
  closed: { state: 'done', word: renovationStateNames.closed },
};

/** What a gate asks for, with the numbers of this day. */
export const gateText = (code: string, day: CalendarDate): string =>
  withRules(gateOf(code)?.text ?? code, day);
