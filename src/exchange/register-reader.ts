import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { Organisations } from '../access/organisations.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { ManagementStatus } from '../domain/compound/words';
import { KnownCompound } from '../domain/exchange/comparison';
import { Locality } from '../domain/exchange/compound-keys';
import { StreetPlace } from '../domain/exchange/places';
import { registerFieldKeys, RegisterValues } from '../domain/exchange/register-values';
import { Actor } from '../domain/people/actor';
import { scopeOf } from '../domain/people/scope';
import { rawColumns } from '../platform/database/raw-columns';

/** Where a person may import to, and what may stand before an address there. */
export interface ImportGround {
  streets: StreetPlace[];
  locality: Locality;
  districtId: number;
}

const columns = ['id', 'code', 'name', 'streetId', 'communityId', ...registerFieldKeys] as const;
type KnownRow = Pick<Compound, (typeof columns)[number]>;

/** Reads what a list is compared with: the places and the compounds a person may see. */
@Injectable()
export class RegisterReader {
  constructor(
    @InjectDataSource('reports') private readonly reports: DataSource,
    private readonly organisations: Organisations,
    private readonly desk: CompoundDesk,
  ) {}

  /** The streets and communities this person may import to; undefined when there are none. */
  async groundOf(actor: Actor): Promise<ImportGround | undefined> {
    const places = await this.organisations.placesFor(actor);
    const districtId = places[0]?.street.parentId;
    if (!districtId) return undefined;
    const [district] = await this.organisations.byIds([districtId]);
    const streets = places.map(({ street, communities }) => ({
      id: street.id,
      name: street.shortName,
      districtName: district.name,
      communities: communities.map(({ id, shortName }) => ({ id, name: shortName })),
    }));
    const locality = ['河南省', '郑州市', '郑州', district.name, ...streets.map(({ name }) => name)];
    return { streets, locality, districtId };
  }

  /**
   * Every compound this person may see, with the facts a list can bring. A community also learns which compounds its
   * street already has elsewhere, so that it does not register them a second time, and nothing more of them.
   */
  async knownTo(
    actor: Actor,
    ground: ImportGround,
    from: EntityManager = this.reports.manager,
  ): Promise<KnownCompound[]> {
    const query = from
      .createQueryBuilder(Compound, 'compound')
      .select(rawColumns('compound', columns))
      .orderBy('compound.id');
    const scope = scopeOf(actor);
    if (scope.kind !== 'community') {
      return (await this.desk.inScope(query, actor).getRawMany<KnownRow>()).map(toKnown);
    }
    const rows = await query
      .where('compound.streetId IN (:...streets)', { streets: ground.streets.map(({ id }) => id) })
      .getRawMany<KnownRow>();
    return rows.map((row) =>
      row.communityId === scope.organisationId
        ? toKnown(row)
        : { ...toKnown(row), values: doorOf(row), outside: true },
    );
  }
}

/** What is needed to recognise a compound, and nothing else. */
const doorOf = ({ alias, address }: KnownRow): RegisterValues => ({
  ...(alias === null ? {} : { alias }),
  ...(address === null ? {} : { address }),
});

function toKnown(row: KnownRow): KnownCompound {
  const values: Record<string, unknown> = {};
  for (const field of registerFieldKeys) {
    if (row[field] !== null && row[field] !== undefined) values[field] = row[field];
  }
  const status = row.managementStatus as ManagementStatus | null;
  const known = { ...values, ...(status ? { managementStatus: status } : {}) } as RegisterValues;
  return { id: row.id, code: row.code, name: row.name, streetId: row.streetId, values: known };
}
