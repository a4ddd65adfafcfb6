import { Organisation } from '../access/entities';
import { exclusionNames } from '../domain/compound/compound-facts';
import {
  builtYearBasisNames,
  managementStatusNames,
  noOwnerReasonNames,
  originUnitStatusNames,
  tenureNames,
} from '../domain/compound/words';
import { areaInput } from '../domain/kernel/area';
import { Role } from '../domain/people/roles';
import { Crumb, Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { Compound } from './compound.entity';
import { compoundPaths } from './compounds.paths';
import { Frame } from './workspace';
import { CompoundHead } from './workspace.presenter';

/** A street with its communities, as far as the person may register there. */
export interface PlaceChoice {
  street: Organisation;
  communities: Organisation[];
}

/** The entry of a compound as a form (views/compounds/new, edit). */
export interface CompoundFormPage {
  title: string;
  crumbs: Crumb[];
  head?: CompoundHead;
  form: FormState;
  action: string;
  backLink: string;
  places: Option[];
  builtYearBases: Option[];
  tenures: Option[];
  originUnitStatuses: Option[];
  noOwnerReasons: Option[];
  managementStatuses: Option[];
  exclusions: Option[];
}

const choices = {
  builtYearBases: toOptions(builtYearBasisNames),
  tenures: toOptions(tenureNames),
  originUnitStatuses: toOptions(originUnitStatusNames),
  noOwnerReasons: toOptions(noOwnerReasonNames),
  managementStatuses: toOptions(managementStatusNames),
  exclusions: toOptions(exclusionNames),
};

/** The empty form of a compound. */
export function toNewCompound(form: FormState, places: PlaceChoice[], role: Role): CompoundFormPage {
  return {
    title: '登记楼院',
    crumbs: [{ label: '楼院', link: compoundPaths.index() }, { label: '登记楼院' }],
    form,
    action: compoundPaths.index(),
    backLink: compoundPaths.index(),
    places: toPlaces(places, role),
    ...choices,
  };
}

/** The form of a compound that is there, under its frame. */
export function toEditCompound(
  compound: Compound,
  form: FormState,
  places: PlaceChoice[],
  role: Role,
  frame: Frame,
): CompoundFormPage {
  return {
    title: `修改资料 · ${compound.name}`,
    ...frame,
    form,
    action: compoundPaths.show(compound.code),
    backLink: compoundPaths.show(compound.code),
    places: toPlaces(places, role),
    ...choices,
  };
}

/** A stored compound as its form shows it. */
export function valuesInForm(compound: Compound): Record<string, unknown> {
  const area = (value: number | null) => (value === null ? null : areaInput(value));
  return {
    ...compound,
    place: compound.communityId === null ? `s${compound.streetId}` : `c${compound.communityId}`,
    siteArea: area(compound.siteArea),
    floorArea: area(compound.floorArea),
    tenure: compound.tenure?.split(',') ?? [],
    exclusions: compound.exclusions?.split(',') ?? [],
  };
}

function toPlaces(places: PlaceChoice[], role: Role): Option[] {
  return places.flatMap(({ street, communities }) => [
    ...communities.map((one) => ({ value: `c${one.id}`, label: `${street.shortName} · ${one.shortName}` })),
    ...(role === 'community-worker'
      ? []
      : [{ value: `s${street.id}`, label: `${street.shortName} · 社区待定` }]),
  ]);
}
