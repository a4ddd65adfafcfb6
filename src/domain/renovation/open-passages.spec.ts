import type { Passage } from './gates/gate';
import { openPassages, overBlockers } from './open-passages';
import { firstPosition, Position, RenovationState } from './stages';

describe('what a renovation meets next', () => {
  it.each<[string, Partial<Position>, Passage[]]>([
    ['the gates of its stage', { stage: 'consultation' }, ['consultation']],
    ['also while paused', { state: 'paused' }, ['survey']],
    [
      'the end of a removal that runs beside',
      { stage: 'construction', removal: 'open' },
      ['construction', 'removal-finish'],
    ],
    [
      'the end of removal in its own stage',
      { stage: 'removal', removal: 'open' },
      ['removal', 'removal-finish'],
    ],
    ['no removal that is over', { stage: 'construction', removal: 'finished' }, ['construction']],
    ['nothing once it is closed', { state: 'closed', stage: 'handover' }, []],
    ['nothing once it is cancelled', { state: 'cancelled', removal: 'open' }, []],
  ])('%s', (_, change, expected) => {
    expect(openPassages({ ...firstPosition, ...change })).toEqual(expected);
  });
});

describe('the records of a renovation', () => {
  it.each<[RenovationState, string[]]>([
    ['active', []],
    ['paused', []],
    ['cancelled', ['改造已取消，阶段记录不能再改']],
    ['closed', ['改造已办结，阶段记录不能再改']],
  ])('that is %s', (state, expected) => {
    expect(overBlockers(state).map(({ text }) => text)).toEqual(expected);
  });
});
