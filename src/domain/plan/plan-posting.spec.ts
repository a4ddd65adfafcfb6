import { valueOn } from '../rules/rule-book';
import { isLate, postingBlockers } from './plan-posting';
import { PlanStanding, planStandingNames } from './plan-version';

const postedOn = '2026-04-10';
const days = valueOn('notice.days', postedOn);
const codes = (standing: PlanStanding, items: number, hung: number) =>
  postingBlockers({ standing, items }, { postedOn, days: hung }).map(({ code }) => code);

describe('posting a version', () => {
  it('is done with a draft that has an item', () => {
    expect(codes('draft', 1, days)).toEqual([]);
    expect(codes('draft', 0, days)).toEqual(['posting.items']);
  });

  it(`hangs ${days} days at least`, () => {
    expect(codes('draft', 1, days - 1)).toEqual(['posting.days']);
    expect(codes('draft', 1, days + 1)).toEqual([]);
  });

  it('is not done twice, nor with what is fixed or given up', () => {
    const open = (Object.keys(planStandingNames) as PlanStanding[]).filter(
      (one) => !codes(one, 1, days).length,
    );
    expect(open).toEqual(['draft']);
    expect(codes('posted', 0, 1)).toEqual(['posting.posted']);
  });
});

describe('an objection', () => {
  const notice = { endsOn: '2026-04-17' };

  it('is late on the day after the last day, and not on it', () => {
    expect([isLate(notice, '2026-04-17'), isLate(notice, '2026-04-18')]).toEqual([false, true]);
  });
});
