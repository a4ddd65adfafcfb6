import { RegisterFigures } from '../domain/compound/register';
import { CompoundForm } from './compound.form';
import { Compound } from './compound.entity';

/** Where a compound lies, as ids of the organisation tree. */
export interface Place {
  districtId: number;
  streetId: number;
  communityId: number | null;
}

/** The columns people write; all others are the system's. */
export type CompoundValues = Omit<
  Compound,
  | 'id'
  | 'code'
  | 'officialCode'
  | keyof Place
  | 'searchText'
  | 'isDemo'
  | 'importBatchId'
  | 'revision'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
  | 'longitude'
  | 'latitude'
>;

/** The columns of a posted entry; what was left empty is null. */
export function valuesOf(form: CompoundForm): CompoundValues & RegisterFigures {
  const text = (value: string | undefined) => value ?? null;
  const number = (value: number | undefined) => value ?? null;
  return {
    name: form.name,
    alias: text(form.alias),
    address: text(form.address),
    grid: text(form.grid),
    builtYear: number(form.builtYear),
    builtYearBasis: text(form.builtYearBasis),
    builtYearNote: text(form.builtYearNote),
    siteArea: number(form.siteArea),
    floorArea: number(form.floorArea),
    buildingCount: number(form.buildingCount),
    unitCount: number(form.unitCount),
    floorsMin: number(form.floorsMin),
    floorsMax: number(form.floorsMax),
    householdCount: number(form.householdCount),
    residentCount: number(form.residentCount),
    elderlyCount: number(form.elderlyCount),
    vacantCount: number(form.vacantCount),
    rentedCount: number(form.rentedCount),
    tenure: form.tenure.join(',') || null,
    originUnit: text(form.originUnit),
    originUnitStatus: text(form.originUnitStatus),
    noOwnerReason: text(form.noOwnerReason),
    managementStatus: text(form.managementStatus),
    managementCompany: text(form.managementCompany),
    feeLevel: text(form.feeLevel),
    hasPartyOrganisation: form.hasPartyOrganisation,
    hasSelfGovernance: form.hasSelfGovernance,
    hasVolunteers: form.hasVolunteers,
    sponsorUnit: text(form.sponsorUnit),
    sponsorRole: text(form.sponsorRole),
    neighbourNote: text(form.neighbourNote),
    outsideDistrictPlan: form.outsideDistrictPlan,
    isEnclave: form.isEnclave,
    exclusions: form.exclusions.join(',') || null,
    remarks: text(form.remarks),
  };
}

/** The names of the columns that are different now, for the record. */
export function changedFields(before: Compound, after: object): string {
  const changed = Object.entries(after).filter(([field, value]) => before[field as keyof Compound] !== value);
  return changed.map(([field]) => field).join(', ') || 'nothing';
}
