// What of the works may everybody read? How far each item and the whole are, what was done each day, both from confirmed
// posts only, what is planned that residents will feel, the bulletins, and released pictures of the fixed points. Firms, their
// people, findings, orders, forecasts and why a post was sent back stay inside (visibility matrix of the domain reference §9.1).
import { PublicDisruption } from '../construction/announced-disruption';
import type { KeptPost } from '../construction/daily-post';
import type { PublicPointSeries } from '../construction/photo-points';
import { PublicWorkDay, publicWorkDays, PublicWorkItem, publicWorkItems } from '../construction/public-works';
import type { WorkItem } from '../construction/work-item';
import { CalendarDate, compareDates } from '../kernel/calendar-date';
import type { PublicPhoto } from './photos';
import { redact } from './redaction';

/** How far the works are, in whole percents; the same number as on every other page. */
export interface ToldPercent {
  on: CalendarDate;
  percent: number;
  planned: number;
}

/** A bulletin as it was published. */
export interface ToldBulletin {
  number: number;
  title: string;
  body: string;
  publishedOn: CalendarDate;
}

/** What the rooms know of the works of one renovation. */
export interface KnownWorks {
  items: readonly WorkItem[];
  posts: readonly KeptPost[];
  /** null before a plan of the works was frozen. */
  progress: ToldPercent | null;
  points: readonly PublicPointSeries[];
  disruptions: readonly PublicDisruption[];
  /** The latest first. */
  bulletins: readonly ToldBulletin[];
}

/** A planned disruption on the page. */
export type ToldDisruption = Pick<PublicDisruption, 'what' | 'where' | 'when' | 'on' | 'note'> & {
  isCancelled: boolean;
};

/** A released picture of a fixed point. */
export interface PointPicture {
  publicId: string;
  width: number;
  height: number;
  caption: string;
  on: CalendarDate;
}

/** One fixed point before the works and now, both released. */
export interface PointPair {
  name: string;
  before: PointPicture;
  now: PointPicture;
  isDone: boolean;
}

/** What everybody may read of the works of one renovation. */
export interface PublicWorks {
  items: PublicWorkItem[];
  /** The newest first. */
  days: PublicWorkDay[];
  progress: ToldPercent | null;
  pairs: PointPair[];
  /** The next first. */
  disruptions: ToldDisruption[];
  /** The latest first. */
  bulletins: ToldBulletin[];
}

/** A renovation of whose works nobody has told anything. */
export const nothingBuilt: KnownWorks = {
  ...{ items: [], posts: [], progress: null, points: [], disruptions: [], bulletins: [] },
};

/** Takes out what is public today; `phones` are the numbers that everybody may read anyway. */
export function publicWorks(
  known: KnownWorks,
  photos: readonly PublicPhoto[],
  today: CalendarDate,
  phones: readonly string[] = [],
): PublicWorks {
  const mask = (text: string) => redact(text, { phones }).text;
  const { items, posts, progress, disruptions, bulletins } = known;
  return {
    items: publicWorkItems(items, posts, today).map((item) => ({ ...item, name: mask(item.name) })),
    days: publicWorkDays(items, posts).map((day) => ({ ...day, lines: day.lines.map(mask) })),
    progress: progress && toldPercent(progress),
    pairs: known.points.flatMap((point) => pairOf(point, photos, mask)),
    disruptions: disruptions
      .map(({ what, where, when, on, note, state }) => ({
        ...{ what, when, on, where: mask(where), note: mask(note), isCancelled: state === 'cancelled' },
      }))
      .sort((one, other) => compareDates(one.on, other.on)),
    bulletins: bulletins.map(({ number, title, body, publishedOn }) => ({
      ...{ number, title: mask(title), body: mask(body), publishedOn },
    })),
  };
}

/** The same of an earlier renovation: nothing is planned any more, and how far it is is no question. */
export const earlierWorks = (
  known: KnownWorks,
  photos: readonly PublicPhoto[],
  today: CalendarDate,
  phones: readonly string[] = [],
): PublicWorks => publicWorks({ ...known, progress: null, disruptions: [] }, photos, today, phones);

const toldPercent = ({ on, percent, planned }: ToldPercent): ToldPercent => ({ on, percent, planned });

// A pair is shown once both of its pictures are released; a single one stands among the other photos.
function pairOf(
  { name, before, now, isDone }: PublicPointSeries,
  photos: readonly PublicPhoto[],
  mask: (text: string) => string,
): PointPair[] {
  const picture = (one: PublicPointSeries['before']): PointPicture | null => {
    const photo = one && photos.find(({ publicId }) => publicId === one.publicId);
    if (!photo) return null;
    const { publicId, width, height, caption } = photo;
    return { publicId, width, height, caption, on: one.on };
  };
  const [first, second] = [picture(before), picture(now)];
  return first && second ? [{ name: mask(name), before: first, now: second, isDone }] : [];
}
