import { Halt, haltEndBlockers } from './statutory-halts';

const halt = (change: Partial<Halt> = {}): Halt => ({
  ...{ kind: 'suspended', fromOn: '2026-03-01', endedOn: null, reason: '重病' },
  ...change,
});

describe('the end of a halt', () => {
  it.each<[string, Halt, string | null, string[]]>([
    ['on the day it began', halt(), '2026-03-01', []],
    ['the day before', halt(), '2026-02-28', ['removal.halt-ended']],
    ['today', halt(), '2026-03-27', []],
    ['tomorrow', halt(), '2026-03-28', ['removal.halt-ended']],
    ['without a day', halt(), null, ['removal.halt-ended']],
    ['of an agreement that was broken', halt({ kind: 'agreement' }), '2026-03-10', []],
    ['twice', halt({ endedOn: '2026-03-10' }), '2026-03-11', ['removal.halt-over']],
    ['of a termination', halt({ kind: 'terminated' }), '2026-03-10', ['removal.halt-final']],
  ])('%s', (_, given, endedOn, expected) => {
    expect(haltEndBlockers(given, endedOn, '2026-03-27').map(({ code }) => code)).toEqual(expected);
  });
});
