// What was removed, on the page of a compound: how much, of which kind, by which way, on which day, and what it looked like
// before and after. Never whose and never where; equal ones are told together (个人信息保护法 §25; domain reference §9.1).
import type { Area } from '../kernel/area';
import type { CalendarDate } from '../kernel/calendar-date';
import { LedgerSign, ledgerSignNames } from '../removal/living-ledger';
import type { PublicRemoval, PublicRemovedStructure } from '../removal/public-removal';
import type { PublicPhoto } from './photos';

/** How the compound keeps what was removed away, as the patrols saw it last. */
export interface KnownSign {
  sign: LedgerSign;
  lookedOn: CalendarDate | null;
}

/** Removed on one day, by one way, of one kind; no area where the kind covers no ground. */
export interface RemovedGroup {
  kind: string;
  count: number;
  area: Area | null;
  way: string;
  on: CalendarDate;
}

/** A released picture of what was removed. */
export type RemovedPicture = Pick<PublicPhoto, 'publicId' | 'width' | 'height' | 'caption'>;

/** One thing before and after; a side without a released picture is null. */
export interface RemovedPair {
  kind: string;
  on: CalendarDate;
  before: RemovedPicture | null;
  after: RemovedPicture | null;
}

/** What was removed in one renovation, the newest first. */
export interface PublicRemovals {
  count: number;
  area: Area;
  groups: RemovedGroup[];
  pairs: RemovedPair[];
}

/** The sign with the day of the last look, in words. */
export interface PublicKeeping {
  word: string;
  on: CalendarDate;
}

/** Picks what is told of a renovation's removals; only pictures that are public are shown. */
export function publicRemovals(
  known: PublicRemoval | null,
  photos: readonly PublicPhoto[],
): PublicRemovals | null {
  if (!known || known.count === 0) return null;
  const pictureOf = (publicId: string | null): RemovedPicture | null => {
    const photo = photos.find((one) => one.publicId === publicId);
    if (!photo) return null;
    const { width, height, caption } = photo;
    return { publicId: photo.publicId, width, height, caption };
  };
  return {
    count: known.count,
    area: known.area,
    groups: toGroups(known.removed),
    pairs: known.removed
      .map(({ kind, on, beforePublicId, afterPublicId }) => ({
        ...{ kind, on, before: pictureOf(beforePublicId), after: pictureOf(afterPublicId) },
      }))
      .filter(({ before, after }) => before !== null || after !== null),
  };
}

/** The sign is told once something was removed and somebody has looked since. */
export const publicKeeping = (known: KnownSign | null, wasRemoved: boolean): PublicKeeping | null =>
  known && known.lookedOn !== null && wasRemoved
    ? { word: ledgerSignNames[known.sign], on: known.lookedOn }
    : null;

function toGroups(removed: readonly PublicRemovedStructure[]): RemovedGroup[] {
  const groups = new Map<string, RemovedGroup>();
  for (const { kind, area, way, on } of removed) {
    const key = [on, way, kind].join(' ');
    const group = groups.get(key) ?? { kind, count: 0, area: null, way, on };
    group.count += 1;
    if (area !== null) group.area = (group.area ?? 0) + area;
    groups.set(key, group);
  }
  return [...groups.values()];
}
