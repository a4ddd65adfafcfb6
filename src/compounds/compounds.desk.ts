import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Actor } from '../domain/people/actor';
import { scopeOf } from '../domain/people/scope';
import { Clock } from '../platform/clock/clock';
import { Compound } from './compound.entity';
import { worksOnPartyDay } from './party-days';
import { Renovation, RenovationParty } from './renovation.entities';

/** A compound with all its renovations, the newest first, and the one that is looked at: null before the first. */
export interface RenovationChoice {
  compound: Compound;
  renovations: Renovation[];
  renovation: Renovation | null;
}

/** The one way to a compound: whoever asks gets it only if it lies in their scope. */
@Injectable()
export class CompoundDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The compound with this code, if the person may see it; otherwise it is not there. */
  async find(actor: Actor, code: string, from: EntityManager = this.reader.manager): Promise<Compound> {
    const query = from.createQueryBuilder(Compound, 'compound').where('compound.code = :code', { code });
    const compound = await this.inScope(query, actor).getOne();
    if (!compound) throw new NotFoundException();
    return compound;
  }

  /** The compound with this id, if the person may see it; for rooms that start from one of their own rows. */
  async findById(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<Compound> {
    const query = from.createQueryBuilder(Compound, 'compound').where('compound.id = :id', { id });
    const compound = await this.inScope(query, actor).getOne();
    if (!compound) throw new NotFoundException();
    return compound;
  }

  /** The current renovation of a compound; null before one is opened. */
  currentRenovation(
    compoundId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<Renovation | null> {
    return from.findOneBy(Renovation, { compoundId, isCurrent: true });
  }

  /** The compound with this code, if the person may see it, and its current renovation; null before one is opened. */
  async current(
    actor: Actor,
    code: string,
    from?: EntityManager,
  ): Promise<{ compound: Compound; renovation: Renovation | null }> {
    const compound = await this.find(actor, code, from);
    return { compound, renovation: await this.currentRenovation(compound.id, from) };
  }

  /** A renovation of this compound by its sequence, else the current one. */
  async choose(actor: Actor, code: string, sequence?: number): Promise<RenovationChoice> {
    const compound = await this.find(actor, code);
    const renovations = await this.reader.manager.find(Renovation, {
      where: { compoundId: compound.id },
      order: { sequence: 'DESC' },
    });
    const renovation = renovations.find((one) =>
      sequence === undefined ? one.isCurrent : one.sequence === sequence,
    );
    if (!renovation && sequence !== undefined) throw new NotFoundException();
    return { compound, renovations, renovation: renovation ?? null };
  }

  /** `inScope`, and where one compound is asked for, of this one alone. */
  within<T extends ObjectLiteral>(
    query: SelectQueryBuilder<T>,
    actor: Actor,
    compoundId?: number,
  ): SelectQueryBuilder<T> {
    const scoped = this.inScope(query, actor);
    return compoundId === undefined
      ? scoped
      : scoped.andWhere('compound.id = :onlyCompoundId', { onlyCompoundId: compoundId });
  }

  /** Adds to any query over compounds the condition that the person may see them. */
  inScope<T extends ObjectLiteral>(
    query: SelectQueryBuilder<T>,
    actor: Actor,
    alias = 'compound',
  ): SelectQueryBuilder<T> {
    const scope = scopeOf(actor);
    if (scope.kind === 'nothing') return query.andWhere('1 = 0');
    const scopeId = scope.organisationId;
    if (scope.kind !== 'contracts') return query.andWhere(`${alias}.${scope.kind}Id = :scopeId`, { scopeId });
    const parties = query
      .subQuery()
      .select('1')
      .from(RenovationParty, 'party')
      .innerJoin(Renovation, 'contracted', 'contracted.id = party.renovationId')
      .where(`contracted.compoundId = ${alias}.id`)
      .andWhere('party.organisationId = :scopeId')
      .andWhere('party.role = :partyRole')
      .andWhere(worksOnPartyDay);
    return query
      .andWhere(new Brackets((where) => where.where(`EXISTS ${parties.getQuery()}`)))
      .setParameters({ scopeId, partyRole: actor.role, partyDay: this.clock.today() });
  }
}
