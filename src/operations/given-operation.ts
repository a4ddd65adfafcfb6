// For specs only: a removal day of 丰乐路106号院 with three garages (case C1).
import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { StructureRecord } from '../structures/structure.entities';
import type { OperationRecord, OperationStructureRecord } from './operation.entities';
import type { Member, OperationAtPlace } from './operations.desk';

/** The day as it is planned. */
export const givenOperation = (change: Partial<OperationRecord> = {}): OperationRecord => ({
  ...{ id: 5, compoundId: 7, renovationId: 3, name: '院门东侧车库集中拆除', happensOn: '2026-05-18' },
  ...{ fromTime: '08:00', toTime: '11:30', agencies: 'street,police', meetingPoint: '院门口' },
  ...{ emergency: null, firmName: null, isFirmLicensed: false, firmFiledOn: null, state: 'planned' },
  ...{ windGrade: null, hasPollutionAlert: false, weatherCheckedOn: null, weatherBy: null },
  ...{ closedOn: null, closedBy: null, cancelReason: null, recordedBy: 2 },
  ...{ recordedAt: '2026-05-15T01:00:00.000Z', version: 4, ...change },
});

/** One of its garages. */
export const givenMember = (number: number, change: Partial<OperationStructureRecord> = {}): Member => ({
  row: {
    ...{ id: number, operationId: 5, structureId: 10 + number, way: 'assisted' },
    ...{ outcome: null, removedArea: null, note: null, ...change },
  },
  structure: {
    ...{ id: 10 + number, number, compoundId: 7, renovationId: 3, kind: 'building', area: 15_00 },
    ...{ place: `院门东侧第 ${number} 间`, state: 'agreed', way: 'assisted' },
  } as StructureRecord,
});

/** The day with its garages at its place. */
export const givenFound = (change: Partial<OperationAtPlace> = {}): OperationAtPlace => ({
  operation: givenOperation(),
  members: [1, 2, 3].map((number) => givenMember(number)),
  files: [],
  compound: { id: 7, code: 'fl106', name: '丰乐路106号院' } as Compound,
  renovation: { id: 3, state: 'active' } as Renovation,
  ...change,
});
