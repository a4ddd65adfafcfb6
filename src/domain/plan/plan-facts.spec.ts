import type { NoticeRun } from '../meeting/notice';
import { PlanForGates, planFacts } from './plan-facts';

const ran: NoticeRun = { state: 'ran', daysLeft: 0, words: '2026年4月10日 张贴，2026年4月17日 已满 7 天' };
const plan: PlanForGates = {
  number: 1,
  fixedOn: '2026-04-18',
  items: 5,
  drawings: 2,
  sheet: { managementMode: 'self-managed', durationDays: 30, impact: '噪声', measures: '午间停工' },
  notice: ran,
  objections: { taken: 2, unanswered: 0 },
};
const said = (change: Partial<PlanForGates> = {}) =>
  Object.fromEntries(
    planFacts({ ...plan, ...change }, '/plan').map(({ code, state, detail }) => [code, `${state} ${detail}`]),
  );

describe('what the plan says to the gates', () => {
  it('is nothing before the first version', () => {
    expect(planFacts(null, '/plan')).toEqual([]);
  });

  it('is everything once it is fixed', () => {
    expect(said()).toEqual({
      'plan.items-chosen': 'met 第 1 版，5 项，2026年4月18日 定案',
      'plan.drawings': 'met 2 张',
      'plan.duration-and-impact': 'met 工期 30 天，影响和措施已写明',
      'plan.management-draft': 'met 自管会自我管理',
      'notice.plan-posted': 'met 2026年4月10日 张贴，2026年4月17日 已满 7 天',
      'notice.objections-answered': 'met 2 条异议都已答复',
    });
    expect(planFacts(plan, '/plan')[0]).toMatchObject({ on: '2026-04-18', link: '/plan' });
  });

  it('items are chosen once they are fixed', () => {
    expect(said({ fixedOn: null })['plan.items-chosen']).toBe('missing 第 1 版还没有定案，现有 5 项');
    expect(said({ fixedOn: null, items: 0 })['plan.items-chosen']).toBe(
      'missing 第 1 版还没有定案，还没有选改造内容',
    );
  });

  it('names what is lacking', () => {
    const sheet = { managementMode: null, durationDays: null, impact: '噪声', measures: null };
    expect(said({ drawings: 0, sheet })).toMatchObject({
      'plan.drawings': 'missing 还没有上传效果图或方案图',
      'plan.duration-and-impact': 'missing 还缺工期、临时措施',
      'plan.management-draft': 'missing 还没有选管理模式',
    });
  });

  it('of the notice it is silent while none was posted', () => {
    expect(Object.keys(said({ notice: null })).filter((code) => code.startsWith('notice'))).toEqual([]);
  });

  it('objections can come until the last day, and each has its answer', () => {
    const running: NoticeRun = { state: 'running', daysLeft: 1, words: '还剩 1 天' };
    const none = { taken: 0, unanswered: 0 };
    expect(said({ notice: running, objections: none })).toMatchObject({
      'notice.plan-posted': 'missing 还剩 1 天',
      'notice.objections-answered': 'missing 公示还剩 1 天，期满前仍可提出',
    });
    expect(said({ objections: none })['notice.objections-answered']).toBe('met 没有收到异议');
    expect(said({ objections: { taken: 2, unanswered: 1 } })['notice.objections-answered']).toBe(
      'missing 2 条异议，1 条没有答复',
    );
  });

  it('a notice that was taken down or has no photo does not count', () => {
    const down: NoticeRun = { state: 'withdrawn', daysLeft: 0, words: '已撤下' };
    expect(said({ notice: down })['notice.plan-posted']).toBe('missing 已撤下');
    expect(said({ notice: { ...ran, state: 'unproved' } })['notice.plan-posted']).toMatch(/^missing/);
  });
});
