import { areaInput } from '../domain/kernel/area';
import { metresInput } from '../domain/kernel/metres';
import { writtenArea } from '../domain/removal/structure-size';
import type { StructureRecord } from './structure.entities';
import type { PlacedStructure } from './structures.desk';
import type { StructureSheetForm } from './structure.forms';

/** The columns of a sheet that people write. */
export const sheetValues = (form: StructureSheetForm) => ({
  kind: form.kind,
  place: form.place,
  ...sizeOf(form),
  area: writtenArea(form.kind, sizeOf(form)),
  use: form.use,
  material: form.material,
  sinceYear: form.sinceYear ?? null,
  party: form.party,
  isOccupied: form.isOccupied,
  isSoleHome: form.isSoleHome,
  hasHardship: form.hasHardship,
  blocksFireLane: form.blocksFireLane,
  blocksPipe: form.blocksPipe,
  foundOn: form.foundOn,
  plannedOn: form.plannedOn ?? null,
  reuse: form.reuse ?? null,
});

/** What was measured, as it was typed. */
export const sizeOf = (form: StructureSheetForm) => ({
  lengthCm: form.length ?? null,
  widthCm: form.width ?? null,
  area: form.area ?? null,
});

/** A stored sheet as its form shows it. */
export const typedSheet = (structure: PlacedStructure) => ({
  ...structure,
  length: structure.lengthCm === null ? '' : metresInput(structure.lengthCm),
  width: structure.widthCm === null ? '' : metresInput(structure.widthCm),
  area: areaTyped(structure),
  zones: structure.zoneIds,
});

/** An area that follows from length and width is not typed, so that it goes on following them. */
const areaTyped = (structure: PlacedStructure): string => {
  const { kind, area, lengthCm, widthCm } = structure;
  const follows = area === writtenArea(kind, { lengthCm, widthCm, area: null });
  return area === null || follows ? '' : areaInput(area);
};

/** What the next one of the same row of garages has in common with this one. */
export const likeSheet = ({
  kind,
  use,
  material,
  foundOn,
  zoneIds,
}: Pick<PlacedStructure, 'kind' | 'use' | 'material' | 'foundOn' | 'zoneIds'>) => ({
  ...{ kind, use, material, foundOn, zones: zoneIds },
});

/** The columns of a row nobody has done anything with yet. */
export const untouched = {
  ...{ pinAcross: null, pinDown: null, way: null, careSignedOn: null, careSignedBy: null, careNote: null },
  ...{ consentSignedOn: null, identityChecked: false, removeByOn: null, removedOn: null, removedFrom: null },
  ...{ removedTo: null, removedArea: null, belongings: null, wasteCleared: false, removedBy: null },
  closedOn: null,
} satisfies Partial<StructureRecord>;
