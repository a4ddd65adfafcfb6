import type { PersuasionVisitRecord } from './persuasion.entity';

/** A visit to a garage of 丰乐路106号院 as the specs tell it. */
export const givenVisit = (change: Partial<PersuasionVisitRecord> = {}): PersuasionVisitRecord => ({
  ...{
    id: 21,
    structureId: 7,
    visitedOn: '2026-03-15',
    time: 'evening',
    visitors: 'community,building-lead',
  },
  ...{ attitude: 'waiting', asked: '东西没有地方放', promised: '', promisedOn: null, pictureShown: true },
  ...{ recordedBy: 4, recordedAt: '2026-03-15T12:00:00.000Z', withdrawnOn: null, withdrawnReason: null },
  ...{ version: 1, ...change },
});
