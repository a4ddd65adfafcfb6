import { itemCodes } from '../renovation/items';
import {
  Hazard,
  hazardBlockers,
  hazardStanding,
  hazardStandingInWords,
  hazardWarnings,
  severityNames,
} from './hazard';
import { hazardGroupNames, hazardKindOf, hazardKinds } from './hazard-kinds';

const today = '2026-03-20';
const hazard: Hazard = {
  kind: 'fire-lane-blocked',
  place: '院门至楼前',
  severity: 3,
  foundOn: '2026-03-18',
  controlBy: null,
  controlledOn: null,
};

describe('the catalogue of hazards', () => {
  it('has codes and names of their own, a known group and a known item', () => {
    expect(new Set(hazardKinds.map(({ code }) => code)).size).toBe(hazardKinds.length);
    expect(new Set(hazardKinds.map(({ name }) => name)).size).toBe(hazardKinds.length);
    for (const { code, item, group } of hazardKinds) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(code.length).toBeLessThanOrEqual(24);
      expect(hazardGroupNames[group]).toBeDefined();
      if (item) expect(itemCodes).toContain(item);
    }
  });

  it.each([
    ['flying-wires', '飞线、私拉乱接', 'B13'],
    ['fire-lane-blocked', '消防通道堵塞', 'B08'],
    ['shed-suspected', '疑似私搭棚屋、车库', 'I01'],
    ['parking-disorder', '车辆乱停乱放', 'I06'],
    ['dirty-corner', '卫生死角、环境脏乱', 'B10'],
    ['entrance-open', '没有门禁', 'B09'],
    ['drain-mixed', '雨污混接', 'B02'],
  ])('knows what the cases tell of: %s', (code, name, item) => {
    expect(hazardKindOf(code)).toMatchObject({ name, item });
  });

  it('calls no structure illegal before it was identified', () => {
    expect(hazardKinds.filter(({ name }) => name.includes('违法') || name.includes('违建'))).toEqual([]);
  });
});

describe('a hazard', () => {
  it.each<[string, Partial<Hazard>, string[]]>([
    ['as it is', {}, []],
    ['of no kind', { kind: 'ghosts' }, ['hazard.kind']],
    ['without place', { place: ' ' }, ['hazard.place']],
    ['of severity 0', { severity: 0 }, ['hazard.severity']],
    ['of severity 1', { severity: 1 }, []],
    ['of severity 5', { severity: 5 }, ['hazard.severity']],
    ['of severity 2.5', { severity: 2.5 }, ['hazard.severity']],
    ['of severity 4 without a day', { severity: 4 }, ['hazard.controlBy']],
    ['of severity 4 with a day', { severity: 4, controlBy: '2026-03-19' }, []],
    ['of severity 3 with a day', { controlBy: '2026-03-30' }, []],
    ['to be controlled the day it was found', { severity: 4, controlBy: '2026-03-18' }, []],
    ['to be controlled before it was found', { severity: 4, controlBy: '2026-03-17' }, ['hazard.controlBy']],
    ['found today', { foundOn: today }, []],
    ['found tomorrow', { foundOn: '2026-03-21' }, ['hazard.foundOn']],
    ['controlled today', { controlledOn: today }, []],
    ['controlled the day it was found', { controlledOn: '2026-03-18' }, []],
    ['controlled tomorrow', { controlledOn: '2026-03-21' }, ['hazard.controlledOn']],
    ['controlled before it was found', { controlledOn: '2026-03-17' }, ['hazard.controlledOn']],
    [
      'with nothing right',
      { kind: '', place: '', severity: 9 },
      ['hazard.kind', 'hazard.place', 'hazard.severity'],
    ],
  ])('%s', (_, change, codes) => {
    expect(hazardBlockers({ ...hazard, ...change }, today).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['24 hours', 4, '2026-03-19', []],
    ['two days', 4, '2026-03-20', ['四级隐患一般在 24 小时内控制，现在给了 2 天，请报告街道项目负责人']],
    ['two days at severity 3', 3, '2026-03-20', []],
  ])('given %s', (_, severity, controlBy, texts) => {
    expect(hazardWarnings({ ...hazard, severity, controlBy }).map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    [null, null, 'open', '待处理'],
    ['2026-03-20', null, 'due', '今天到期'],
    ['2026-03-21', null, 'due', '还有 1 天'],
    ['2026-03-19', null, 'overdue', '逾期 1 天'],
    ['2026-03-01', '2026-03-19', 'controlled', '已控制'],
  ])('to be controlled by %s, controlled on %s: %s', (controlBy, controlledOn, standing, words) => {
    const now = hazardStanding({ controlBy, controlledOn }, today);
    expect(now.standing).toBe(standing);
    expect(hazardStandingInWords(now)).toBe(words);
  });

  it('has four grades', () => {
    expect(Object.keys(severityNames)).toEqual(['1', '2', '3', '4']);
  });
});
