import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import type { KeptPost } from '../domain/construction/daily-post';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { groupBy } from '../domain/kernel/group';
import { PostPhoto, PostRecord, PostValueRecord } from './post.entities';

/** A post as the law sees it, with its row. */
export type PostWithRow = KeptPost & { row: PostRecord };

/** Reads posts as the law sees them; scope is asked by whoever holds the renovation or the contract. */
@Injectable()
export class KeptPosts {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Every post of these renovations, by renovation, oldest row first; in three statements however many they are. */
  async of(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, PostWithRow[]>> {
    const where = { renovationId: In([...renovationIds]) };
    const rows = renovationIds.length ? await from.find(PostRecord, { where, order: { id: 'ASC' } }) : [];
    return groupBy(await this.told(rows, from), ({ row }) => row.renovationId);
  }

  /** The posts of one day and those that were sent back, by renovation: all that a phone begins with. */
  async ofDay(
    renovationIds: readonly number[],
    workedOn: CalendarDate,
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, PostWithRow[]>> {
    const renovationId = In([...renovationIds]);
    const rows = await from.find(PostRecord, {
      where: [
        { renovationId, workedOn },
        { renovationId, state: 'returned' },
      ],
      order: { id: 'ASC' },
    });
    return groupBy(await this.told(rows, from), ({ row }) => row.renovationId);
  }

  /** Every post of one renovation, oldest row first. */
  async ofRenovation(renovationId: number, from?: EntityManager): Promise<PostWithRow[]> {
    return (await this.of([renovationId], from)).get(renovationId) ?? [];
  }

  /** These rows with their values and the number of their photos. */
  async told(rows: readonly PostRecord[], from: EntityManager = this.reader.manager): Promise<PostWithRow[]> {
    if (!rows.length) return [];
    const postId = In(rows.map(({ id }) => id));
    const values = groupBy(await from.findBy(PostValueRecord, { postId }), (value) => value.postId);
    const photos = groupBy(
      await from.find(PostPhoto, { where: { postId }, select: { id: true, postId: true } }),
      (photo) => photo.postId,
    );
    return rows.map((row) => ({
      ...{ id: row.id, uuid: row.uuid, contractId: row.contractId, workedOn: row.workedOn, kind: row.kind },
      ...{ workers: row.workers, weather: row.weather, holdups: row.holdups, effects: row.effects },
      ...{ sentence: row.sentence, state: row.state, photos: photos.get(row.id)?.length ?? 0, row },
      values: (values.get(row.id) ?? []).map(({ itemId, value, reason }) => ({ itemId, value, reason })),
    }));
  }

  /** The photos of these posts, in their order. */
  photos(postIds: readonly number[], from: EntityManager = this.reader.manager): Promise<PostPhoto[]> {
    if (!postIds.length) return Promise.resolve([]);
    return from.find(PostPhoto, {
      where: { postId: In([...postIds]) },
      order: { postId: 'ASC', position: 'ASC', id: 'ASC' },
    });
  }
}
