// What of the register everybody may see: what the place is, nothing about the people who live there (visibility matrix
// of the domain reference §9.1; the figures of the door plate and the board, §7.2).
import type { Area } from '../kernel/area';
import { plateOf, Plate } from '../compound/plate';

/** The public fields of a compound, by name: no other field can come out. */
const publicFields = [
  'code',
  'name',
  'alias',
  'address',
  'builtYear',
  'builtYearNote',
  'buildingCount',
  'unitCount',
  'floorsMin',
  'floorsMax',
  'householdCount',
  'siteArea',
  'floorArea',
  'originUnit',
  'isDemo',
] as const;

/** A compound as the register keeps it, as far as it is public; areas in 0.01 ㎡, null where unknown. */
export interface KnownCompound {
  code: string;
  name: string;
  alias: string | null;
  address: string | null;
  builtYear: number | null;
  builtYearNote: string | null;
  buildingCount: number | null;
  unitCount: number | null;
  floorsMin: number | null;
  floorsMax: number | null;
  householdCount: number | null;
  siteArea: Area | null;
  floorArea: Area | null;
  originUnit: string | null;
  isDemo: boolean;
}

/** A compound as everybody may see it. */
export interface PublicCompound extends KnownCompound {
  plate: Plate;
}

/** Takes the public fields out of a row of the register. */
export function publicCompound(known: KnownCompound): PublicCompound {
  const fields = Object.fromEntries(publicFields.map((field) => [field, known[field]]));
  return { ...(fields as unknown as KnownCompound), plate: plateOf(known.name) };
}
