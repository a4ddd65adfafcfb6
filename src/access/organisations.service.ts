import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { OrganisationKind } from '../domain/people/roles';
import { scopeOf } from '../domain/people/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Organisation } from './entities';

/** One node of the reference list, parents before children. */
export interface OrganisationEntry {
  code: string;
  name: string;
  shortName: string;
  kind: OrganisationKind;
  parentCode?: string;
}

/** The organisation tree and the firms beside it. */
@Injectable()
export class Organisations {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Adds the organisations that are not there yet (by code); returns how many. */
  async load(entries: OrganisationEntry[]): Promise<Outcome<number>> {
    return this.work.run(async (tx) => {
      const known = new Map((await tx.find(Organisation)).map((one) => [one.code, one.id]));
      let added = 0;
      for (const { parentCode, ...entry } of entries) {
        if (known.has(entry.code)) continue;
        const parentId = parentCode === undefined ? null : known.get(parentCode);
        if (parentId === undefined)
          throw new Error(`Organisation ${entry.code} names an unknown parent ${parentCode}`);
        const result = await tx.insert(Organisation, { ...entry, parentId });
        known.set(entry.code, result.identifiers[0].id as number);
        added += 1;
      }
      if (added) {
        const subject = { kind: 'organisation', id: 'reference' };
        await this.audit.record(tx, {
          actor: null,
          action: 'organisations.loaded',
          subject,
          to: String(added),
        });
      }
      return done(added);
    });
  }

  all(): Promise<Organisation[]> {
    return this.reader.manager.find(Organisation, { order: { code: 'ASC' } });
  }

  byCode(code: string): Promise<Organisation | null> {
    return this.reader.manager.findOneBy(Organisation, { code });
  }

  byIds(ids: number[]): Promise<Organisation[]> {
    return this.reader.manager.findBy(Organisation, { id: In(ids) });
  }

  firms(): Promise<Organisation[]> {
    return this.reader.manager.find(Organisation, { where: { kind: 'firm' }, order: { name: 'ASC' } });
  }

  /** Every organisation a person of this district administers: the district, what lies below it, and all firms. */
  async administeredFrom(
    districtId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<Organisation[]> {
    const all = await from.find(Organisation, { order: { code: 'ASC' } });
    const streets = new Set(all.filter((one) => one.parentId === districtId).map((one) => one.id));
    const isBelow = ({ parentId }: Organisation) =>
      parentId === districtId || (parentId !== null && streets.has(parentId));
    return all.filter((one) => one.kind === 'firm' || one.id === districtId || isBelow(one));
  }

  /** District, street and community of an organisation, from itself upwards. */
  async pathOf(id: number, from: EntityManager = this.reader.manager): Promise<Organisation[]> {
    const path: Organisation[] = [];
    for (let next: number | null = id; next !== null;) {
      const organisation: Organisation = await from.findOneByOrFail(Organisation, { id: next });
      path.push(organisation);
      next = organisation.parentId;
    }
    return path;
  }

  /** The streets and communities in which this person may register compounds. */
  async placesFor(actor: Actor): Promise<{ street: Organisation; communities: Organisation[] }[]> {
    const scope = scopeOf(actor);
    if (scope.kind === 'nothing' || scope.kind === 'contracts') return [];
    const own = await this.reader.manager.findOneByOrFail(Organisation, { id: scope.organisationId });
    const streets =
      scope.kind === 'district'
        ? await this.children(own.id)
        : [
            scope.kind === 'street'
              ? own
              : await this.reader.manager.findOneByOrFail(Organisation, { id: own.parentId! }),
          ];
    return Promise.all(
      streets.map(async (street) => ({
        street,
        communities: scope.kind === 'community' ? [own] : await this.children(street.id),
      })),
    );
  }

  private children(parentId: number): Promise<Organisation[]> {
    return this.reader.manager.find(Organisation, { where: { parentId }, order: { code: 'ASC' } });
  }
}
