import type { StepRecord } from '../domain/removal/statutory-case';
import type { CaseRecords, FoundPaper } from './case-records';
import type { StatutoryHalt, StatutoryStanding } from './enforcement.entities';

/** Papers as rows, from the stories the law tells. */
export const foundPaper = (record: StepRecord, id: number, change: Partial<FoundPaper> = {}): FoundPaper => {
  const { step, issuedOn, documentNumber, organ, carries, deadlineOn, officers, service, files } = record;
  const file = (fileId: number, kind: 'paper' | 'proof') => ({ id: fileId, paperId: id, fileId, kind });
  return {
    ...{ id, structureId: 7, round: 0, step, issuedOn, documentNumber, organ, deadlineOn, officers },
    carries: carries.join(','),
    ...{ serviceMethod: service?.method ?? null, servedOn: service?.servedOn ?? null },
    ...{ recordedBy: 3, recordedAt: '2025-09-01T01:00:00.000Z', version: 1 },
    ...{ withdrawnOn: null, withdrawnReason: null },
    files: [
      ...Array.from({ length: files }, (_, at) => file(id * 10 + at, 'paper')),
      ...Array.from({ length: service?.proofs ?? 0 }, (_, at) => file(id * 10 + 5 + at, 'proof')),
    ],
    ...change,
  };
};

/** What is recorded of one structure. */
export const recordsWith = (
  steps: readonly StepRecord[],
  change: Partial<CaseRecords> & {
    standing?: Partial<StatutoryStanding>;
    halted?: Partial<StatutoryHalt>;
  } = {},
): CaseRecords => {
  const { standing, halted, ...more } = change;
  return {
    round: 0,
    papers: steps.map((record, at) => foundPaper(record, at + 1)),
    halts: halted ? [{ ...plainHalt, ...halted }] : [],
    standings: [{ ...plainStanding, ...standing }],
    ...more,
  };
};

const plainHalt: StatutoryHalt = {
  ...{ id: 1, structureId: 7, round: 0, kind: 'suspended', fromOn: '2026-03-01', endedOn: null },
  ...{ reason: '重病住院', endedReason: null, recordedBy: 3, recordedAt: '2026-03-01T01:00:00.000Z' },
  ...{ withdrawnOn: null, withdrawnReason: null, version: 1 },
};

const plainStanding: StatutoryStanding = {
  ...{ id: 1, structureId: 7, round: 0, isUnderConstruction: false, isOwnerUnknown: false },
  ...{ conclusion: 'must-remove', hearing: 'not-asked', views: 'none', reconsiderationFiledOn: null },
  ...{ reconsiderationAcceptedOn: null, reconsiderationExtended: false, reconsiderationOutcome: null },
  ...{ reconsiderationDecidedOn: null, lawsuitFiledOn: null, lawsuitOutcome: null, lawsuitFinalOn: null },
  ...{ penaltyPublishedOn: null, penaltyChangedOn: null, penaltyWithdrawnOn: null, version: 1 },
};
