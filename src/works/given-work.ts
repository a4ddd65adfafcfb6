// For specs only: the works of 丰乐路106号院 as the pages of the room are given them (case C1).
import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import { charging, contract } from '../domain/construction/given-construction';
import type { WorkItem } from '../domain/construction/work-item';
import type { ItemStanding } from './item-standings';
import type { ContractRecord } from './work.entities';
import type { PlacedItem } from './works.desk';

export const givenFrame = { crumbs: [], head: {} } as unknown as Frame;

export const givenPlace = {
  compound: { id: 7, code: 'fl106', name: '丰乐路106号院' } as Compound,
  renovation: { id: 3, state: 'active', track: 'micro' } as Renovation,
};

/** The contract as it is stored. */
export const givenContract = (change: Partial<ContractRecord> = {}): ContractRecord => {
  const { firmId, ...sheet } = contract();
  return {
    ...{ ...sheet, organisationId: firmId, compoundId: 7, renovationId: 3, recordedBy: 2, version: 1 },
    ...{ recordedAt: '2026-05-15T02:00:00.000Z', ...change },
  };
};

/** The charging points: fifteen of thirty sets are confirmed, twenty should be. */
export const givenStanding = (
  item: Partial<WorkItem> = {},
  change: Partial<ItemStanding> = {},
): ItemStanding => {
  const known = charging(item);
  const surroundings = { contract: contract(), ground: null, predecessor: null, concealed: [], stops: [] };
  return {
    row: {
      ...{ ...known, compoundId: 7, renovationId: 3, zoneIds: [...known.zones], traits: [] },
      ...{ groundWork: 'none', utility: null, contractFen: 4_600_000, handShare: null },
      ...{ recordedBy: 2, recordedAt: '2026-05-15T02:00:00.000Z', version: 1 },
    } as PlacedItem,
    ...{ item: known, contract: contract(), predecessor: null, ground: null, holds: [], surroundings },
    ...{ confirmed: 15_00, confirmedOn: '2026-06-05', planned: 20_00, openFindings: 0, begunAfter: 0 },
    ...change,
  };
};

/** Zones and firms beside the items, on the Monday the tests look from. */
export const givenAround = {
  firms: new Map([[10, '示例建设']]),
  zones: [{ id: 1, number: 1, name: '院门东侧' }],
  today: '2026-06-08',
};
