// For specs only: the plan of 丰乐路106号院 with two items, one of which answers a finding and a wish.
import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import type { ProvedNotice } from '../notices/notices.service';
import type { HazardRecord } from '../surveys/hazard.entities';
import type { WishRecord } from '../wishes/wish.entities';
import type { LinkedItem, PlanRecords } from './plan-records';
import type { PlanView } from './plan-view';
import type { PlanVersion } from './plan.entities';

export const givenToday = '2026-04-20';

export const givenFrame = { crumbs: [{ label: '楼院' }], head: {} } as unknown as Frame;

export const givenCompound = { id: 7, code: 'fl106', name: '丰乐路106号院', builtYear: 1989 } as Compound;

export const givenRenovation = {
  id: 2,
  compoundId: 7,
  name: '丰乐路106号院微改造',
  track: 'district',
  state: 'active',
} as Renovation;

export const givenVersion: PlanVersion = {
  id: 3,
  compoundId: 7,
  renovationId: 2,
  number: 1,
  state: 'draft',
  basedOnId: null,
  reason: null,
  managementMode: 'property',
  managementNote: null,
  durationDays: 30,
  plannedFromOn: '2026-05-19',
  plannedUntilOn: '2026-06-17',
  impact: '301室窗下施工，白天有噪声',
  measures: '午间停工',
  begunBy: 21,
  begunOn: '2026-04-01',
  fixedBy: null,
  fixedOn: null,
  droppedOn: null,
  droppedReason: null,
  contentVersion: 4,
  version: 2,
};

/** An item of that version; 30 charging points for 3.6 万元. */
export const givenLinkedItem = (line: number, change: Partial<LinkedItem> = {}): LinkedItem => ({
  id: 40 + line,
  versionId: 3,
  line,
  code: 'I07',
  name: '电动自行车充电桩',
  note: null,
  quantity: 3000,
  unit: '组',
  place: '1号楼2单元301室窗下',
  estimatedFen: 3_600_000,
  treeWork: 'none',
  permitNumber: null,
  permitFileId: null,
  matters: [],
  removedOn: null,
  removedReason: null,
  version: 1,
  hazardIds: [31],
  wishIds: [12],
  ...change,
});

/** A notice that hangs from 10 to 17 April, with its photo. */
export const givenNotice = {
  id: 5,
  kind: 'plan',
  title: '改造方案公示',
  places: 'gate-board,online',
  postedOn: '2026-04-10',
  endsOn: '2026-04-17',
  withdrawnOn: null,
  photos: [{}],
} as unknown as ProvedNotice;

/** A draft that hangs nowhere. */
export const givenRecords: PlanRecords = {
  version: givenVersion,
  compound: givenCompound,
  renovation: givenRenovation,
  items: [
    givenLinkedItem(1),
    givenLinkedItem(2, {
      code: 'B05',
      name: '院路拓宽',
      quantity: 4050,
      unit: '米',
      place: null,
      estimatedFen: null,
      treeWork: 'fell',
      hazardIds: [],
      wishIds: [],
    }),
  ],
  removed: [],
  drawingIds: [],
  notice: null,
  standing: 'draft',
};

export const givenHazard = { id: 31, kind: 'flying-wires', place: '北墙' } as HazardRecord;
export const givenWish = {
  id: 12,
  kind: 'wish',
  number: 8,
  state: 'adopted',
  text: '301 说要充电',
} as WishRecord;

/** What the street manager sees of it. */
export const givenView: PlanView = {
  records: givenRecords,
  lineMarks: new Map(),
  links: { hazards: new Map([[31, givenHazard]]), wishes: new Map([[12, givenWish]]) },
  files: new Map(),
  blockers: [],
  passed: [],
  objections: [],
  objectedId: null,
  versions: [givenVersion],
  renovations: [],
  role: 'street-manager',
  today: givenToday,
};
