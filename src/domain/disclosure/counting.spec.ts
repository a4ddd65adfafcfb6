import { countsAt } from './counting';

describe('a compound at a stage', () => {
  it.each([
    ['active at it', 'survey', 'active', true],
    ['paused at it', 'survey', 'paused', true],
    ['active at another', 'consultation', 'active', false],
    ['cancelled at it', 'survey', 'cancelled', false],
    ['without a renovation', null, null, false],
  ] as const)('%s', (_, stage, state, expected) => {
    expect(countsAt({ stage, state }, 'survey')).toBe(expected);
  });

  it('counts at the last stage once it is closed', () => {
    expect(countsAt({ stage: 'handover', state: 'closed' }, 'handover')).toBe(true);
  });
});
