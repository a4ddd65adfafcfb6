import { neededConsent } from './needed-consent';

const day = '2026-04-20';

describe('how many households have to agree before works start', () => {
  it.each([
    ['four fifths of 28 to the plan of the district', 'renovation', 'district', 28, 23],
    ['as many to how it is managed afterwards', 'fee', 'district', 28, 23],
    ['four fifths of 30, the limit itself', 'renovation', 'district', 30, 24],
    ['more than half of 28 to a micro renovation', 'renovation', 'micro', 28, 15],
    ['more than half of 27 to a micro renovation', 'renovation', 'micro', 27, 14],
  ] as const)('%s', (_, question, track, households, needed) => {
    expect(neededConsent(question, { track, households, day })).toBe(needed);
  });

  it.each([
    ['to removal, which is agreed one by one', 'removal', 'district', day],
    ['to the fee of a micro renovation', 'fee', 'micro', day],
    ['before the policy was in force', 'renovation', 'district', '2021-12-31'],
  ] as const)('none %s', (_, question, track, on) => {
    expect(neededConsent(question, { track, households: 28, day: on })).toBeNull();
  });
});
