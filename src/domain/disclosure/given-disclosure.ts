// For specs only: case C1 as the rooms know it, in the middle of its works.
import type { StageDates } from '../renovation/stage-line';
import { StageCode, stages } from '../renovation/stages';
import type { KnownFacts } from './disclosure';
import type { KnownRenovation } from './renovation';

export const today = '2026-06-08';

const plan: Record<StageCode, [start: string, end: string]> = {
  survey: ['2026-03-02', '2026-03-20'],
  consultation: ['2026-03-21', '2026-04-30'],
  removal: ['2026-05-01', '2026-05-18'],
  construction: ['2026-05-19', '2026-06-18'],
  acceptance: ['2026-06-19', '2026-06-30'],
  handover: ['2026-07-01', '2026-07-11'],
};
const done: Partial<Record<StageCode, string>> = {
  survey: '2026-03-20',
  consultation: '2026-04-26',
  removal: '2026-05-18',
};

/** The dates of one stage as planned; change what the row is about. */
export const stageDates = (stage: StageCode, change: Partial<StageDates> = {}): StageDates => ({
  stage,
  plannedStartOn: plan[stage][0],
  plannedEndOn: plan[stage][1],
  forecastEndOn: null,
  startedOn: done[stage] || stage === 'construction' ? plan[stage][0] : null,
  endedOn: done[stage] ?? null,
  ...change,
});

/** The renovation of C1 under construction, with some dates changed. */
export const givenRenovation = (
  change: Partial<KnownRenovation> = {},
  ...changed: (Partial<StageDates> & { stage: StageCode })[]
): KnownRenovation => ({
  sequence: 1,
  name: '丰乐路106号院微改造',
  track: 'micro',
  stage: 'construction',
  state: 'active',
  removal: 'finished',
  summary: '街道自筹近 20 万元',
  stateReason: null,
  openedOn: '2026-03-01',
  closedOn: null,
  dates: stages.map((stage) => stageDates(stage, changed.find((one) => one.stage === stage) ?? {})),
  delays: [],
  evidence: [
    {
      stage: 'removal',
      text: '第一处清空',
      on: '2026-05-18',
      note: '广告牌和 7 间车库车棚，共 100 多平方米',
    },
  ],
  exceptions: [],
  ...change,
});

/** Everything the rooms know of C1. */
export const givenFacts = (change: Partial<KnownFacts> = {}): KnownFacts => ({
  compound: {
    code: 'fl106',
    name: '丰乐路106号院',
    alias: null,
    address: '丰乐路106号',
    builtYear: 1989,
    builtYearNote: null,
    buildingCount: 1,
    unitCount: 1,
    floorsMin: 7,
    floorsMax: 7,
    householdCount: 28,
    siteArea: 490_00,
    floorArea: 1677_00,
    originUnit: '搬运三站',
    isDemo: true,
  },
  street: '刘寨街道',
  community: '粮运社区',
  contacts: [
    {
      kind: 'building-lead',
      title: '楼栋长',
      workPhone: '037100000001',
      hours: null,
      mayPublish: true,
      consentOn: '2026-03-01',
      position: 0,
    },
  ],
  current: givenRenovation(),
  earlier: [],
  consultation: null,
  earlierConsultations: [],
  removal: null,
  earlierRemovals: [],
  works: null,
  earlierWorks: [],
  sign: null,
  survey: {
    number: 1,
    surveyedOn: '2026-03-12',
    signedOn: '2026-03-20',
    groups: [{ group: 'fire', name: '消防', count: 1, controlled: 1, remedies: ['消防'] }],
  },
  photos: [
    {
      publicId: 'photo-after',
      width: 1600,
      height: 1200,
      caption: '新车棚',
      purpose: 'view',
      takenOn: '2026-06-01',
      publishedAt: '2026-06-02T01:00:00.000Z',
    },
    {
      publicId: 'photo-before',
      width: 1600,
      height: 1200,
      caption: '棚屋和飞线',
      purpose: 'view',
      takenOn: '2026-03-12',
      publishedAt: '2026-06-02T01:00:00.000Z',
    },
  ],
  changedOn: '2026-06-08',
  ...change,
});
