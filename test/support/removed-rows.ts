import { StatutoryHalt, StatutoryPaper, StatutoryStanding } from '../../src/enforcement/enforcement.entities';
import {
  OperationFile,
  OperationRecord,
  OperationStructureRecord,
} from '../../src/operations/operation.entities';
import { PatrolFile, PatrolRecord, PatrolRelapse } from '../../src/patrols/patrol.entities';
import { PersuasionVisitRecord } from '../../src/persuasion/persuasion.entity';
import { RemovalCheck } from '../../src/removals/removal.entities';
import {
  StructureEvent,
  StructureFile,
  StructureRecord,
  StructureZone,
} from '../../src/structures/structure.entities';
import { CompoundSketch, GroundChange, WorkZone, ZoneItemRecord } from '../../src/zones/zone.entities';

/** Puts a row into its table and gives its id. */
type Insert = (entity: new () => object, row: object) => Promise<number>;

interface Where {
  compoundId: number;
  renovationId: number;
  userId: number;
  documentId: number;
}

const at = '2026-05-18T02:00:00.000Z';

/** A case with everything that is ever written down of one, a row in every table of it; one structure is verified. */
export async function removedRows(insert: Insert, where: Where): Promise<void> {
  const zoneId = await groundRows(insert, where);
  const structureId = await structureRows(insert, where, zoneId);
  await caseRows(insert, where, structureId);
  await roundRows(insert, where, structureId);
}

async function groundRows(insert: Insert, where: Where): Promise<number> {
  const { compoundId, renovationId, userId, documentId } = where;
  await insert(CompoundSketch, {
    ...{ compoundId, fileId: documentId, caption: 'x', uploadedBy: userId, uploadedOn: '2026-04-01' },
  });
  const zoneId = await insert(WorkZone, { compoundId, renovationId, number: 1, name: 'x', isFirst: true });
  await insert(ZoneItemRecord, { zoneId, line: 1 });
  await insert(GroundChange, {
    ...{ compoundId, renovationId, line: 1, change: 'freed', changedBy: userId },
    ...{ changedAt: at, changedOn: '2026-05-18' },
  });
  return zoneId;
}

async function structureRows(insert: Insert, where: Where, zoneId: number): Promise<number> {
  const { compoundId, renovationId, userId, documentId } = where;
  const sheet = {
    ...{ compoundId, renovationId, kind: 'building', place: 'x', area: 15_00, use: 'living' },
    ...{ material: 'brick', party: 'owner', ownership: 'not-lawful', ownershipBasis: 'x' },
    ...{ hasHardship: true, isSoleHome: true, foundOn: '2026-04-01', reuse: 'x', recordedBy: userId },
    ...{ careSignedOn: '2026-05-01', careSignedBy: userId, careNote: 'x', sinceYear: 1998 },
  };
  const gone = { state: 'verified', way: 'assisted', removedOn: '2026-05-18', removedBy: userId };
  await insert(StructureRecord, { ...sheet, ...gone, number: 1, removedArea: 15_20 });
  const structureId = await insert(StructureRecord, { ...sheet, number: 2, state: 'standing' });
  await insert(StructureZone, { structureId, zoneId });
  await insert(StructureFile, { structureId, fileId: documentId, kind: 'consent' });
  const eventId = await insert(StructureEvent, {
    ...{ structureId, step: 'agree', fromState: 'standing', toState: 'agreed', happenedOn: '2026-05-02' },
    ...{ reason: 'x', recordedBy: userId, recordedAt: at },
  });
  await insert(RemovalCheck, { structureId, eventId, firmName: 'x', emergencyReason: 'x' });
  return structureId;
}

async function caseRows(insert: Insert, { userId }: Where, structureId: number): Promise<void> {
  const recorded = { structureId, recordedBy: userId, recordedAt: at };
  await insert(PersuasionVisitRecord, {
    ...{ ...recorded, visitedOn: '2026-04-20', time: 'evening', visitors: 'community', attitude: 'against' },
    ...{ asked: 'x', promised: 'x' },
  });
  const withdrawn = { withdrawnOn: '2026-05-05', withdrawnReason: 'x' };
  await insert(StatutoryPaper, {
    ...{
      ...recorded,
      ...withdrawn,
      round: 0,
      step: 'stop-ordered',
      issuedOn: '2026-05-04',
      documentNumber: 'x',
    },
    ...{ organ: 'city-management', carries: 'x', officers: 2 },
  });
  await insert(StatutoryHalt, {
    ...{ ...recorded, round: 0, kind: 'suspended', fromOn: '2026-05-04', reason: 'x' },
    ...{ endedOn: '2026-05-06', endedReason: 'x' },
  });
  await insert(StatutoryStanding, { structureId, round: 0 });
}

async function roundRows(insert: Insert, where: Where, structureId: number): Promise<void> {
  const { compoundId, renovationId, userId, documentId } = where;
  const operationId = await insert(OperationRecord, {
    ...{ compoundId, renovationId, name: 'x', happensOn: '2026-05-18', fromTime: '08:00', toTime: '12:00' },
    ...{ agencies: 'x', meetingPoint: 'x', emergency: 'x', firmName: 'x', state: 'cancelled' },
    ...{ cancelReason: 'x', closedOn: '2026-05-18', closedBy: userId, recordedBy: userId, recordedAt: at },
  });
  const part = { operationId, structureId };
  await insert(OperationStructureRecord, { ...part, way: 'assisted', outcome: 'not-removed', note: 'x' });
  await insert(OperationFile, { operationId, fileId: documentId, kind: 'safety-plan' });
  const patrolId = await insert(PatrolRecord, {
    ...{ compoundId, kind: 'structures', lookedOn: '2026-06-03', finding: 'mended', note: 'x', rounds: 'x' },
    ...{ recordedBy: userId, recordedAt: at },
  });
  await insert(PatrolRelapse, { patrolId, structureId });
  await insert(PatrolFile, { patrolId, fileId: documentId });
}
