import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Organisation } from '../access/entities';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import type { Actor } from '../domain/people/actor';
import { LedgerSign } from '../domain/removal/living-ledger';
import { rawColumns } from '../platform/database/raw-columns';
import type { LedgerQuery, LedgerSort } from './ledger-query';
import { LedgerEntry, LedgerTotals } from './ledger.totals';

interface CompoundRow {
  id: number;
  code: string;
  name: string;
  street: string;
  streetCode: string;
  community: string | null;
}

/** One compound that stands in the ledger. */
export type LedgerLine = Omit<CompoundRow, 'id'> & LedgerEntry;

/** What the ledger shows: everything that matches, for the sums, and one page of it. */
export interface LedgerFinding {
  lines: LedgerLine[];
  page: LedgerLine[];
}

export const ledgerPageSize = 50;

/** The ledger over all compounds of a person's scope: three statements however many there are. */
@Injectable()
export class LedgerList {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly totals: LedgerTotals,
  ) {}

  async find(actor: Actor, query: LedgerQuery): Promise<LedgerFinding> {
    const entries = await this.totals.inScope(actor);
    const lines = (await this.rows(actor, query))
      .flatMap(({ id, ...row }) => {
        const entry = entries.get(id);
        return entry ? [{ ...row, ...entry }] : [];
      })
      .filter((line) => matches(line, query))
      .sort(inOrder(query));
    return { lines, page: lines.slice((query.page - 1) * ledgerPageSize, query.page * ledgerPageSize) };
  }

  private rows(actor: Actor, { street, community }: LedgerQuery): Promise<CompoundRow[]> {
    const rows = this.reader
      .createQueryBuilder(Compound, 'compound')
      .innerJoin(Organisation, 'street', 'street.id = compound.streetId')
      .leftJoin(Organisation, 'community', 'community.id = compound.communityId')
      .select(rawColumns('compound', ['id', 'code', 'name']))
      .addSelect(['street.shortName AS "street"', 'street.code AS "streetCode"'])
      .addSelect('community.shortName AS "community"');
    if (street) rows.andWhere('compound.streetId = :street', { street });
    if (community) rows.andWhere('compound.communityId = :community', { community });
    return this.compounds.inScope(rows, actor).getRawMany<CompoundRow>();
  }
}

const matches = ({ standing }: LedgerLine, { sign, late }: LedgerQuery): boolean =>
  (!sign || standing.sign === sign) && (!late || standing.overdueDays > 0);

const badness: Record<LedgerSign, number> = { passing: 0, mending: 1, failing: 2 };

const sortValues: Record<LedgerSort, (line: LedgerLine) => string | number | null> = {
  name: ({ name }) => name,
  place: ({ streetCode, community }) => `${streetCode} ${community ?? ''}`,
  sign: ({ standing }) => badness[standing.sign],
  open: ({ standing }) => standing.open,
  area: ({ counts }) => counts.removedArea,
  looked: ({ standing }) => standing.lookedOn,
  due: ({ standing }) => standing.nextDueOn,
};

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** What is unknown stands last in either direction; equals stand by name. */
function inOrder({ sort, descending }: LedgerQuery): (one: LedgerLine, other: LedgerLine) => number {
  const valueOf = sortValues[sort];
  const sign = descending ? -1 : 1;
  return (one, other) => {
    const [first, second] = [valueOf(one), valueOf(other)];
    if (first !== second) {
      if (first === null || second === null) return first === null ? 1 : -1;
      const order = sort === 'name' ? byName.compare(String(first), String(second)) : first < second ? -1 : 1;
      if (order !== 0) return sign * order;
    }
    return byName.compare(one.name, other.name);
  };
}
