import { ConsentResult, ConsentResultCount } from '../../src/households/consent-result.entities';
import { HouseholdAnswerRecord, HouseholdCallRecord } from '../../src/households/household-call.entities';
import { ActionPoint, ActionPointChange } from '../../src/meetings/action-point.entities';
import {
  AgendaItem,
  AttendanceRow,
  DecisionRow,
  Meeting,
  MeetingPhoto,
  MeetingPublication,
} from '../../src/meetings/meeting.entities';
import { NoticePhoto, NoticeRecord } from '../../src/notices/notice.entities';
import { PlanDrawing, PlanItemRecord, PlanItemWish, PlanVersion } from '../../src/plans/plan.entities';
import { OwnerEntry, OwnerRoster } from '../../src/votes/owner.entities';
import { Vote, VoteBallot, VoteOwner, VoteRosterDoor } from '../../src/votes/vote.entities';
import { WishEntry, WishRecord } from '../../src/wishes/wish.entities';

/** Puts a row into its table and gives its id. */
type Insert = (entity: new () => object, row: object) => Promise<number>;

interface Where {
  compoundId: number;
  renovationId: number;
  dwellingId: number;
  userId: number;
  documentId: number;
}

const at = '2026-04-20T02:00:00.000Z';

/** What residents decided, one row in every table of it: all that is published, and what stays inside beside it. */
export async function consultedRows(insert: Insert, where: Where): Promise<void> {
  const meetingId = await meetingRows(insert, where);
  const wishId = await wishRows(insert, where);
  await householdRows(insert, where);
  await voteRows(insert, { ...where, meetingId });
  await planRows(insert, { ...where, wishId });
}

const noticeRow = (
  insert: Insert,
  { compoundId, renovationId, userId }: Where,
  notice: { kind: NoticeRecord['kind']; subjectId: number; endsOn: string },
) =>
  insert(NoticeRecord, {
    ...{ compoundId, renovationId, title: 'x', body: 'x', places: 'gate-board', postedOn: '2026-04-20' },
    ...{ postedBy: userId, postedAt: at, withdrawnOn: null, withdrawnReason: null, ...notice },
  });

async function meetingRows(insert: Insert, where: Where): Promise<number> {
  const { compoundId, renovationId, userId, documentId } = where;
  const meetingId = await insert(Meeting, {
    ...{ compoundId, renovationId, number: 1, kind: 'four-party', title: 'x', plannedOn: '2026-04-18' },
    ...{ plannedFrom: '19:00', plannedTo: null, place: 'yard', placeNote: 'x', chair: 'x', recorder: 'x' },
    ...{ state: 'published', heldOn: '2026-04-18', heldFrom: '19:00', heldTo: '20:00', minutes: 'x' },
    ...{ minutesDoneOn: '2026-04-19', minutesDoneBy: userId, plannedBy: userId },
  });
  const noticeId = await noticeRow(insert, where, {
    ...{ kind: 'minutes', subjectId: meetingId, endsOn: '2026-04-27' },
  });
  await noticeRow(insert, where, { kind: 'meeting', subjectId: meetingId, endsOn: '2026-06-10' });
  await insert(NoticePhoto, { noticeId, fileId: documentId, kind: 'near' });
  const published = { decisions: ['x'], minutes: 'x', title: 'x', publishedBy: userId, reason: null };
  await insert(MeetingPublication, {
    ...{ ...published, meetingId, number: 1, noticeId, publishedOn: '2026-04-20' },
  });
  const pointId = await insert(ActionPoint, {
    ...{ compoundId, meetingId, number: 1, text: 'x', party: 'community', role: 'x', dueOn: '2026-05-01' },
    ...{ state: 'open', writtenOn: '2026-04-18', writtenBy: userId },
  });
  await insert(ActionPointChange, {
    ...{ actionPointId: pointId, kind: 'due', happenedOn: '2026-04-21', dueFrom: '2026-05-01' },
    ...{ dueTo: '2026-05-02', note: 'x', changedBy: userId, changedAt: at },
  });
  await insert(AgendaItem, { meetingId, position: 1, text: 'x', actionPointId: pointId, said: 'x' });
  await insert(AttendanceRow, { meetingId, party: 'contractor', expected: 2, present: 1, who: 'x' });
  await insert(DecisionRow, { meetingId, position: 1, matter: 'consultation', text: 'x', yes: 1 });
  await insert(MeetingPhoto, { meetingId, fileId: documentId, kind: 'sign-in' });
  return meetingId;
}

