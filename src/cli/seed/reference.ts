import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OrganisationEntry } from '../../access/organisations.service';
import { projectRoot } from '../../platform/web/project-root';

interface OrganisationFile {
  districts: {
    code: string;
    name: string;
    shortName: string;
    streets: { code: string; name: string; shortName: string; communities: [string, string, string][] }[];
  }[];
}

/** The organisation tree of data/reference, parents before children. */
export function readOrganisations(): OrganisationEntry[] {
  const file = join(projectRoot, 'data', 'reference', 'organisations.json');
  const { districts } = JSON.parse(readFileSync(file, 'utf8')) as OrganisationFile;
  return districts.flatMap((district) => [
    { code: district.code, name: district.name, shortName: district.shortName, kind: 'district' as const },
    ...district.streets.flatMap((street) => [
      {
        code: street.code,
        name: street.name,
        shortName: street.shortName,
        kind: 'street' as const,
        parentCode: district.code,
      },
      ...street.communities.map(([code, name, shortName]) => ({
        code,
        name,
        shortName,
        kind: 'community' as const,
        parentCode: street.code,
      })),
    ]),
  ]);
}
