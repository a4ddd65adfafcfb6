import { LogLine } from './audit-log.service';
import { readLogQuery, toAudit, toLogRow } from './log.presenter';

const today = '2026-06-08';
const line: LogLine = {
  id: 7,
  at: '2026-06-08T02:32:00.000Z',
  action: 'stage.pause',
  from: '施工改造，进行中',
  to: '施工改造，已暂停',
  reason: '连续降雨',
  person: '刘寨街道项目负责人',
  role: 'street-manager',
  code: 'fl106',
  compound: '丰乐路106号院',
};
const chain = { entries: 1234, brokenAt: null, checkedAt: '2026-06-08T02:40:00.000Z' };
const audit = (
  query: Record<string, unknown> = {},
  lines = [line],
  found: Parameters<typeof toAudit>[2]['chain'] = chain,
) =>
  toAudit(
    { lines, total: lines.length },
    readLogQuery(query),
    { people: [{ id: 3, name: '刘寨街道项目负责人' }], chain: found },
    today,
  );

describe('a step of the record', () => {
  it('says when, what, who in which role, and why', () => {
    expect(toLogRow(line, today)).toEqual({
      when: '今天 10:32',
      what: '暂停：施工改造，进行中 → 施工改造，已暂停',
      by: '刘寨街道项目负责人 · 街道项目负责人',
      reason: '连续降雨',
    });
  });

  it('of the system names no person', () => {
    const step = { ...line, person: null, role: null, reason: null, at: '2025-12-31T15:59:00.000Z' };
    expect(toLogRow(step, today)).toMatchObject({ when: '2025年12月31日 23:59', by: '系统' });
    expect(toLogRow(step, today).reason).toBeUndefined();
  });
});

describe('the page of the record', () => {
  it('leads to the compound of each step', () => {
    expect(audit().rows[0]).toMatchObject({ where: '丰乐路106号院', link: '/compounds/fl106' });
    expect(audit({}, [{ ...line, code: null, compound: null }]).rows[0].link).toBeUndefined();
  });

  it.each([
    ['holds', chain, 'done', '共 1,234 条，今天 10:40 逐条核对，前后相连，没有改动过。'],
    [
      'is broken',
      { ...chain, brokenAt: 17 },
      'late',
      '今天 10:40 核对，第 17 条起与前面对不上。请立即报告系统管理员，保留现场。',
    ],
    ['is being walked', null, 'doing', '正在逐条核对，请过一会儿刷新本页。'],
  ])('says that the chain %s', (_, found, state, text) => {
    expect(audit({}, [line], found).chain).toMatchObject({ status: { state }, text });
  });

  it('offers people, actions and days as filters', () => {
    const { filters } = audit({ person: '3', action: 'stage.pause', from: '2026-06-01', until: 'soon' });
    expect(filters.fields.map(({ name, value }) => [name, value])).toEqual([
      ['person', '3'],
      ['action', 'stage.pause'],
      ['q', ''],
      ['from', '2026-06-01'],
      ['until', ''],
    ]);
    expect(filters.clearLink).toBe('/audit');
    expect(audit().filters.clearLink).toBeUndefined();
  });

  it('says why it is empty', () => {
    expect(audit({}, []).empty).toEqual({ text: '您的管辖范围内还没有记录。' });
    expect(audit({ q: 'x' }, []).empty?.label).toBe('清除筛选');
  });
});
