import { INestApplicationContext } from '@nestjs/common';
import { Organisations } from '../../src/access/organisations.service';
import { CompoundForm } from '../../src/compounds/compound.form';
import { Place, valuesOf } from '../../src/compounds/compound-values';
import { places } from './cast';

/** The row of a plain compound in 粮运社区, for tests that need one without walking the forms. */
export async function sampleCompound(app: INestApplicationContext, name = '丰乐路106号院', code = 'fl106') {
  const organisations = app.get(Organisations);
  const [district, street, community] = await Promise.all(
    [places.district, places.street, places.community].map((one) => organisations.byCode(one)),
  );
  const place: Place = { districtId: district!.id, streetId: street!.id, communityId: community!.id };
  const form = {
    tenure: [],
    exclusions: [],
    hasPartyOrganisation: false,
    hasSelfGovernance: false,
    hasVolunteers: false,
  };
  const figures = {
    builtYear: 1989,
    siteArea: 49_000,
    floorArea: 167_700,
    buildingCount: 1,
    unitCount: 1,
    floorsMax: 7,
    householdCount: 28,
  };
  const words = { name, outsideDistrictPlan: true, isEnclave: false };
  return { ...valuesOf({ ...form, ...figures, ...words } as unknown as CompoundForm), ...place, code };
}
