import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { ConcealedWork } from '../domain/construction/concealed-work';
import type { KeptPost } from '../domain/construction/daily-post';
import type { StopOrder } from '../domain/construction/stop-order';
import type { CalendarDate } from '../domain/kernel/calendar-date';

/** What those who watch over the works know of the items of a renovation; `openFindings` by item. */
export interface SiteChecks {
  concealed: (ConcealedWork & { acceptedOn: CalendarDate | null })[];
  stops: StopOrder[];
  openFindings: ReadonlyMap<number, number>;
}

/** A fixed photo point that lacks its picture after the works. */
export interface PointToShow {
  id: number;
  name: string;
}

type ChecksOf = (renovationId: number, from: EntityManager) => Promise<SiteChecks>;
type PointsOf = (renovationId: number, from: EntityManager) => Promise<PointToShow[]>;
type PostsOf = (renovationId: number, from: EntityManager) => Promise<KeptPost[]>;

/** What rooms above the works know of their items: checks, orders to stop, daily posts. */
@Injectable()
export class SiteRecords {
  private checksOf: ChecksOf = () => Promise.resolve({ concealed: [], stops: [], openFindings: new Map() });
  private postsOf: PostsOf = () => Promise.resolve([]);
  private pointsOf: PointsOf = () => Promise.resolve([]);

  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** Called once by the room of the inspections when it starts. */
  registerChecks(checksOf: ChecksOf): void {
    this.checksOf = checksOf;
  }

  /** Called once by the room of the posts when it starts. */
  registerPosts(postsOf: PostsOf): void {
    this.postsOf = postsOf;
  }

  /** Called once by the room of the photo points when it starts. */
  registerPoints(pointsOf: PointsOf): void {
    this.pointsOf = pointsOf;
  }

  /** Concealed works, orders to stop and open findings of a renovation. */
  checks(renovationId: number, from: EntityManager = this.reader.manager): Promise<SiteChecks> {
    return this.checksOf(renovationId, from);
  }

  /** Every post of a renovation, whatever its state. */
  posts(renovationId: number, from: EntityManager = this.reader.manager): Promise<KeptPost[]> {
    return this.postsOf(renovationId, from);
  }

  /** The photo points of a renovation in use that lack their picture after the works. */
  pointsWithoutAfter(
    renovationId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<PointToShow[]> {
    return this.pointsOf(renovationId, from);
  }
}
