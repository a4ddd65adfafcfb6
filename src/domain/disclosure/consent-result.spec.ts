import type { Track } from '../renovation/stages';
import { consentResult } from './consent-result';

const result = (agree: number, postedOn = '2026-04-20', track: Track = 'district') =>
  consentResult(
    {
      postedOn,
      households: 28,
      answers: [
        { question: 'renovation', agree, against: 1, undecided: 1 },
        { question: 'removal', agree: 20, against: 5, undecided: 5 },
      ],
    },
    track,
  ).answers;

describe('the posted result of asking door by door', () => {
  it.each([
    ['22 of 28 households are too few', 22, false],
    ['23 of 28 households reach four fifths', 23, true],
  ])('%s', (_, agree, isReached) => {
    expect(result(agree)[0]).toMatchObject({ needed: 23, isReached, silent: 26 - agree });
  });

  it.each([
    ['14 of 28 households are no majority for a micro renovation', 14, false],
    ['15 of 28 households are', 15, true],
  ])('%s', (_, agree, isReached) => {
    expect(result(agree, '2026-04-20', 'micro')[0]).toMatchObject({ needed: 15, isReached });
  });

  it('is judged by no policy before there was one, and removal by none at all', () => {
    expect(result(25, '2021-12-31')[0]).toMatchObject({ needed: null, isReached: null });
    expect(result(25)[1]).toMatchObject({ needed: null, isReached: null });
  });

  it('never counts fewer than no household silent', () => {
    expect(result(25)[1].silent).toBe(0);
  });
});
