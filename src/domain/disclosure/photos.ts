// Which published photos show the yard before the works, and which after? A person looked at each before it was public
// (domain/files/publication); the day it was taken is told, the place and the camera are not, and its words are masked as
// all others are.
import type { CalendarDate } from '../kernel/calendar-date';
import type { FilePurpose } from '../files/file-purposes';
import { redact } from './redaction';
import type { PublicRenovation } from './renovation';

/** A photo of the compound; `takenOn` is the day of the camera, or of the upload where the camera is silent. */
export interface KnownPhoto {
  publicId: string;
  width: number | null;
  height: number | null;
  caption: string;
  purpose: FilePurpose;
  takenOn: CalendarDate;
  /** null while nobody has looked at it and said that it may be public. */
  publishedAt: string | null;
}

/** A photo as everybody may see it; `phase` is null while no works have begun, and of what does not show the yard. */
export interface PublicPhoto {
  publicId: string;
  width: number;
  height: number;
  caption: string;
  takenOn: CalendarDate;
  /** Does it show the yard as it is? Drawings, notices and meetings do not. */
  isView: boolean;
  /** Did it come with the report of a day of the works? */
  isOfDay: boolean;
  phase: 'before' | 'during' | 'after' | null;
}

const otherPictures: readonly FilePurpose[] = [
  ...(['plan', 'notice', 'meeting', 'joint-meeting'] as const),
  // What was removed stands in a block of its own; a sketch and what an inspection found are no views.
  ...(['sketch', 'structure', 'check'] as const),
];

/** The published photos in the order they were taken, each with its phase. */
export function publicPhotos(
  photos: readonly KnownPhoto[],
  renovations: readonly PublicRenovation[],
): PublicPhoto[] {
  const works = renovations.flatMap(worksOf).sort((one, other) => (one.from < other.from ? -1 : 1));
  return photos
    .filter(({ publishedAt }) => publishedAt !== null)
    .map(({ publicId, width, height, caption, takenOn, purpose }) => {
      const isView = !otherPictures.includes(purpose);
      return {
        ...{ publicId, width: width ?? 0, height: height ?? 0, takenOn, isView },
        isOfDay: purpose === 'post',
        caption: redact(caption).text,
        phase: isView ? phaseOf(takenOn, works) : null,
      };
    })
    .sort((one, other) => (one.takenOn < other.takenOn ? -1 : one.takenOn > other.takenOn ? 1 : 0));
}

/** The first view before the works and the latest since; null while one of them is missing. */
export function beforeAndNow(
  photos: readonly PublicPhoto[],
): { before: PublicPhoto; now: PublicPhoto } | null {
  const before = photos.find(({ phase }) => phase === 'before');
  const now = photos.filter(({ phase }) => phase === 'during' || phase === 'after').at(-1);
  return before && now ? { before, now } : null;
}

interface Works {
  from: CalendarDate;
  until: CalendarDate | null;
}

function worksOf({ stages }: PublicRenovation): Works[] {
  const of = (code: string) => stages.find(({ stage }) => stage === code);
  const starts = [of('removal')?.startedOn, of('construction')?.startedOn].filter(
    (day) => typeof day === 'string',
  );
  if (starts.length === 0) return [];
  return [{ from: starts.sort()[0], until: of('construction')?.endedOn ?? null }];
}

// Until the first works everything is before; between two renovations it is after the first.
function phaseOf(day: CalendarDate, works: readonly Works[]): PublicPhoto['phase'] {
  if (works.length === 0) return null;
  const last = works.filter(({ from }) => from <= day).at(-1);
  if (!last) return 'before';
  return last.until !== null && day >= last.until ? 'after' : 'during';
}
