import {
  AnnouncedDisruption,
  disruptionState,
  disruptionStateNames,
} from '../domain/construction/announced-disruption';
import type { WallMoment } from '../domain/construction/wall-moment';
import type { StatusMark } from '../platform/web/figures';

const marks = { ahead: 'idle', now: 'doing', over: 'done', cancelled: 'idle' } as const;

/** Where a disruption stands, as a mark with its word. */
export function disruptionMark(
  disruption: Pick<AnnouncedDisruption, 'from' | 'to' | 'cancelledOn'>,
  now: WallMoment,
): StatusMark {
  const state = disruptionState(disruption, now);
  return { state: marks[state], word: disruptionStateNames[state] };
}
