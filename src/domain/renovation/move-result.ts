// Where does a renovation stand after a move, and which stages began, ended or were taken up again by it? Asked only
// after moveBlockers found nothing. Source: domain reference §1.1; removal is told apart because it may run beside.
import { gateChecks } from './gate-checks';
import type { Move, MoveFacts } from './moves';
import { Position, StageCode, stageAfter, stageBefore } from './stages';

/** What a move changed. `withdrawn` stages had begun and are ahead again, so their actual start is taken back. */
export interface MoveResult {
  position: Position;
  opened: StageCode[];
  finished: StageCode[];
  reopened: StageCode[];
  withdrawn: StageCode[];
}

/** What comes of this move? */
export function moveResult(move: Move, facts: MoveFacts): MoveResult {
  const position: Position = { state: facts.state, stage: facts.stage, removal: facts.removal };
  const result: MoveResult = { position, opened: [], finished: [], reopened: [], withdrawn: [] };
  switch (move) {
    case 'advance':
      return advanced(result, facts);
    case 'send-back':
      return sentBack(result);
    case 'start-removal':
      result[position.removal === 'finished' ? 'reopened' : 'opened'].push('removal');
      return { ...result, position: { ...position, removal: 'open' } };
    case 'finish-removal':
      return { ...result, finished: ['removal'], position: { ...position, removal: 'finished' } };
    case 'close':
      return { ...result, finished: [position.stage], position: { ...position, state: 'closed' } };
    case 'pause':
      return { ...result, position: { ...position, state: 'paused' } };
    case 'resume':
      return { ...result, position: { ...position, state: 'active' } };
    case 'cancel':
      return { ...result, position: { ...position, state: 'cancelled' } };
  }
}

function advanced(result: MoveResult, facts: MoveFacts): MoveResult {
  const { stage, removal } = result.position;
  const next = stageAfter(stage);
  if (!next) return result;
  if (stage === 'removal') {
    const clear = gateChecks('removal-finish', facts, facts.day).every(({ state }) => state !== 'missing');
    const finishes = clear && removal === 'open';
    return {
      ...result,
      finished: finishes ? ['removal'] : [],
      opened: [next],
      position: { ...result.position, stage: next, removal: finishes ? 'finished' : removal },
    };
  }
  const beginsRemoval = next === 'removal' && removal === 'waiting';
  return {
    ...result,
    finished: [stage],
    opened: next !== 'removal' || beginsRemoval ? [next] : [],
    position: { ...result.position, stage: next, removal: beginsRemoval ? 'open' : removal },
  };
}

function sentBack(result: MoveResult): MoveResult {
  const { stage, removal } = result.position;
  const before = stageBefore(stage);
  if (!before) return result;
  return {
    ...result,
    reopened: before === 'removal' && removal === 'open' ? [] : [before],
    withdrawn: stage === 'removal' ? [] : [stage],
    position: { ...result.position, stage: before, removal: before === 'removal' ? 'open' : removal },
  };
}
