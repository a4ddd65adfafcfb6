import * as fc from 'fast-check';
import { tenThousandYuan } from '../kernel/money';
import { roles } from '../people/roles';
import { factCodes, factOf, withMilestoneFacts } from './facts';
import { gateBlockers, gateChecks, gateWarnings, overrideBlockers } from './gate-checks';
import { gates } from './gates';
import { everyFact, everyFactBut, given, met, notApplicable, today } from './given-renovation';
import type { Track } from './stages';

const checkOf = (code: string, change: Parameters<typeof given>[0]) => {
  const gate = gates.find((entry) => entry.code === code)!;
  return gateChecks(gate.leaving[0], given(change), today).find((check) => check.gate === code)!;
};
const override = (gate: string) => ({ gate, reason: '区指挥部会议同意', by: '区改造办', on: '2026-06-01' });

describe('a fact', () => {
  it('that nobody supplies reads missing', () => {
    expect(factOf([], 'plan.listed')).toEqual({
      code: 'plan.listed',
      state: 'missing',
      detail: '还没有记录',
    });
  });

  it('of a room is believed over a milestone, and a milestone fills what no room says', () => {
    const room = { code: 'works.complete', state: 'missing', detail: '还有 2 项' } as const;
    const facts = withMilestoneFacts([room], [met('works.complete'), met('works.warranty-letter')]);
    expect(facts).toEqual([room, met('works.warranty-letter')]);
  });
});

describe('the checklist of a passage', () => {
  it('shows each gate as met, missing or not applicable', () => {
    const facts = [met('survey.complete'), notApplicable('survey.counts-agree')];
    const checks = gateChecks('survey', given({ facts }), today);
    expect(checks.map(({ gate, state }) => [gate, state])).toEqual([
      ['survey-complete', 'met'],
      ['survey-signed', 'missing'],
      ['survey-counts-agree', 'not-applicable'],
      ['severe-hazards-controlled', 'missing'],
    ]);
  });

  it('says what is missing, who brings it, where and by which source', () => {
    const link = '/compounds/fl106/survey';
    const facts = [
      { code: 'survey.complete', state: 'missing', detail: '还有 3 户没有入户记录', link } as const,
    ];
    const [check] = gateChecks('survey', given({ facts }), today);
    expect(check).toEqual({
      gate: 'survey-complete',
      text: '摸底调查内容齐全：必填项、住户门牌、入户记录、隐患、照片',
      level: 'policy',
      state: 'missing',
      detail: '还有 3 户没有入户记录',
      who: '社区工作人员',
      source: '本地设定',
      link,
      milestone: false,
      overridable: true,
    });
    expect(gateBlockers([check])).toEqual([
      {
        code: 'gate.survey-complete',
        level: 'policy',
        text: '还缺：摸底调查内容齐全：必填项、住户门牌、入户记录、隐患、照片（还有 3 户没有入户记录），由社区工作人员提供',
        source: '本地设定',
      },
    ]);
  });

  it('says when and by whom it was supplied', () => {
    const facts = [{ ...met('survey.signed'), on: '2026-03-20', by: '街道项目负责人' }];
    const [complete, signed] = gateChecks('survey', given({ facts }), today);
    expect(signed).toMatchObject({ on: '2026-03-20', by: '街道项目负责人' });
    expect(Object.keys(complete)).not.toContain('on');
    expect(Object.keys(complete)).not.toContain('by');
  });

  it('writes the numbers of the day into its sentences', () => {
    expect(checkOf('plan-posted', {}).text).toBe('改造方案在院内和网上公示满 7 天');
    expect(checkOf('plan-agreed', {}).text).toBe('改造方案和物业管理模式征得 80% 以上居民同意');
  });

  it('keeps reminders apart from what holds back', () => {
    const checks = gateChecks('survey', given({ facts: [] }), today);
    expect(gateBlockers(checks).map(({ code }) => code)).toEqual([
      'gate.survey-complete',
      'gate.survey-signed',
    ]);
    expect(gateWarnings(checks).map(({ code }) => code)).toEqual([
      'gate.survey-counts-agree',
      'gate.severe-hazards-controlled',
    ]);
  });

  it('takes an area for clear once everything is clear', () => {
    const facts = everyFactBut('removal.first-area-clear');
    expect(checkOf('first-area-clear', { facts }).state).toBe('met');
    expect(checkOf('first-area-clear', { facts: [] }).state).toBe('missing');
  });
});

