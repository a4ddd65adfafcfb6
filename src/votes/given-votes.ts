// For specs only: a lift for a unit of twelve doors of 80 ㎡ each, the last two of one owner, as it is voted on.
import type { Compound } from '../compounds/compound.entity';
import type { DoorLine } from '../compounds/doors.service';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import type { BallotMark } from '../domain/meeting/vote-ballots';
import { RosterDoor } from '../domain/meeting/vote-roster';
import type { ProvedNotice } from '../notices/notices.service';
import { VoteRecords, toVoters } from './vote-records';
import type { Vote, VoteBallot } from './vote.entities';

export const givenToday = '2026-04-20';

export const givenFrame = { crumbs: [{ label: '楼院' }], head: {} } as unknown as Frame;

export const givenCompound = { id: 7, code: 'fl106', name: '丰乐路106号院', floorArea: 96_000 } as Compound;

const floorOf = (at: number) => Math.floor(at / 2) + 1;

export const givenDoors: RosterDoor[] = Array.from({ length: 12 }, (_, at) => ({
  id: 100 + at,
  buildingId: 5,
  buildingNo: '1号楼',
  unitNo: 1,
  floorNo: floorOf(at),
  roomNo: `${floorOf(at)}0${(at % 2) + 1}`,
  use: 'dwelling',
  area: 8_000,
  source: 'register',
  group: at >= 10 ? 'A' : '',
  kind: 'person',
}));

export const givenPlaces: DoorLine[] = givenDoors.map((door) => ({ ...door, version: 1 }));

export const givenVote: Vote = {
  id: 3,
  compoundId: 7,
  renovationId: 1,
  number: 2,
  title: '1单元加装电梯',
  matter: 'rebuild',
  question: '在北侧加装一部电梯。',
  scopeKind: 'unit',
  buildingId: 5,
  unitNo: 1,
  meetingId: null,
  form: 'written',
  noticePostedOn: '2026-04-01',
  opensOn: '2026-04-16',
  closesOn: '2026-04-26',
  state: 'open',
  createdBy: 21,
  openedBy: 21,
  openedOn: '2026-04-15',
  watchers: null,
  counters: null,
  closedBy: null,
  closedOn: null,
  ruleCode: null,
  outcome: null,
  digest: null,
  cancelledOn: null,
  cancelledReason: null,
  version: 4,
};

/** The vote once it is counted. */
export const countedVote: Vote = {
  ...givenVote,
  state: 'closed',
  watchers: 'owner',
  counters: 'building-lead,community-worker',
  closedBy: 21,
  closedOn: '2026-04-27',
  ruleCode: 'civil-code-special',
  outcome: 'passed',
  digest: 'ab'.repeat(32),
  version: 9,
};

export const givenBallot = (
  ownerId: number,
  mark: BallotMark,
  change: Partial<VoteBallot> = {},
): VoteBallot => ({
  id: 40 + ownerId,
  voteId: 3,
  ownerId,
  mark,
  fault: mark === 'invalid' ? 'altered' : null,
  isProxy: false,
  authorisedOn: null,
  receivedOn: '2026-04-18',
  recordedBy: 21,
  recordedAt: '2026-04-18T01:00:00.000Z',
  replacesId: null,
  endedBy: null,
  endedAt: null,
  ...change,
});

/** Eleven owners: six said yes, two no, three nothing. */
export const givenBallots = [
  ...[1, 2, 3, 4, 5, 6].map((owner) => givenBallot(owner, 'yes')),
  ...[7, 8].map((owner) => givenBallot(owner, 'no')),
];

export const givenRecords = (vote: Vote = givenVote, change: Partial<VoteRecords> = {}): VoteRecords => ({
  vote,
  compound: givenCompound,
  renovation: { id: 1, state: 'active', isCurrent: true } as Renovation,
  voters: toVoters(givenDoors),
  ballots: givenBallots,
  notice: null,
  resultNotice: null,
  ...change,
});

export const givenNotice = (change: Partial<ProvedNotice> = {}): ProvedNotice => ({
  id: 9,
  compoundId: 7,
  renovationId: 1,
  kind: 'vote',
  subjectId: 3,
  title: '关于「1单元加装电梯」的表决公告',
  body: '',
  places: 'gate-board',
  postedOn: '2026-04-01',
  endsOn: '2026-04-26',
  postedBy: 21,
  postedAt: '2026-04-01T01:00:00.000Z',
  withdrawnOn: null,
  withdrawnReason: null,
  version: 1,
  photos: [],
  ...change,
});
