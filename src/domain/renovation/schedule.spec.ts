import * as fc from 'fast-check';
import { addDays } from '../kernel/calendar-date';
import {
  Baseline,
  baselineBlockers,
  forecastBlockers,
  nextBaselineVersion,
  planBlockers,
  slipDays,
  StagePlan,
} from './schedule';
import { StageCode, stages } from './stages';

const ends: Record<StageCode, string> = {
  survey: '2026-03-20',
  consultation: '2026-04-30',
  removal: '2026-05-18',
  construction: '2026-06-18',
  acceptance: '2026-06-30',
  handover: '2026-07-11',
};
const planWith = (change: Partial<Record<StageCode, Partial<StagePlan>>> = {}): StagePlan[] =>
  stages.map((stage) => ({ stage, plannedStartOn: null, plannedEndOn: ends[stage], ...change[stage] }));
const codes = (found: { code: string }[]) => found.map(({ code }) => code);

describe('a plan', () => {
  it.each<[string, StagePlan[], string[]]>([
    ['in order is accepted', planWith(), []],
    ['may begin and end a stage on one day', planWith({ removal: { plannedStartOn: '2026-05-18' } }), []],
    ['may let removal run beside consultation', planWith({ removal: { plannedStartOn: '2026-03-20' } }), []],
    ['may let removal end before consultation', planWith({ removal: { plannedEndOn: '2026-04-01' } }), []],
    ['may let removal end with construction', planWith({ removal: { plannedEndOn: '2026-06-18' } }), []],
    [
      'cannot let removal end the day after construction',
      planWith({ removal: { plannedEndOn: '2026-06-19' } }),
      ['plan.order'],
    ],
    [
      'cannot let removal end before the survey',
      planWith({ removal: { plannedEndOn: '2026-03-19' } }),
      ['plan.order'],
    ],
    ['may leave out removal', planWith({ removal: { plannedEndOn: null } }), []],
    [
      'cannot begin removal without end',
      planWith({ removal: { plannedStartOn: '2026-05-18', plannedEndOn: null } }),
      ['plan.end'],
    ],
    ['cannot leave out another stage', planWith({ acceptance: { plannedEndOn: null } }), ['plan.end']],
    [
      'may begin a stage the day the one before ends',
      planWith({ construction: { plannedStartOn: '2026-04-30' } }),
      [],
    ],
    [
      'cannot begin it the day before',
      planWith({ construction: { plannedStartOn: '2026-04-29' } }),
      ['plan.order'],
    ],
    ['may end two stages on one day', planWith({ acceptance: { plannedEndOn: '2026-06-18' } }), []],
    [
      'cannot end the later one first',
      planWith({ acceptance: { plannedEndOn: '2026-06-17' } }),
      ['plan.order'],
    ],
    [
      'cannot end before it begins',
      planWith({ handover: { plannedStartOn: '2026-07-12' } }),
      ['plan.backwards'],
    ],
    ['without any day misses five', [], ['plan.end', 'plan.end', 'plan.end', 'plan.end', 'plan.end']],
  ])('%s', (_, plan, expected) => {
    expect(codes(planBlockers(plan))).toEqual(expected);
  });

  it('says the day it conflicts with', () => {
    const [found] = planBlockers(planWith({ acceptance: { plannedEndOn: '2026-06-17' } }));
    expect(found.text).toBe('「竣工验收」计划完成不能早于「施工改造」的计划完成 2026年6月18日');
  });

  it('of ordered days is always accepted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 6, maxLength: 6 }), (gaps) => {
        let day = '2026-01-01';
        const plan = stages.map((stage, index) => {
          const plannedStartOn = day;
          day = addDays(day, gaps[index]);
          return { stage, plannedStartOn, plannedEndOn: day };
        });
        expect(planBlockers(plan)).toEqual([]);
      }),
    );
  });
});

describe('a baseline', () => {
  const first: Baseline = { version: 1, reason: null, setOn: '2026-03-01', plan: planWith() };
  const later = planWith({ handover: { plannedEndOn: '2026-07-20' } });
  it.each<[string, Baseline | undefined, StagePlan[], string, StageCode[], string[]]>([
    ['the first needs no reason', undefined, planWith(), '', [], []],
    ['the first must be in order', undefined, [], '', [], Array(5).fill('plan.end')],
    ['the next needs a reason', first, later, ' ', [], ['baseline.reason']],
    ['the next with a reason is kept beside the first', first, later, '连续降雨', [], []],
    ['nothing changed is no new baseline', first, planWith(), '连续降雨', [], ['baseline.same']],
    ['a stage that is over keeps its plan', first, later, '连续降雨', ['handover'], ['baseline.ended']],
    ['a stage that goes on may change', first, later, '连续降雨', ['survey', 'removal'], []],
    [
      'a new start is a change too',
      first,
      planWith({ handover: { plannedStartOn: '2026-07-01' } }),
      '提前',
      [],
      [],
    ],
  ])('%s', (_, current, plan, reason, ended, expected) => {
    expect(codes(baselineBlockers(current, { plan, reason }, ended))).toEqual(expected);
  });

  it('is numbered on from the last', () => {
    expect(nextBaselineVersion([])).toBe(1);
    expect(nextBaselineVersion([{ ...first, version: 3 }, first])).toBe(4);
  });
});

describe('an expected end', () => {
  const stage = { ...planWith()[3], endedOn: null };
  const today = '2026-06-08';
  const asked = {
    forecastEndOn: '2026-06-20',
    reason: '上周下雨，车棚顶板晚装',
    answerable: 'weather' as const,
  };
  it.each([
    ['later than planned with reason and who answers', stage, asked, []],
    ['later without a reason', stage, { ...asked, reason: '' }, ['forecast.reason']],
    ['later and nobody answers', stage, { ...asked, answerable: null }, ['forecast.answerable']],
    [
      'one day later with neither',
      stage,
      { forecastEndOn: '2026-06-19', reason: '', answerable: null },
      ['forecast.reason', 'forecast.answerable'],
    ],
    [
      'just as planned with neither',
      stage,
      { forecastEndOn: '2026-06-18', reason: '', answerable: null },
      [],
    ],
    ['today', stage, { ...asked, forecastEndOn: today }, []],
    ['yesterday', stage, { ...asked, forecastEndOn: '2026-06-07' }, ['forecast.past']],
    ['of a stage that is over', { ...stage, endedOn: '2026-06-01' }, asked, ['forecast.ended']],
    ['of a stage without plan', { ...stage, plannedEndOn: null }, asked, ['forecast.no-plan']],
  ])('%s', (_, of, question, expected) => {
    expect(codes(forecastBlockers(of, question, today))).toEqual(expected);
  });

  it('says by how many days it is late', () => {
    const [found] = forecastBlockers(stage, { ...asked, reason: '' }, today);
    expect(found.text).toBe('比计划晚 2 天，请写明原因');
  });

  it.each([
    ['2026-06-18', '2026-06-20', 2],
    ['2026-06-18', '2026-06-18', 0],
    ['2026-06-18', '2026-06-10', 0],
    ['2026-06-18', null, 0],
    [null, '2026-06-20', 0],
  ])('planned %s, expected %s slips %i days', (planned, forecast, days) => {
    expect(slipDays(planned, forecast)).toBe(days);
  });
});
