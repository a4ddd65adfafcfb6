import { BulletinRecord } from '../../src/diaries/bulletin.entity';
import { DisruptionRecord, QuietDayRecord } from '../../src/disruptions/disruption.entities';
import { ConcealedStepRecord, ConcealedRecord } from '../../src/inspections/concealed.entities';
import { FindingRecord, FindingStepRecord, InspectionRecord } from '../../src/inspections/finding.entities';
import { StopRecord } from '../../src/inspections/stop.entities';
import { InvitationRecord, PhoneRecord } from '../../src/invitations/invitation.entities';
import { PostRecord, PostValueRecord } from '../../src/posts/post.entities';
import { WorksBaselineRecord, StopWindowRecord } from '../../src/progress/progress.entities';
import {
  PhotoClaim,
  PhotoHintRecord,
  PhotoPointRecord,
  PointPhotoRecord,
} from '../../src/site-photos/site-photo.entities';
import { ContractRecord, WorkItemRecord, WorkItemStepRecord } from '../../src/works/work.entities';

/** Puts a row into its table and gives its id. */
type Insert = (entity: new () => object, row: object) => Promise<number>;

interface Where {
  compoundId: number;
  renovationId: number;
  userId: number;
  /** A firm. */
  firmId: number;
  /** The place quiet days are written down for. */
  placeId: number;
  /** A photo nobody released. */
  fileId: number;
}

const at = '2026-06-01T02:00:00.000Z';

/** Works with everything that is ever written down of them, a row in every table; one post of four is confirmed. */
export async function builtRows(insert: Insert, where: Where): Promise<void> {
  const { compoundId, renovationId, userId, firmId, placeId, fileId } = where;
  const here = { compoundId, renovationId };
  const by = { recordedBy: userId, recordedAt: at };
  const contractId = await insert(ContractRecord, {
    ...{ ...here, ...by, organisationId: firmId, role: 'contractor', name: 'x', number: 'x' },
    ...{ signedOn: '2026-05-15', startsOn: '2026-05-19', finishOn: '2026-06-18', state: 'running' },
  });
  const itemId = await insert(WorkItemRecord, {
    ...{ ...here, ...by, contractId, line: 1, name: 'x', unit: '㎡', quantity: 10_00, measure: 'share' },
    ...{ plannedStartOn: '2026-05-19', plannedFinishOn: '2026-06-18', state: 'open', traits: ['outdoor'] },
  });
  const step = { itemId, happenedOn: '2026-05-19', firmId, ...by };
  await insert(WorkItemStepRecord, { ...step, step: 'reopen', reason: 'x' });
  await checkRows(insert, where, itemId);
  await phoneRows(insert, where, contractId);
  await insert(WorksBaselineRecord, {
    ...{ ...here, number: 1, weighing: 'hand', items: [], quiet: [], setOn: '2026-05-18' },
    ...{ setBy: userId, setAt: at },
  });
  await insert(StopWindowRecord, { ...here, ...by, kind: 'rain', fromOn: '2026-06-01', note: 'x' });
  const post = {
    ...{ ...here, contractId, workedOn: '2026-06-05', kind: 'work', workers: 9, weather: 'sunny' },
    ...{ holdups: [], effects: [], sentence: 'x', isLate: false, postedBy: userId, sentAt: at },
    ...{ correctionReason: 'x', decidedBy: userId, decidedAt: at, returnReason: 'x' },
  };
  for (const [number, state] of (['confirmed', 'sent', 'returned', 'corrected'] as const).entries()) {
    const postId = await insert(PostRecord, {
      ...post,
      state,
      uuid: `post-${number}`,
      fingerprint: `f${number}`,
    });
    await insert(PostValueRecord, { postId, itemId, value: 65_00, reason: 'x' });
  }
  await insert(DisruptionRecord, {
    ...{ ...here, effect: 'noise', buildings: 'x', fromMoment: '2026-06-10 08:00' },
    ...{ toMoment: '2026-06-10 12:00', note: 'x', certificate: 'x', reason: 'x' },
    ...{ announcedBy: userId, announcedAt: at },
  });
  await insert(QuietDayRecord, {
    ...{
      organisationId: placeId,
      name: 'x',
      fromOn: '2026-06-07',
      untilOn: '2026-06-08',
      source: 'x',
      ...by,
    },
  });
  await insert(BulletinRecord, {
    ...{ ...here, number: 1, fromOn: '2026-05-26', untilOn: '2026-06-01', title: 'x', body: 'x' },
    ...{ publishedBy: userId, publishedAt: at },
  });
  const pointId = await insert(PhotoPointRecord, { ...here, ...by, number: 1, name: 'x', place: 'x' });
  await insert(PointPhotoRecord, { pointId, fileId, shownOn: '2026-06-01', ...by });
  await insert(PhotoClaim, { fileId, source: 'x', claimedOn: '2026-06-01', place: 'x' });
  await insert(PhotoHintRecord, {
    ...{ compoundId, fileId, kind: 'same-bytes', text: 'x', notedAt: at },
    ...{ answer: 'x', answeredBy: userId, answeredAt: at },
  });
}

async function checkRows(insert: Insert, where: Where, itemId: number): Promise<void> {
  const { compoundId, renovationId, userId, firmId } = where;
  const here = { compoundId, renovationId };
  const by = { recordedBy: userId, recordedAt: at, firmId };
  const concealedId = await insert(ConcealedRecord, {
    ...{ ...here, itemId, part: 'x', state: 'noticed', noticedAt: '2026-06-01 08:00' },
    ...{ checkAt: '2026-06-03 08:00', agreed: 'x', noticedBy: userId },
  });
  await insert(ConcealedStepRecord, {
    ...{ concealedId, step: 'reject', happenedAt: '2026-06-03 08:00', witnesses: [], reason: 'x', ...by },
  });
  const inspectionId = await insert(InspectionRecord, {
    ...{ ...here, ...by, kind: 'safety', lookedOn: '2026-06-01', inspectors: ['street'], opinion: 'x' },
  });
  const findingId = await insert(FindingRecord, {
    ...{ ...here, ...by, inspectionId, number: 1, itemId, what: 'x', place: 'x', severity: 'serious' },
    ...{ foundOn: '2026-06-01', dueOn: '2026-06-05', state: 'open' },
  });
  await insert(FindingStepRecord, {
    ...{ findingId, step: 'send-back', happenedOn: '2026-06-02', reason: 'x', ...by },
  });
  await insert(StopRecord, {
    ...{ ...here, ...by, number: 1, cause: 'safety', reason: 'x', stoppedOn: '2026-06-01' },
    ...{ state: 'withdrawn', orderedRole: 'street-manager', endReason: 'x', endedRole: 'street-manager' },
    ...{ endedBy: userId, endedAt: at },
  });
}

async function phoneRows(insert: Insert, where: Where, contractId: number): Promise<void> {
  const { compoundId, userId } = where;
  const invitationId = await insert(InvitationRecord, {
    ...{ compoundId, contractId, userId, label: 'x', secretHash: 'x', pinHash: 'x', givenOn: '2026-05-19' },
    ...{ endsOn: '2026-06-18', givenBy: userId, givenAt: at },
  });
  await insert(PhoneRecord, {
    ...{ invitationId, tokenHash: 'x', csrf: 'x', device: 'x', trustedUntil: '2026-06-18', enteredAt: at },
  });
}
