import { policyConsent } from './policy-consent';

const day = '2026-04-26';

describe('the consent of the households, by policy', () => {
  it.each([
    ['22 of 28 are not four fifths', 22, 28, false, 23],
    ['23 of 28 are', 23, 28, true, 23],
    ['exactly four fifths are enough', 8, 10, true, 8],
    ['one household less is not', 7, 10, false, 8],
    ['a single household that agrees is everybody', 1, 1, true, 1],
    ['nobody of nobody is no consent', 0, 0, false, 0],
  ])('%s', (_, agree, households, passes, needed) => {
    expect(policyConsent(agree, households, day)).toMatchObject({ passes, needed });
  });

  it('names the policy, and knows none before it was in force', () => {
    expect(policyConsent(23, 28, '2022-01-01')?.rule.source).toContain('河南省');
    expect(policyConsent(23, 28, '2021-12-31')).toBeUndefined();
  });
});
