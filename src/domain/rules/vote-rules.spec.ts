import { addDays, isCalendarDate } from '../kernel/calendar-date';
import { OwnersMatter, ownersMatters } from '../meeting/matters';
import { liftFigure, voteRuleNamed, voteRuleOn, voteRules } from './vote-rules';

const matters = Object.keys(ownersMatters) as OwnersMatter[];

describe('the dated rule sets of votes', () => {
  it('each name a source and days that exist, and have a code of their own', () => {
    for (const { source, validFrom, validTo, code } of voteRules) {
      expect(source).not.toBe('');
      expect([validFrom, validTo ?? validFrom].every(isCalendarDate)).toBe(true);
      expect(voteRules.filter((rule) => rule.code === code).length).toBe(1);
      expect(voteRuleNamed(code)?.source).toBe(source);
    }
    expect(voteRuleNamed('unheard-of')).toBeUndefined();
  });

  it.each(matters)('%s is judged by exactly one rule set on every day since 2007-10-01', (matter) => {
    for (const day of ['2007-10-01', '2018-06-08', '2020-12-31', '2021-01-01', '2026-06-08']) {
      const found = voteRules.filter(
        (rule) =>
          rule.matters.includes(matter) && rule.validFrom <= day && day <= (rule.validTo ?? '9999-12-31'),
      );
      expect(found.map(({ code }) => code)).toEqual([voteRuleOn(matter, day)?.code]);
    }
    expect(voteRuleOn(matter, '2007-09-30')).toBeUndefined();
  });

  it('changes with the Civil Code from one day to the next', () => {
    expect(voteRuleOn('fund-use', '2020-12-31')?.code).toBe('property-law-two-thirds');
    expect(voteRuleOn('fund-use', '2021-01-01')?.code).toBe('civil-code-ordinary');
  });

  it.each<[OwnersMatter, string, string, number, number, boolean, boolean]>([
    ['procedure', '2026-06-08', 'civil-code-ordinary', 1, 2, false, true],
    ['convention', '2026-06-08', 'civil-code-ordinary', 1, 2, false, true],
    ['committee', '2026-06-08', 'civil-code-ordinary', 1, 2, false, true],
    ['manager', '2026-06-08', 'civil-code-ordinary', 1, 2, false, true],
    ['fund-use', '2026-06-08', 'civil-code-ordinary', 1, 2, false, true],
    ['fund-raise', '2026-06-08', 'civil-code-special', 3, 4, true, true],
    ['rebuild', '2026-06-08', 'civil-code-special', 3, 4, true, true],
    ['change-of-use', '2026-06-08', 'civil-code-special', 3, 4, true, true],
    ['common-other', '2026-06-08', 'civil-code-ordinary', 1, 2, false, true],
    ['dwelling-use', '2026-06-08', 'civil-code-unanimous', 1, 1, true, false],
    ['fund-use', '2018-06-08', 'property-law-two-thirds', 2, 3, true, false],
    ['fund-raise', '2018-06-08', 'property-law-two-thirds', 2, 3, true, false],
    ['rebuild', '2018-06-08', 'property-law-two-thirds', 2, 3, true, false],
    ['manager', '2018-06-08', 'property-law-half', 1, 2, false, false],
  ])('%s on %s: %s, %i/%i', (matter, day, code, numerator, denominator, atLeast, hasParticipation) => {
    const rule = voteRuleOn(matter, day)!;
    expect(rule.code).toBe(code);
    expect(rule.agreement).toEqual({ share: { numerator, denominator }, atLeast });
    expect(rule.participation !== null).toBe(hasParticipation);
    expect(rule.of).toBe(hasParticipation ? 'participating' : 'all');
  });

  it('says 待核 of every rule nobody has compared with the official text', () => {
    for (const { source, validTo } of voteRules) {
      expect(source.includes('待核')).toBe(validTo !== undefined);
    }
  });

  it('knows the figure for lifts from its day on', () => {
    expect(liftFigure.share).toEqual({ numerator: 2, denominator: 3 });
    expect(addDays(liftFigure.validFrom, -1)).toBe('2017-12-31');
  });
});
