import * as fc from 'fast-check';
import { roles } from '../people/roles';
import { everyFactBut, given } from './given-renovation';
import { moveResult } from './move-result';
import { Move, moveBlockers, moveNeedsReason } from './moves';
import {
  firstPosition,
  Position,
  RemovalProgress,
  RenovationState,
  StageCode,
  stages,
  stageStanding,
} from './stages';

const place = (stage: StageCode, removal: RemovalProgress, state: RenovationState = 'active'): Position => ({
  state,
  stage,
  removal,
});
const nothing = { opened: [], finished: [], reopened: [], withdrawn: [] };

describe('after a move', () => {
  it.each<[string, Move, Position, Position, object]>([
    [
      'the survey is over',
      'advance',
      place('survey', 'waiting'),
      place('consultation', 'waiting'),
      { finished: ['survey'], opened: ['consultation'] },
    ],
    [
      'removal begins',
      'advance',
      place('consultation', 'waiting'),
      place('removal', 'open'),
      { finished: ['consultation'], opened: ['removal'] },
    ],
    [
      'a removal that began beside goes on',
      'advance',
      place('consultation', 'open'),
      place('removal', 'open'),
      { finished: ['consultation'] },
    ],
    [
      'a removal that was finished beside stays finished',
      'advance',
      place('consultation', 'finished'),
      place('removal', 'finished'),
      { finished: ['consultation'] },
    ],
    [
      'removal is over and construction begins',
      'advance',
      place('removal', 'open'),
      place('construction', 'finished'),
      { finished: ['removal'], opened: ['construction'] },
    ],
    [
      'construction begins after a finished removal',
      'advance',
      place('removal', 'finished'),
      place('construction', 'finished'),
      { opened: ['construction'] },
    ],
    [
      'acceptance begins',
      'advance',
      place('construction', 'finished'),
      place('acceptance', 'finished'),
      { finished: ['construction'], opened: ['acceptance'] },
    ],
    [
      'handover begins',
      'advance',
      place('acceptance', 'finished'),
      place('handover', 'finished'),
      { finished: ['acceptance'], opened: ['handover'] },
    ],
    [
      'the renovation is closed',
      'close',
      place('handover', 'finished'),
      place('handover', 'finished', 'closed'),
      { finished: ['handover'] },
    ],
    [
      'removal runs beside consultation',
      'start-removal',
      place('consultation', 'waiting'),
      place('consultation', 'open'),
      { opened: ['removal'] },
    ],
    [
      'removal is taken up again beside construction',
      'start-removal',
      place('construction', 'finished'),
      place('construction', 'open'),
      { reopened: ['removal'] },
    ],
    [
      'removal beside construction is over',
      'finish-removal',
      place('construction', 'open'),
      place('construction', 'finished'),
      { finished: ['removal'] },
    ],
    [
      'acceptance went back to construction',
      'send-back',
      place('acceptance', 'finished'),
      place('construction', 'finished'),
      { reopened: ['construction'], withdrawn: ['acceptance'] },
    ],
    [
      'construction went back to removal',
      'send-back',
      place('construction', 'finished'),
      place('removal', 'open'),
      { reopened: ['removal'], withdrawn: ['construction'] },
    ],
    [
      'construction went back to a removal still open',
      'send-back',
      place('construction', 'open'),
      place('removal', 'open'),
      { withdrawn: ['construction'] },
    ],
    [
      'removal went back to consultation and goes on beside it',
      'send-back',
      place('removal', 'open'),
      place('consultation', 'open'),
      { reopened: ['consultation'] },
    ],
    [
      'consultation went back to the survey',
      'send-back',
      place('consultation', 'waiting'),
      place('survey', 'waiting'),
      { reopened: ['survey'], withdrawn: ['consultation'] },
    ],
    ['it is paused', 'pause', place('construction', 'open'), place('construction', 'open', 'paused'), {}],
    ['it goes on', 'resume', place('construction', 'open', 'paused'), place('construction', 'open'), {}],
    [
      'it is cancelled',
      'cancel',
      place('survey', 'waiting', 'paused'),
      place('survey', 'waiting', 'cancelled'),
      {},
    ],
  ])('%s', (_, move, before, position, changes) => {
    expect(moveResult(move, given(before))).toEqual({ ...nothing, ...changes, position });
  });

  it('removal stays open beside construction while other areas are not clear', () => {
    const facts = everyFactBut('removal.all-closed');
    expect(moveResult('advance', given({ ...place('removal', 'open'), facts }))).toEqual({
      ...nothing,
      opened: ['construction'],
      position: place('construction', 'open'),
    });
  });

  it('a stage that is said to begin or end really does, whatever way was taken', () => {
    const moves = Object.keys(moveNeedsReason) as Move[];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...moves), fc.constantFrom(...roles), fc.boolean()), {
          maxLength: 40,
        }),
        (steps) => {
          let position = firstPosition;
          for (const [move, role, clear] of steps) {
            const facts = given({
              ...position,
              track: 'micro',
              ...(clear ? {} : { facts: everyFactBut('removal.all-closed') }),
            });
            if (moveBlockers(move, facts, role).length > 0) continue;
            const result = moveResult(move, facts);
            const standing = (stage: StageCode, at: Position) =>
              stageStanding(stage, { ...at, state: 'active' });
            for (const stage of stages) {
              const before = standing(stage, position);
              const after =
                move === 'close' && stage === 'handover' ? 'over' : standing(stage, result.position);
              const told = [
                result.opened.includes(stage) && before === 'ahead' && after === 'running',
                result.finished.includes(stage) && before === 'running' && after === 'over',
                result.reopened.includes(stage) && before === 'over' && after === 'running',
                result.withdrawn.includes(stage) && before === 'running' && after === 'ahead',
              ].filter(Boolean).length;
              expect(told).toBe(before === after ? 0 : 1);
            }
            position = result.position;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
