import { PipeFixture, PipeNote, PipeTarget, pipeTotals, pipeVerdict } from './pipe-connection';

const note = (fixture: PipeFixture, target: PipeTarget): PipeNote => ({ fixture, target });

describe('a connection', () => {
  it.each<[PipeFixture, Record<PipeTarget, string>]>([
    ['kitchen', { 'rain-pipe': 'wrong', sewer: 'right', mixed: 'wrong', unknown: 'unknown' }],
    ['toilet', { 'rain-pipe': 'wrong', sewer: 'right', mixed: 'wrong', unknown: 'unknown' }],
    ['rain', { 'rain-pipe': 'right', sewer: 'wrong', mixed: 'wrong', unknown: 'unknown' }],
  ])('of the %s', (fixture, verdicts) => {
    for (const [target, verdict] of Object.entries(verdicts)) {
      expect([target, pipeVerdict(note(fixture, target as PipeTarget))]).toEqual([target, verdict]);
    }
  });

  it('is counted once for each door, a wrong one before an unclear one', () => {
    const doors = [
      [],
      [note('kitchen', 'sewer'), note('rain', 'rain-pipe')],
      [note('kitchen', 'rain-pipe'), note('toilet', 'unknown')],
      [note('toilet', 'unknown')],
      [note('toilet', 'sewer')],
    ];
    expect(pipeTotals(doors)).toEqual({ surveyed: 4, wrong: 1, unclear: 1 });
    expect(pipeTotals([])).toEqual({ surveyed: 0, wrong: 0, unclear: 0 });
  });
});
