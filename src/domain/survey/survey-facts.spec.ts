import type { Fact, FactCode } from '../renovation/facts';
import { completeSurvey } from './given-survey';
import { surveyFacts, SurveyStanding } from './survey-facts';

const today = '2026-03-20';
const [hazard] = completeSurvey.hazards;
const households = { name: '户数', unit: '户', counted: 28, registered: 28 };
const survey: SurveyStanding = {
  version: 1,
  state: 'signed',
  signedOn: '2026-03-19',
  missing: [],
  hazards: [hazard],
  counts: [households],
};
const say = (change: Partial<SurveyStanding>, code: FactCode): Fact | undefined =>
  surveyFacts({ ...survey, ...change }, today, '/compounds/fl106/survey').find((fact) => fact.code === code);
const severe = { ...hazard, severity: 4, controlBy: '2026-03-20' };

describe('what the survey says to the gates', () => {
  it('is nothing while there is none', () => {
    expect(surveyFacts(undefined, today, '/')).toEqual([]);
  });

  it.each<[string, FactCode, Partial<SurveyStanding>, Fact['state'], string]>([
    ['complete once nothing is missing', 'survey.complete', { state: 'draft' }, 'met', '内容齐全'],
    [
      'not complete',
      'survey.complete',
      { state: 'draft', missing: [{ code: 'doors.none', part: 'doors', text: '…' }] },
      'missing',
      '还缺 1 项',
    ],
    ['signed, with its day', 'survey.signed', {}, 'met', '第 1 次摸底，2026年3月19日 签字'],
    [
      'signed by the community only',
      'survey.signed',
      { state: 'community-signed' },
      'missing',
      '第 1 次摸底社区已签字',
    ],
    ['counts agree', 'survey.counts-agree', {}, 'met', '与登记数据相符'],
    [
      'counts clash',
      'survey.counts-agree',
      { counts: [{ ...households, registered: 4 }] },
      'missing',
      '户数：摸底 28 户，登记数据 4 户，相差超过 10%，请核对',
    ],
    [
      'nothing to compare with',
      'survey.counts-agree',
      { counts: [] },
      'not-applicable',
      '没有可比的登记数据',
    ],
    ['no severe hazard', 'survey.severe-hazards-controlled', {}, 'not-applicable', '没有四级隐患'],
    [
      'a severe one due today',
      'survey.severe-hazards-controlled',
      { hazards: [severe] },
      'missing',
      '1 处四级隐患还没有控制',
    ],
    [
      'one overdue, one due',
      'survey.severe-hazards-controlled',
      { hazards: [severe, { ...severe, controlBy: '2026-03-19' }] },
      'missing',
      '2 处四级隐患还没有控制，其中 1 处已过期限',
    ],
    [
      'a severe one controlled',
      'survey.severe-hazards-controlled',
      { hazards: [{ ...severe, controlledOn: today }] },
      'met',
      '1 处四级隐患都已控制',
    ],
    ['no building in doubt', 'survey.building-safety', {}, 'not-applicable', '没有登记疑似结构危险'],
  ])('%s', (_, code, change, state, detail) => {
    expect(say(change, code)).toMatchObject({ state, detail, link: '/compounds/fl106/survey' });
  });

  it('is silent about a building in doubt, so that the appraisal can be handed in', () => {
    expect(
      say({ hazards: [{ ...hazard, kind: 'structure-danger' }] }, 'survey.building-safety'),
    ).toBeUndefined();
  });

  it('tells the day of the signature to the gate', () => {
    expect(say({}, 'survey.signed')?.on).toBe('2026-03-19');
    expect(say({ signedOn: null }, 'survey.signed')?.detail).toBe('第 1 次摸底已签字');
  });
});
