// Posts, contracts and places as the tests of this room tell them: 丰乐路106号院 on 8 June 2026.
import type { RenovationChoice } from '../compounds/compounds.desk';
import type { Frame } from '../compounds/workspace';
import { kept, today } from '../domain/construction/given-construction';
import type { KeptPost } from '../domain/construction/daily-post';
import type { ContractRecord } from '../works/work.entities';
import type { PostWithRow } from './kept-posts';
import type { PostRecord } from './post.entities';

/** The day the tests look from. */
export const lookedOn = today;

/** What every page of a compound carries; the tests look at none of it. */
export const frame = { crumbs: [], head: {} } as unknown as Frame;

/** The compound with the one renovation it has. */
export const choice = {
  ...{ compound: { code: 'fl106', name: '丰乐路106号院' }, renovations: [{}] },
  renovation: { id: 1, isCurrent: true, state: 'active' },
} as unknown as RenovationChoice;

/** A contract by its id and name. */
export const contractRow = (id = 1, name = '施工合同'): ContractRecord =>
  ({ id, name, role: 'contractor', startsOn: '2026-05-19' }) as ContractRecord;

/** A post with its row. */
export const postWithRow = (
  id: number,
  change: Partial<KeptPost> = {},
  row: Partial<PostRecord> = {},
): PostWithRow => ({
  ...kept(id, { state: 'sent', ...change }),
  row: {
    ...{ id, correctsId: null, correctionReason: '', returnReason: null, version: 1 },
    ...{ postedBy: 9, postedFirmId: 10, invitationId: null, decidedBy: null, decidedAt: null },
    ...{ sentAt: '2026-06-08T09:30:00.000Z', isLate: false, photosChosenBy: null, ...row },
  } as PostRecord,
});