describe('the construction permit', () => {
  const facts = everyFactBut(
    'works.construction-permit',
    'works.quality-supervision',
    'works.safety-measures',
  );
  it.each([
    ['just at 30 万元 it does not apply', tenThousandYuan(30), 'not-applicable', 'warning'],
    ['one fen above it is missing', tenThousandYuan(30) + 1, 'missing', 'law'],
    ['with no estimate it is missing', null, 'missing', 'law'],
  ])('%s', (_, estimatedFen, state, levelOfOthers) => {
    expect(checkOf('construction-permit', { facts, estimatedFen }).state).toBe(state);
    expect(checkOf('quality-supervision', { facts, estimatedFen }).level).toBe(levelOfOthers);
    expect(checkOf('safety-measures', { facts, estimatedFen }).level).toBe(levelOfOthers);
  });

  it('is met by a permit on file, whatever the amount', () => {
    expect(checkOf('construction-permit', { estimatedFen: 1 }).state).toBe('met');
  });
});

describe('letting a gate pass', () => {
  it('works for policy, shows reason and name, and holds back no more', () => {
    const check = checkOf('plan-listed', { facts: [], overrides: [override('plan-listed')] });
    expect(check).toMatchObject({
      state: 'overridden',
      detail: '区指挥部会议同意（区改造办，2026年6月1日）',
      overridable: false,
    });
    expect(gateBlockers([check])).toEqual([]);
  });

  it('never works for the law, in any track', () => {
    for (const track of ['district', 'micro'] as Track[]) {
      const overrides = gates.map(({ code }) => override(code));
      for (const gate of gates.filter(({ levels }) => levels[track] === 'law')) {
        const check = checkOf(gate.code, { track, facts: [], overrides });
        expect([gate.code, check.state]).toEqual([gate.code, 'missing']);
        expect(check.overridable).toBe(false);
      }
    }
  });

  it('is forgotten once the fact is there', () => {
    expect(checkOf('plan-listed', { overrides: [override('plan-listed')] }).state).toBe('met');
  });

  const asked = { role: 'district-officer', reason: '区指挥部会议同意' } as const;
  it.each([
    ['a missing policy gate by the district officer', 'plan-listed', asked, []],
    ['without a reason', 'plan-listed', { ...asked, reason: '  ' }, ['override.reason']],
    ['a gate of the law', 'funds-available', asked, ['override.law']],
    ['a reminder', 'residents-monitor', asked, ['override.warning']],
    ['a gate of the other track', 'self-funded', asked, ['override.unknown']],
    ['no gate at all', 'nothing', asked, ['override.unknown']],
  ] as const)('is asked for %s', (_, gate, question, codes) => {
    const found = overrideBlockers(gate, question, given({ facts: [] }), today);
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it.each(roles.map((role) => [role, role === 'district-officer' ? [] : ['override.role']] as const))(
    'is asked for by the %s',
    (role, codes) => {
      const found = overrideBlockers('plan-listed', { ...asked, role }, given({ facts: [] }), today);
      expect(found.map(({ code }) => code)).toEqual(codes);
    },
  );

  it('is needless when nothing is missing', () => {
    const found = overrideBlockers('plan-listed', asked, given({ facts: everyFact }), today);
    expect(found.map(({ code }) => code)).toEqual(['override.needless']);
  });

  it('of a law gate says who completes it instead', () => {
    const [found] = overrideBlockers('funds-available', asked, given({ facts: [] }), today);
    expect(found).toEqual({
      code: 'override.law',
      level: 'law',
      text: '「工程资金已落实，不由施工单位垫资」是法定要求，不能例外放行，请由街道项目负责人补齐',
      source: '保障农民工工资支付条例 §23；政府投资条例 §22',
    });
  });
});

describe('more facts', () => {
  it('never add a reason', () => {
    const some = fc.subarray([...factCodes]);
    const passage = fc.constantFrom(
      'survey',
      'consultation',
      'removal',
      'construction',
      'acceptance',
      'handover',
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(...factCodes),
        passage as fc.Arbitrary<'survey'>,
        (codes, extra, at) => {
          for (const track of ['district', 'micro'] as Track[]) {
            const count = (facts: typeof everyFact) =>
              gateBlockers(gateChecks(at, given({ track, facts }), today)).length;
            expect(count([...codes, extra].map(met))).toBeLessThanOrEqual(count(codes.map(met)));
          }
        },
      ),
    );
  });
});
