// For specs only: 丰乐路106号院 in the middle of its works, as the desk knows it.
import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import type { Fact } from '../domain/renovation/facts';
import { StageCode, stages } from '../domain/renovation/stages';
import type { Milestone, PassedGate } from './evidence.entities';
import type { PlanBaseline, StageSchedule } from './schedule.entities';
import type { StageRecord } from './stage-history.service';
import type { StageMove } from './stage-move.entity';
import { Standing, gateFactsOf } from './standing';

export const today = '2026-06-08';

export const frame: Frame = {
  crumbs: [{ label: '楼院', link: '/compounds' }],
  head: {
    plate: { before: '丰乐路', number: '106', after: '号院' },
    facts: [],
    actions: [],
    numbers: [],
    tabs: [],
  },
};

export const compound = { id: 1, code: 'fl106', name: '丰乐路106号院', floorArea: 167_700 } as Compound;

const days: Record<StageCode, [string | null, string | null, string | null, string | null]> = {
  survey: ['2026-03-02', '2026-03-20', '2026-03-01', '2026-03-20'],
  consultation: ['2026-03-21', '2026-04-30', '2026-03-20', '2026-04-26'],
  removal: ['2026-05-01', '2026-05-18', '2026-04-26', '2026-05-18'],
  construction: ['2026-05-19', '2026-06-18', '2026-05-18', null],
  acceptance: [null, '2026-06-30', null, null],
  handover: [null, '2026-07-11', null, null],
};

export const schedules = (change: Partial<Record<StageCode, Partial<StageSchedule>>> = {}): StageSchedule[] =>
  stages.map((stage, index) => ({
    id: index + 1,
    renovationId: 1,
    stage,
    plannedStartOn: days[stage][0],
    plannedEndOn: days[stage][1],
    forecastEndOn: null,
    slipReason: null,
    slipAnswerable: null,
    startedOn: days[stage][2],
    endedOn: days[stage][3],
    version: 1,
    ...change[stage],
  }));

export const renovation = (change: Partial<Renovation> = {}): Renovation => ({
  id: 1,
  compoundId: 1,
  sequence: 1,
  name: '丰乐路106号院微改造',
  track: 'micro',
  stage: 'construction',
  state: 'active',
  removal: 'finished',
  isCurrent: true,
  summary: null,
  estimatedFen: 19_800_000,
  stateReason: null,
  openedOn: '2026-03-01',
  closedOn: null,
  version: 7,
  ...change,
});

export const milestone = (change: Partial<Milestone> = {}): Milestone => ({
  id: 31,
  renovationId: 1,
  gate: 'warranty-letter',
  outcome: 'met',
  happenedOn: '2026-06-05',
  note: '施工方已签保修书',
  documentId: 11,
  recordedBy: 2,
  recordedByRole: 'street-manager',
  recordedAt: '2026-06-05T08:00:00.000Z',
  supersededAt: null,
  withdrawReason: null,
  version: 1,
  ...change,
});

export const passed: PassedGate = {
  id: 5,
  renovationId: 1,
  gate: 'works-complete',
  reason: '挡水檐后补，已签承诺',
  passedBy: 3,
  passedByRole: 'district-officer',
  passedOn: '2026-06-06',
  passedAt: '2026-06-06T02:00:00.000Z',
};

/** The standing of the works; what the rooms say is given in. */
export function standing(
  change: {
    renovation?: Partial<Renovation>;
    said?: Fact[];
    milestones?: Milestone[];
    passed?: PassedGate[];
  } = {},
): Standing {
  const known = { said: change.said ?? [], milestones: change.milestones ?? [], passed: change.passed ?? [] };
  const now = renovation(change.renovation);
  return {
    compound,
    renovation: now,
    schedules: schedules(),
    milestones: known.milestones,
    passed: known.passed,
    gates: gateFactsOf(now, compound.floorArea, known),
  };
}

/** The first plan. */
export const baseline: PlanBaseline = {
  id: 1,
  renovationId: 1,
  number: 1,
  plan: [{ stage: 'handover', plannedStartOn: null, plannedEndOn: '2026-07-11' }],
  reason: null,
  setOn: '2026-03-01',
  setBy: 2,
  setAt: '2026-03-01T02:00:00.000Z',
};

/** The move into the works. */
export const moved: StageMove = {
  id: 4,
  renovationId: 1,
  move: 'advance',
  fromStage: 'removal',
  toStage: 'construction',
  fromState: 'active',
  toState: 'active',
  fromRemoval: 'open',
  toRemoval: 'finished',
  reason: null,
  movedBy: 2,
  movedByRole: 'street-manager',
  movedOn: '2026-05-18',
  movedAt: '2026-05-18T08:30:00.000Z',
};

/** What the desk remembers: one plan and one move, and what a row is about. */
export const record = (change: Partial<StageRecord> = {}): StageRecord => ({
  baselines: [baseline],
  forecasts: [],
  moves: [moved],
  milestones: [],
  documents: new Map(),
  names: new Map([
    [2, '刘寨街道项目负责人'],
    [3, '惠济区改造办'],
  ]),
  ...change,
});
