import { noticeLimits } from '../meeting/notice';
import { givenItem, givenItems } from './given-plan';
import { compareItems } from './plan-comparison';
import { PlanToPost, planNoticeBody, planNoticeTitle } from './plan-notice';

const plan: PlanToPost = {
  compoundName: '丰乐路106号院',
  number: 1,
  items: givenItems,
  sheet: {
    managementMode: 'self-managed',
    managementNote: '楼栋长牵头，账目每月公开',
    durationDays: 30,
    plannedFromOn: '2026-05-19',
    plannedUntilOn: '2026-06-17',
    impact: '白天有噪声，院门一侧通行',
    measures: '12:00 至 14:30 停工',
  },
  changes: [],
  reason: null,
};

describe('the notice of a plan', () => {
  it('says what is done class by class, how long, who looks after it, and that everybody may object', () => {
    expect(planNoticeBody(plan, '2026-04-17')).toBe(
      [
        '丰乐路106号院改造方案（第 1 版）已拟好，现向全体居民公示。',
        '',
        '一、改造内容',
        '【基础类】',
        '1. 电子门禁：1 套，车棚内',
        '2. 飞线规整：1 项，车棚内',
        '3. 院墙和走廊粉刷：620 ㎡，车棚内',
        '【完善类】',
        '4. 公共车棚：45 ㎡，车棚内',
        '5. 电动自行车充电桩：30 组，车棚内',
        '',
        '二、工期',
        '约 30 天，计划 2026年5月19日 开工，2026年6月17日 完工',
        '',
        '三、施工影响和临时措施',
        '白天有噪声，院门一侧通行',
        '12:00 至 14:30 停工',
        '',
        '四、改造后怎么管',
        '自管会自我管理',
        '楼栋长牵头，账目每月公开',
        '',
        '五、您的意见',
        '对方案有意见的，请在 2026年4月17日 前向社区反映，每一条都会答复。',
      ].join('\n'),
    );
  });

  it('leaves out what is still empty, and never says what it costs', () => {
    const empty = { managementMode: null, managementNote: null, durationDays: null, plannedFromOn: null };
    const sheet = { ...empty, plannedUntilOn: null, impact: null, measures: ' ' };
    const text = planNoticeBody({ ...plan, sheet }, '2026-04-17');
    expect(text.match(/^[一二三四五六]、.*$/gm)).toEqual(['一、改造内容', '二、您的意见']);
    expect(text).not.toMatch(/万元|元/);
  });

  it('of a later version tells what changed and why', () => {
    const changes = compareItems(
      [givenItem(1), givenItem(2, { name: '晾衣架' })],
      [givenItem(1, { quantity: 4000, estimatedFen: 1 }), givenItem(3, { name: '紫藤架' })],
    );
    const text = planNoticeBody({ ...plan, number: 2, changes, reason: '居民要求加装' }, '2026-04-17');
    expect(text).toContain(
      [
        '二、和上一版相比',
        '变更原因：居民要求加装',
        '有变化：电动自行车充电桩（数量由 30 组 改为 40 组）',
        '取消：晾衣架',
        '新增：紫藤架',
      ].join('\n'),
    );
    expect(text).not.toContain('元');
  });

  it('is silent of an item of which only the estimate changed', () => {
    const changes = compareItems([givenItem(1)], [givenItem(1, { estimatedFen: 1 })]);
    expect(planNoticeBody({ ...plan, number: 2, changes }, '2026-04-17')).not.toContain('和上一版相比');
  });

  it('its title fits, whatever the name of the compound', () => {
    expect(planNoticeTitle(plan)).toBe('丰乐路106号院改造方案（第 1 版）公示');
    const title = planNoticeTitle({ compoundName: '院'.repeat(60), number: 999 });
    expect([...title].length).toBeLessThanOrEqual(noticeLimits.title);
  });
});
