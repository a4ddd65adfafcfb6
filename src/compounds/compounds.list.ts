import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, SelectQueryBuilder } from 'typeorm';
import { Organisation } from '../access/entities';
import { Actor } from '../domain/people/actor';
import { Compound } from './compound.entity';
import { CompoundSign, CompoundSigns } from './compound-signs';
import { CompoundDesk } from './compounds.desk';
import { Renovation } from './renovation.entities';
import { containing } from './search-text';

/** What the list is narrowed to and how it is ordered; read from the address. */
export interface CompoundListQuery {
  q: string;
  street: number;
  community: number;
  stage: string;
  management: string;
  sort: SortKey;
  descending: boolean;
  page: number;
}

export const sortColumns = {
  name: 'compound.name',
  street: 'street.code',
  built: 'compound.builtYear',
  households: 'compound.householdCount',
  updated: 'compound.updatedAt',
} as const;
/** A column the list can be ordered by. */
export type SortKey = keyof typeof sortColumns;

export const pageSize = 50;

/** One line of the register; raw columns, nothing hydrated. */
export interface CompoundLine {
  id: number;
  code: string;
  name: string;
  address: string | null;
  street: string;
  community: string | null;
  builtYear: number | null;
  builtYearNote: string | null;
  householdCount: number | null;
  floorArea: number | null;
  managementStatus: string | null;
  stage: Renovation['stage'] | null;
  state: Renovation['state'] | null;
  updatedAt: string;
}

/** A line with how its compound stands in the room that watches over it. */
export type SignedLine = CompoundLine & { sign?: CompoundSign };

/** The register as a list: search, filters, order and pages, within the person's scope. */
@Injectable()
export class CompoundList {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: CompoundDesk,
    private readonly signs: CompoundSigns,
  ) {}

  async find(actor: Actor, query: CompoundListQuery): Promise<{ lines: SignedLine[]; total: number }> {
    const narrowed = this.narrowed(actor, query);
    const total = await narrowed.clone().getCount();
    const direction = query.descending ? 'DESC' : 'ASC';
    const lines = await narrowed
      .select([
        'compound.id AS "id"',
        'compound.code AS "code"',
        'compound.name AS "name"',
        'compound.address AS "address"',
        'street.shortName AS "street"',
        'community.shortName AS "community"',
        'compound.builtYear AS "builtYear"',
        'compound.builtYearNote AS "builtYearNote"',
        'compound.householdCount AS "householdCount"',
        'compound.floorArea AS "floorArea"',
        'compound.managementStatus AS "managementStatus"',
        'renovation.stage AS "stage"',
        'renovation.state AS "state"',
        'compound.updatedAt AS "updatedAt"',
      ])
      .orderBy(`CASE WHEN ${sortColumns[query.sort]} IS NULL THEN 1 ELSE 0 END`, 'ASC')
      .addOrderBy(sortColumns[query.sort], direction)
      .addOrderBy('compound.id', 'ASC')
      .offset((query.page - 1) * pageSize)
      .limit(pageSize)
      .getRawMany<CompoundLine>();
    const signs = await this.signs.of(
      actor,
      lines.map(({ id }) => id),
    );
    return { lines: lines.map((line) => ({ ...line, sign: signs.get(line.id) })), total };
  }

  private narrowed(actor: Actor, query: CompoundListQuery): SelectQueryBuilder<Compound> {
    const rows = this.reader
      .createQueryBuilder(Compound, 'compound')
      .innerJoin(Organisation, 'street', 'street.id = compound.streetId')
      .leftJoin(Organisation, 'community', 'community.id = compound.communityId')
      .leftJoin(
        Renovation,
        'renovation',
        'renovation.compoundId = compound.id AND renovation.isCurrent = :yes',
        { yes: true },
      );
    this.desk.inScope(rows, actor);
    if (query.q)
      rows.andWhere(`compound.searchText LIKE :pattern ESCAPE '!'`, { pattern: containing(query.q) });
    if (query.street) rows.andWhere('compound.streetId = :street', { street: query.street });
    if (query.community) rows.andWhere('compound.communityId = :community', { community: query.community });
    if (query.stage === 'none') rows.andWhere('renovation.id IS NULL');
    else if (query.stage) rows.andWhere('renovation.stage = :stage', { stage: query.stage });
    if (query.management)
      rows.andWhere('compound.managementStatus = :management', { management: query.management });
    return rows;
  }
}
