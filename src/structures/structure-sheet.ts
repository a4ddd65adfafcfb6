import type { StructureSheet } from '../domain/removal/structure';
import type { StructureRecord } from './structure.entities';

/** A structure as the law reads it. */
export const toSheet = (record: StructureRecord): StructureSheet => ({
  kind: record.kind,
  place: record.place,
  area: record.area,
  use: record.use,
  material: record.material,
  sinceYear: record.sinceYear,
  party: record.party,
  isOccupied: record.isOccupied,
  isSoleHome: record.isSoleHome,
  blocksFireLane: record.blocksFireLane,
  blocksPipe: record.blocksPipe,
  ownership: record.ownership,
  foundOn: record.foundOn,
});
