import { stopping } from '../kernel/blocker';
import { addDays } from '../kernel/calendar-date';
import { noticeRan } from '../meeting/notice';
import { valueOn } from '../rules/rule-book';
import { givenItem, givenItems } from './given-plan';
import { PlanFixFacts, planFixBlockers } from './plan-fixing';

const postedOn = '2026-04-10';
const days = valueOn('notice.days', postedOn);
const noticeOn = (day: string, change: { photos?: unknown[]; withdrawnOn?: string } = {}) =>
  noticeRan(
    {
      kind: 'plan',
      postedOn,
      endsOn: addDays(postedOn, days),
      withdrawnOn: null,
      photos: ['近景'],
      ...change,
    },
    day,
    days,
  );

const ready: PlanFixFacts = {
  track: 'district',
  standing: 'posted',
  items: givenItems,
  drawings: 1,
  sheet: { managementMode: 'self-managed', durationDays: 30, impact: '白天有噪声', measures: '午间停工' },
  notice: noticeOn(addDays(postedOn, days)),
  unanswered: 0,
  passedMatters: [],
  partlyPassed: [],
};
const against = (change: Partial<PlanFixFacts>) =>
  planFixBlockers({ ...ready, ...change }).map(({ code, level }) => [code, level]);
const bySheet = (change: Partial<PlanFixFacts['sheet']>) => ({ sheet: { ...ready.sheet, ...change } });

describe('fixing the plan', () => {
  it('may be done once everything is there', () => {
    expect(planFixBlockers(ready)).toEqual([]);
  });

  it('needs an item', () => {
    expect(against({ items: [] })).toEqual([['fix.items', 'policy']]);
    expect(against({ items: givenItems.slice(0, 1) })).toEqual([]);
  });

  it('waits for the answer to every objection, in either track', () => {
    expect(against({ unanswered: 1 })).toEqual([['fix.objections', 'policy']]);
    expect(against({ unanswered: 1, track: 'micro' })).toEqual([['fix.objections', 'policy']]);
  });

  it('needs a way of managing afterwards, in either track', () => {
    expect(against(bySheet({ managementMode: null }))).toEqual([['fix.management', 'policy']]);
    expect(against({ ...bySheet({ managementMode: null }), track: 'micro' })).toEqual([
      ['fix.management', 'policy'],
    ]);
  });

  it.each([
    ['fix.notice', { notice: null }],
    ['fix.drawings', { drawings: 0 }],
    ['fix.sheet', bySheet({ durationDays: null })],
    ['fix.sheet', bySheet({ impact: null })],
    ['fix.sheet', bySheet({ measures: ' ' })],
  ] as const)('%s stops the district track and is said in the micro track', (code, change) => {
    expect(against(change)).toEqual([[code, 'policy']]);
    expect(against({ ...change, track: 'micro' })).toEqual([[code, 'warning']]);
  });

  it('is done once: a fixed or dropped version knows no other reason', () => {
    expect(against({ standing: 'fixed', items: [], drawings: 0 })).toEqual([['plan.fixed', 'policy']]);
    expect(against({ standing: 'dropped', items: [] })).toEqual([['plan.dropped', 'policy']]);
  });

  it('a micro renovation may be fixed from its draft, with the warnings said', () => {
    const facts: PlanFixFacts = { ...ready, track: 'micro', standing: 'draft', notice: null, drawings: 0 };
    expect(stopping(planFixBlockers(facts))).toEqual([]);
    expect(planFixBlockers(facts)).toHaveLength(2);
  });
});

describe('its notice', () => {
  const lastDay = addDays(postedOn, days);

  it(`has hung ${days} days on the day it ends, and not the day before`, () => {
    expect(against({ notice: noticeOn(addDays(lastDay, -1)) })).toEqual([['fix.notice', 'policy']]);
    expect(against({ notice: noticeOn(lastDay) })).toEqual([]);
  });

  it('is proved by a photo, and no longer counts once it is taken down', () => {
    expect(against({ notice: noticeOn(lastDay, { photos: [] }) })).toEqual([['fix.notice', 'policy']]);
    expect(against({ notice: noticeOn(lastDay, { withdrawnOn: lastDay }) })).toEqual([
      ['fix.notice', 'policy'],
    ]);
  });
});

describe('trees', () => {
  const withTree = (change: object) => ({
    items: [givenItem(1, { code: 'B05', name: '院路拓宽', treeWork: 'fell', ...change })],
  });

  it('are not touched without number and document of the approval, in no track', () => {
    for (const track of ['district', 'micro'] as const) {
      expect(against({ ...withTree({}), track })).toEqual([['fix.tree-permit', 'law']]);
      expect(against({ ...withTree({ permitNumber: '郑绿许〔2026〕12号' }), track })).toHaveLength(1);
      expect(against({ ...withTree({ permitFileId: 8 }), track })).toHaveLength(1);
      const approved = withTree({ permitNumber: '郑绿许〔2026〕12号', permitFileId: 8 });
      expect(against({ ...approved, track })).toEqual([]);
    }
  });

  it('the reason names the item, what is lacking and the source', () => {
    const [blocker] = planFixBlockers({ ...ready, ...withTree({ permitNumber: '郑绿许〔2026〕12号' }) });
    expect(blocker).toMatchObject({
      text: '「院路拓宽」要砍伐树木，还缺许可文件。未经批准不得砍伐、移植',
      source: '郑州市城市园林绿化条例 §38、§40',
    });
  });
});

describe('what is the owners’ to decide', () => {
  const lift = {
    items: [givenItem(1, { code: 'I14', name: '3 单元加装电梯', matters: ['fund-raise'] as const })],
  };

  it('waits for the vote of each matter, in no track otherwise', () => {
    for (const track of ['district', 'micro'] as const) {
      expect(against({ ...lift, track })).toEqual([
        ['fix.vote.rebuild', 'law'],
        ['fix.vote.fund-raise', 'law'],
      ]);
      expect(against({ ...lift, track, passedMatters: ['rebuild'] })).toEqual([
        ['fix.vote.fund-raise', 'law'],
      ]);
      expect(against({ ...lift, track, passedMatters: ['fund-raise', 'rebuild'] })).toEqual([]);
    }
  });

  it('what one building or unit alone decided is said with it: nobody but a person sees where it holds', () => {
    const passed = { passedMatters: ['fund-raise', 'rebuild'] as const, partlyPassed: ['rebuild'] as const };
    expect(against({ ...lift, ...passed })).toEqual([['fix.vote-part.rebuild', 'warning']]);
    expect(planFixBlockers({ ...ready, ...lift, ...passed })[0].text).toBe(
      '「3 单元加装电梯」属于「改建、重建建筑物及其附属设施（如加装电梯）」，只有一栋楼或一个单元的业主表决通过，超出这个范围的要另行表决',
    );
  });

  it('another matter that passed does not stand for it', () => {
    expect(against({ ...lift, passedMatters: ['manager', 'fund-use', 'fund-raise'] })).toEqual([
      ['fix.vote.rebuild', 'law'],
    ]);
  });
});
