import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import type { WishKind, WishSource, WishState } from '../domain/meeting/wish';
import type { Actor } from '../domain/people/actor';
import { WishEntry, WishRecord } from './wish.entities';

/** What the list is narrowed to; read from the address. */
export interface WishQuery {
  /** Sequence of the renovation; 0 for the current one. */
  renovation: number;
  state: WishState | '';
  kind: WishKind | '';
  source: WishSource | '';
  /** Objections to this notice only. */
  notice: number;
  /** Only what residents cannot read yet. */
  unseen: boolean;
  page: number;
}

/** How many wishes stand how. */
export type WishCounts = Record<WishState, number>;

/** A wish with the place it belongs to. */
export interface WishAtPlace {
  wish: WishRecord;
  compound: Compound;
  renovation: Renovation;
}

export const wishesPerPage = 50;

/** The one way to a wish: whoever asks gets it only if its compound lies in their scope. */
@Injectable()
export class WishDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
  ) {}

  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<WishAtPlace> {
    const wish = await from.findOneBy(WishRecord, { id });
    if (!wish) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, wish.compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: wish.renovationId });
    return { wish, compound, renovation };
  }

  /** The wishes of a renovation that fit: open ones first, then the latest. */
  async list(renovationId: number, query: WishQuery): Promise<{ wishes: WishRecord[]; total: number }> {
    const { state, kind, source, notice: noticeId, unseen, page } = query;
    const rows = this.reader
      .createQueryBuilder(WishRecord, 'wish')
      .where('wish.renovationId = :renovationId', { renovationId });
    if (state) rows.andWhere('wish.state = :state', { state });
    if (kind) rows.andWhere('wish.kind = :kind', { kind });
    if (source) rows.andWhere('wish.source = :source', { source });
    if (noticeId) rows.andWhere('wish.noticeId = :noticeId', { noticeId });
    if (unseen) rows.andWhere('wish.publicCheckedOn IS NULL');
    const total = await rows.clone().getCount();
    const wishes = await rows
      .addSelect(`CASE WHEN wish.state = 'open' THEN 0 ELSE 1 END`, 'answered')
      .orderBy('answered', 'ASC')
      .addOrderBy('wish.heardOn', 'DESC')
      .addOrderBy('wish.id', 'DESC')
      .offset((page - 1) * wishesPerPage)
      .limit(wishesPerPage)
      .getMany();
    return { wishes, total };
  }

  /** How many wishes of a renovation stand how. */
  async counts(renovationId: number): Promise<WishCounts> {
    const rows = await this.reader
      .createQueryBuilder(WishRecord, 'wish')
      .select('wish.state', 'state')
      .addSelect('COUNT(wish.id)', 'count')
      .where('wish.renovationId = :renovationId', { renovationId })
      .groupBy('wish.state')
      .getRawMany<{ state: WishState; count: number | string }>();
    const none = { open: 0, adopted: 0, 'not-adopted': 0, otherwise: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])) };
  }

  /** Every step in the history of a wish, the latest first. */
  entries(wishId: number): Promise<WishEntry[]> {
    return this.reader.manager.find(WishEntry, { where: { wishId }, order: { id: 'DESC' } });
  }

  /** Every wish heard at a door, the latest first. */
  ofDoor(dwellingId: number): Promise<WishRecord[]> {
    return this.reader.manager.find(WishRecord, {
      where: { dwellingId },
      order: { heardOn: 'DESC', id: 'DESC' },
    });
  }

  /** How many objections were made to a notice, and how many wait for an answer. */
  async objectionsTo(noticeId: number): Promise<{ count: number; open: number }> {
    const objections = await this.reader.manager.findBy(WishRecord, { noticeId });
    return { count: objections.length, open: objections.filter(({ state }) => state === 'open').length };
  }
}
