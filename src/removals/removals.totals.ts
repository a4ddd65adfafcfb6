import { Injectable } from '@nestjs/common';
import type { Area } from '../domain/kernel/area';
import type { PublicRemoval } from '../domain/removal/public-removal';

/** How far a renovation is with its structures; areas as registered, 0.01 ㎡. */
export interface RemovalStanding {
  /** How many count, and how many of them are dealt with. */
  count: number;
  closed: number;
  /** Removed, verified or not yet. */
  removed: number;
  area: Area;
  removedArea: Area;
}

/** What other floors may ask about removals. Whether the asker may see the compounds is their question. */
@Injectable()
export class RemovalTotals {
  /** What was removed in a renovation, for everybody; null while nothing is verified. */
  publicRemoval(renovationId: number): Promise<PublicRemoval | null> {
    void renovationId;
    return Promise.resolve(null);
  }

  /** How far each of these renovations is; those without structures are missing from the map. */
  standing(renovationIds: readonly number[]): Promise<Map<number, RemovalStanding>> {
    void renovationIds;
    return Promise.resolve(new Map());
  }
}