async function wishRows(insert: Insert, where: Where): Promise<number> {
  const { compoundId, renovationId, dwellingId, userId } = where;
  const wishId = await insert(WishRecord, {
    ...{ compoundId, renovationId, number: 1, kind: 'wish', source: 'door', dwellingId, text: 'x' },
    ...{ publicText: 'x', publicCheckedOn: '2026-04-20', publicCheckedBy: userId, heardOn: '2026-04-20' },
    ...{ state: 'adopted', answer: 'x', answeredOn: '2026-04-21', answeredBy: userId },
  });
  const entry = { wishId, madeBy: userId, madeAt: at };
  await insert(WishEntry, { ...entry, step: 'concluded', outcome: 'adopted', note: 'x' });
  return wishId;
}

async function householdRows(insert: Insert, where: Where): Promise<void> {
  const { renovationId, dwellingId, userId } = where;
  const callId = await insert(HouseholdCallRecord, {
    ...{ renovationId, dwellingId, calledOn: '2026-04-20', callers: 'street', outcome: 'met', note: 'x' },
    ...{ recordedBy: userId, recordedAt: at },
  });
  await insert(HouseholdAnswerRecord, { callId, question: 'renovation', answer: 'agree' });
  const kind = 'consent-result';
  const noticeId = await noticeRow(insert, where, { kind, subjectId: renovationId, endsOn: '2026-04-27' });
  const counted = { countedOn: '2026-04-20', households: 28, reached: 20 };
  const resultId = await insert(ConsentResult, { renovationId, noticeId, ...counted });
  await insert(ConsentResultCount, {
    ...{ resultId, question: 'renovation', agree: 18, against: 1, undecided: 1, notAsked: 8 },
  });
}

async function voteRows(insert: Insert, where: Where & { meetingId: number }): Promise<void> {
  const { compoundId, renovationId, dwellingId, userId, meetingId } = where;
  await insert(OwnerRoster, { compoundId, changedBy: userId, changedAt: at });
  await insert(OwnerEntry, { compoundId, dwellingId, area: 60_00, ownerGroup: 'x' });
  const voteId = await insert(Vote, {
    ...{ compoundId, renovationId, number: 1, title: 'x', matter: 'change-of-use', question: 'x' },
    ...{ form: 'written', meetingId, noticePostedOn: '2026-04-01', opensOn: '2026-04-20' },
    ...{ closesOn: '2026-04-21', state: 'closed', createdBy: userId, openedBy: userId },
    ...{ openedOn: '2026-04-20', watchers: 'owner', counters: 'owner', closedBy: userId },
    ...{ closedOn: '2026-04-22', ruleCode: 'civil-code-special', outcome: 'failed', digest: 'x' },
  });
  const ownerId = await insert(VoteOwner, { voteId, number: 1, kind: 'person' });
  await insert(VoteRosterDoor, {
    ...{ voteId, ownerId, dwellingId, label: 'x', area: 60_00, areaSource: 'register' },
  });
  await insert(VoteBallot, {
    ...{ voteId, ownerId, mark: 'yes', isProxy: false, receivedOn: '2026-04-20', recordedBy: userId },
    recordedAt: at,
  });
}

async function planRows(insert: Insert, where: Where & { wishId: number }): Promise<void> {
  const { compoundId, renovationId, userId, documentId, wishId } = where;
  const begun = { begunBy: userId, begunOn: '2026-04-20' };
  const first = await insert(PlanVersion, {
    ...{ compoundId, renovationId, number: 1, state: 'fixed', managementMode: 'community', ...begun },
    ...{ managementNote: 'x', durationDays: 30, impact: 'x', measures: 'x' },
    ...{ fixedBy: userId, fixedOn: '2026-05-01' },
  });
  const draft = { compoundId, renovationId, number: 2, state: 'draft', basedOnId: first, reason: 'x' };
  await insert(PlanVersion, { ...draft, ...begun });
  const itemId = await insert(PlanItemRecord, {
    ...{ versionId: first, line: 1, code: 'I07', name: 'x', note: 'x', quantity: 3000, unit: '组' },
    ...{ place: 'x', estimatedFen: 19_800_000, treeWork: 'none', matters: [] },
  });
  await insert(PlanItemWish, { itemId, wishId });
  await insert(PlanDrawing, { versionId: first, fileId: documentId });
}
