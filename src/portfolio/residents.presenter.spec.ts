import { givenPlan, givenVote } from '../domain/disclosure/given-consultation';
import type { ConsentCount } from '../domain/meeting/household-standing';
import type { Meeting } from '../meetings/meeting.entities';
import { ResidentStage } from './resident-stage';
import { toConsentNumber, toResidentFacts } from './residents.presenter';

const today = '2026-04-28';
const consent = (agree: number) => {
  const counts = [{ question: 'renovation', agree, against: 1, undecided: 0, notAsked: 27 - agree }];
  return { households: 28, reached: agree + 1, counts: counts as ConsentCount[] };
};
const given = (change: Partial<ResidentStage> = {}): ResidentStage => ({
  ...{ track: 'district', consent: null, next: null, running: [], plan: null },
  meetings: { held: 0, planned: 0, openPoints: 0, overduePoints: 0 },
  ...change,
});
const facts = (change: Partial<ResidentStage>) => toResidentFacts(given(change), 'fl106', today);

describe('how far the residents are', () => {
  it('is left out while nothing was begun', () => {
    expect(facts({})).toBeUndefined();
    expect(toConsentNumber(given())).toBeUndefined();
  });

  it.each([
    [22, '22 户同意，78.57%', '问到 23 / 28 户，离 23 户还差 1 户'],
    [23, '23 户同意，82.14%', '问到 24 / 28 户，已达到 23 户'],
  ])('consent of %i of 28 households', (agree, value, note) => {
    expect(facts({ consent: consent(agree) })).toEqual([
      { term: '改造方案征询', value, note, link: '/compounds/fl106/households' },
    ]);
    expect(toConsentNumber(given({ consent: consent(agree) }))!.value).toBe(`${agree} / 28`);
  });

  it('the next meeting, and what was agreed and is not done', () => {
    const next = {
      ...{ id: 4, kind: 'four-party', title: '说充电桩', plannedOn: '2026-05-02', plannedFrom: '19:00' },
    } as Meeting;
    const meetings = { held: 1, planned: 1, openPoints: 3, overduePoints: 1 };
    expect(facts({ next, meetings })).toEqual([
      { term: '下次会议', value: '5月2日 19:00 四方联席会', note: '说充电桩', link: '/meetings/4' },
      { term: '督办事项', value: '3 件在办', note: '逾期 1 件', link: '/compounds/fl106/meetings#points' },
    ]);
  });

  it('a running vote in numbers, and how far the plan is', () => {
    const running = [givenVote({ closesOn: '2026-05-08', result: null })];
    const notice = { postedOn: '2026-04-27', endsOn: '2026-05-04' };
    const plan = givenPlan({ version: null, fixedOn: null, notice });
    expect(facts({ running, plan })!.map(({ value, note }) => [value, note])).toEqual([
      ['原址建公共车棚', '5月8日 截止，20 / 28 人参加，71.42%'],
      ['还没有定案', '公示到 5月4日'],
    ]);
    expect(facts({ plan: givenPlan({ notice: null }) })).toMatchObject([
      { term: '改造方案', value: '第 1 版已定案', note: '5月6日' },
    ]);
  });
});
