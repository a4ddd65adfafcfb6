import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource, SelectQueryBuilder } from 'typeorm';
import { Organisation, UserAccount } from '../access/entities';
import { AuditEntry } from '../audit/audit-entry.entity';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { containing } from '../compounds/search-text';
import { silentActions } from '../domain/disclosure/staleness';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { Actor } from '../domain/people/actor';
import { Role } from '../domain/people/roles';
import { morningOf } from '../platform/clock/clock';

/** One step of the record with the names behind its numbers; raw columns. */
export interface LogLine {
  id: number;
  at: string;
  action: string;
  from: string | null;
  to: string | null;
  reason: string | null;
  /** null for what the system did by itself. */
  person: string | null;
  role: Role | null;
  code: string | null;
  compound: string | null;
}

/** What the record is narrowed to; read from the address. */
export interface LogQuery {
  person: number;
  action: string;
  q: string;
  from: CalendarDate | '';
  until: CalendarDate | '';
  page: number;
}

export const logPageSize = 50;

/** The record of steps as people read it, within their scope. */
@Injectable()
export class AuditLog {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: CompoundDesk,
  ) {}

  /** One page of the steps on one compound, the newest first. */
  ofCompound(compoundId: number, page: number): Promise<{ lines: LogLine[]; total: number }> {
    return paged(this.entries().where('entry.compoundId = :compoundId', { compoundId }), page, logPageSize);
  }

  /** The last steps on one compound that changed something to be seen. */
  async lastOf(compoundId: number, count: number): Promise<LogLine[]> {
    const entries = this.entries()
      .where('entry.compoundId = :compoundId', { compoundId })
      .andWhere('entry.action NOT IN (:...silent)', { silent: silentActions });
    return (await paged(entries, 1, count)).lines;
  }

  /** One page of the steps in the person's scope, the newest first. */
  async find(actor: Actor, query: LogQuery): Promise<{ lines: LogLine[]; total: number }> {
    const { person, action, q, from, until, page } = query;
    const entries = await this.inScope(this.entries(), actor);
    if (person) entries.andWhere('entry.userId = :person', { person });
    if (action) entries.andWhere('entry.action = :action', { action });
    if (q) entries.andWhere(`compound.searchText LIKE :pattern ESCAPE '!'`, { pattern: containing(q) });
    if (from) entries.andWhere('entry.at >= :from', { from: morningOf(from) });
    if (until) entries.andWhere('entry.at < :until', { until: nightOf(until) });
    return paged(entries, page, logPageSize);
  }

  /** Everybody who has a step in this person's scope, by name. */
  async people(actor: Actor): Promise<{ id: number; name: string }[]> {
    const entries = this.reader
      .createQueryBuilder(AuditEntry, 'entry')
      .leftJoin(Compound, 'compound', 'compound.id = entry.compoundId')
      .innerJoin(UserAccount, 'person', 'person.id = entry.userId')
      .select(['person.id AS "id"', 'person.name AS "name"'])
      .groupBy('person.id')
      .addGroupBy('person.name')
      .orderBy('person.name');
    return (await this.inScope(entries, actor)).getRawMany();
  }

  private entries(): SelectQueryBuilder<AuditEntry> {
    return this.reader
      .createQueryBuilder(AuditEntry, 'entry')
      .leftJoin(Compound, 'compound', 'compound.id = entry.compoundId')
      .leftJoin(UserAccount, 'person', 'person.id = entry.userId');
  }

  /** Steps on compounds in scope; the auditor also sees those of the offices themselves, and the system's own. */
  private async inScope(
    entries: SelectQueryBuilder<AuditEntry>,
    actor: Actor,
  ): Promise<SelectQueryBuilder<AuditEntry>> {
    if (actor.role !== 'auditor') return this.desk.inScope(entries, actor);
    const offices = await this.officesOf(actor.organisationId);
    return entries.andWhere(
      new Brackets((where) =>
        where.where('compound.districtId = :districtId', { districtId: actor.organisationId }).orWhere(
          new Brackets((own) =>
            own
              .where('entry.compoundId IS NULL')
              .andWhere('(entry.organisationId IS NULL OR entry.organisationId IN (:...offices))', {
                offices,
              }),
          ),
        ),
      ),
    );
  }

  private async officesOf(districtId: number): Promise<number[]> {
    const all = await this.reader.manager.find(Organisation, { select: { id: true, parentId: true } });
    const streets = all.filter(({ parentId }) => parentId === districtId).map(({ id }) => id);
    const communities = all.filter(({ parentId }) => parentId !== null && streets.includes(parentId));
    return [districtId, ...streets, ...communities.map(({ id }) => id)];
  }
}

async function paged(
  entries: SelectQueryBuilder<AuditEntry>,
  page: number,
  size: number,
): Promise<{ lines: LogLine[]; total: number }> {
  const total = await entries.clone().getCount();
  const lines = await entries
    .select(['entry.id AS "id"', 'entry.at AS "at"', 'entry.action AS "action"'])
    .addSelect(['entry.fromValue AS "from"', 'entry.toValue AS "to"', 'entry.reason AS "reason"'])
    .addSelect(['person.name AS "person"', 'entry.role AS "role"'])
    .addSelect(['compound.code AS "code"', 'compound.name AS "compound"'])
    .orderBy('entry.id', 'DESC')
    .offset((page - 1) * size)
    .limit(size)
    .getRawMany<LogLine>();
  return { lines, total };
}

/** The instant at which it ends; also of the last day that can be written, which has no day after it. */
const nightOf = (day: CalendarDate): string =>
  new Date(Date.parse(morningOf(day)) + 24 * 3_600_000).toISOString();
