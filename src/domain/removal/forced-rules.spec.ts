import { addDays } from '../kernel/calendar-date';
import {
  decisionContentBlockers,
  decisionDelayWarnings,
  forcedDayBlockers,
  minimumSetBlockers,
  officersBlockers,
  preNoticeBlockers,
  utilitiesBlockers,
} from './forced-rules';
import { paper, papers, papersTo, planningCase, workCalendar } from './given-removal';
import { caseClock, StepRecord } from './statutory-case';
import { CarriedPart, StatutoryStepCode, statutorySteps } from './statutory-steps';

const said = (blockers: { code: string; level: string }[]) =>
  blockers.map(({ code, level }) => `${code.replace('removal.', '')} ${level}`);
const without = (...steps: StatutoryStepCode[]) =>
  planningCase({ steps: papers.filter(({ step }) => !steps.includes(step)) });
const changed = (step: StatutoryStepCode, change: Partial<StepRecord>) =>
  planningCase({ steps: papers.map((one) => (one.step === step ? { ...one, ...change } : one)) });

describe('D01: the day of force', () => {
  it.each([
    ['2026-03-26', ['D01 law']],
    ['2026-03-27', []],
  ])('on %s: %j', (day, expected) => {
    expect(said(forcedDayBlockers(caseClock(planningCase(), day, workCalendar), day))).toEqual(expected);
  });

  it('says from which day it may be', () => {
    const clock = caseClock(planningCase(), '2026-03-26', workCalendar);
    expect(forcedDayBlockers(clock, '2026-03-26')[0].text).toBe(
      '2026年3月26日还不能强制拆除：救济期到 2026年3月26日，最早 2026年3月27日可以强制拆除。' +
        '请改在 2026年3月27日或以后',
    );
  });
});

it('D03: nobody is pressed by cutting water, power, heat or gas', () => {
  expect(said(utilitiesBlockers({ cutsUtilities: true }))).toEqual(['D03 law']);
  expect(utilitiesBlockers({ cutsUtilities: false })).toEqual([]);
});

describe('D04: the pre-notice', () => {
  const announced = { method: 'announced', servedOn: '2025-09-15', proofs: 1 } as const;
  it.each<[string, Parameters<typeof planningCase>[0], string, string[]]>([
    ['served, nothing said', {}, '2025-09-15', []],
    ['asked about the day before it was served', {}, '2025-09-14', ['D04 law']],
    ['missing', { steps: [] }, '2025-09-15', ['D04 law']],
    ['not served', changed('pre-noticed', { service: null }), '2025-09-15', ['D04 law']],
    ['views stated and not answered', { views: 'open' }, '2025-09-25', ['D04 law']],
    ['views answered', { views: 'answered' }, '2025-09-25', []],
    [
      'announced, 30th day 15 October',
      changed('pre-noticed', { service: announced }),
      '2025-10-14',
      ['D11 law'],
    ],
    ['announced, on the 30th day', changed('pre-noticed', { service: announced }), '2025-10-15', []],
  ])('%s', (_, change, day, expected) => {
    expect(said(preNoticeBlockers(planningCase(change), day, workCalendar))).toEqual(expected);
  });
});

it.each([
  [0, ['D05 law']],
  [1, ['D05 law']],
  [2, []],
])('D05: %i officers with certificates', (officers, expected) => {
  expect(said(officersBlockers({ officers }))).toEqual(expected);
});

describe('D06: the decision', () => {
  const all = statutorySteps.decided.carries;
  it.each<[CarriedPart]>([
    ['routes'],
    ['periods'],
    ['seal'],
    ['date'],
    ['party'],
    ['facts'],
    ['basis'],
    ['deadline'],
  ])('without %s', (part) => {
    expect(said(decisionContentBlockers({ carries: all.filter((one) => one !== part) }))).toEqual([
      'D06 law',
    ]);
  });

  it('with everything, and the sentence names what is lacking', () => {
    expect(decisionContentBlockers({ carries: all })).toEqual([]);
    expect(decisionContentBlockers({ carries: all.slice(0, -2) })[0].text).toBe(
      '限期拆除决定书缺少「机关名称和印章」、「文书日期」，请作出决定的机关补正后重新送达',
    );
  });
});

describe('D08: the minimum set', () => {
  const day = '2026-03-27';
  it.each<[StatutoryStepCode]>([['urged'], ['government-ordered'], ['enforcement-decided'], ['announced']])(
    'without %s',
    (step) => {
      expect(said(minimumSetBlockers(without(step), day, workCalendar))).toEqual(['D08 law']);
    },
  );

  it('complete', () => {
    expect(minimumSetBlockers(planningCase(), day, workCalendar)).toEqual([]);
  });

  it('whose 公告 gives the person until the 25th, holds back on the 25th and not on the 26th', () => {
    expect(said(minimumSetBlockers(planningCase(), '2026-03-25', workCalendar))).toEqual(['D08 law']);
    expect(minimumSetBlockers(planningCase(), '2026-03-26', workCalendar)).toEqual([]);
  });

  it('with 催告书 not served, lacking a part, or without a scan', () => {
    const of = (change: Partial<StepRecord>) =>
      said(minimumSetBlockers(changed('urged', change), day, workCalendar));
    expect(of({ service: null })).toEqual(['D08 law']);
    expect(of({ carries: ['party'] })).toEqual(['D08 law']);
    expect(of({ files: 0 })).toEqual(['file-urged policy']);
  });
});

describe('D10: ninety days for the decision', () => {
  const filed = planningCase({ steps: [paper('filed', '2026-03-01')] });
  it.each<[number, string | null]>([
    [59, null],
    [60, '请安排作出决定'],
    [74, '请安排作出决定'],
    [75, '请尽快作出决定'],
    [89, '请尽快作出决定'],
    [90, '请立即办理延长审批或作出决定'],
  ])('after %i days: %s', (days, words) => {
    const found = decisionDelayWarnings(filed, addDays('2026-03-01', days));
    expect(found.map(({ level }) => level)).toEqual(words ? ['warning'] : []);
    if (words) expect(found[0].text).toContain(words);
  });

  it('is silent once there is a decision, and before the case is filed', () => {
    expect(decisionDelayWarnings(planningCase({ steps: papersTo('decided') }), '2026-06-01')).toEqual([]);
    expect(decisionDelayWarnings(planningCase({ steps: papersTo('reported') }), '2026-06-01')).toEqual([]);
  });
});
