// Fixed photo points: a named place in the yard that is photographed before, during and after the works from the same spot,
// so that anybody can compare (field lessons B10 and §2.1 6; the day is that of the camera, or of the claim where it is silent).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, compareDates, dayInWords } from '../kernel/calendar-date';
import { byOffice, wordsBlockers } from './blocked';

/** A point; the label with its number and QR hangs there. */
export interface PhotoPoint {
  id: number;
  number: number;
  name: string;
  place: string;
  retiredOn: CalendarDate | null;
}

/** A photo of a point. */
export interface PointPhoto {
  id: number;
  pointId: number;
  shownOn: CalendarDate;
}

/** The days of the works; null while they have not begun, or are not finished. */
export interface WorksDays {
  startedOn: CalendarDate | null;
  finishedOn: CalendarDate | null;
}

/** When was it taken, seen from the works? */
export type PhotoPhase = 'before' | 'during' | 'after';

/** What is each called? */
export const photoPhaseNames: Record<PhotoPhase, string> = {
  before: '改造前',
  during: '改造中',
  after: '改造后',
};

/** How long may the name of a point be? It stands on a small label. */
export const pointNameLimit = 20;

/** What speaks against this point? `others` are the points of the compound that are in use. */
export function pointBlockers(
  { name, place }: Pick<PhotoPoint, 'name' | 'place'>,
  others: readonly Pick<PhotoPoint, 'name'>[],
): Blocker[] {
  const found = [
    ...wordsBlockers('point-name', name, '拍照点的名称，如「院门」'),
    ...wordsBlockers('point-place', place, '站在哪里、朝哪边拍'),
  ];
  if ([...name.trim()].length > pointNameLimit) {
    found.push(byOffice('point-name', `「名称」最多 ${pointNameLimit} 个字，要印在小标签上`));
  }
  if (name.trim() && others.some((one) => one.name.trim() === name.trim())) {
    found.push(byOffice('point-twice', `已经有「${name.trim()}」这个拍照点，请换一个名称`));
  }
  return found;
}

/** What speaks against using this point for a photo? */
export const pointUseBlockers = ({ retiredOn, name }: PhotoPoint): Blocker[] =>
  retiredOn === null
    ? []
    : [byOffice('point-retired', `拍照点「${name}」${dayInWords(retiredOn)}已停用，请选别的拍照点`)];

/** In which phase was it taken? The day the works began belongs to them, the day they were finished to what came of them. */
export function phaseOf(day: CalendarDate, { startedOn, finishedOn }: WorksDays): PhotoPhase {
  if (startedOn === null || day < startedOn) return 'before';
  return finishedOn !== null && day >= finishedOn ? 'after' : 'during';
}

/** The pictures of a point side by side; `missing` is the phase that lacks one and should have it by now. */
export interface PointSeries {
  point: PhotoPoint;
  /** The last before the works: what the works met. */
  before: PointPhoto | null;
  during: PointPhoto[];
  /** The newest after the works. */
  after: PointPhoto | null;
  missing: PhotoPhase[];
}

/** Matches the photos of each point in use, by phase. */
export const pointSeries = (
  points: readonly PhotoPoint[],
  photos: readonly PointPhoto[],
  works: WorksDays,
): PointSeries[] =>
  points
    .filter(({ retiredOn }) => retiredOn === null)
    .map((point) => {
      const own = photos
        .filter(({ pointId }) => pointId === point.id)
        .sort((one, other) => compareDates(one.shownOn, other.shownOn) || one.id - other.id);
      const of = (phase: PhotoPhase) => own.filter(({ shownOn }) => phaseOf(shownOn, works) === phase);
      const before = of('before').at(-1) ?? null;
      const after = of('after').at(-1) ?? null;
      const missing: PhotoPhase[] = [
        ...(before === null ? (['before'] as const) : []),
        ...(after === null && works.finishedOn !== null ? (['after'] as const) : []),
      ];
      return { point, before, during: of('during'), after, missing };
    });

/** The two pictures that are shown side by side: before, and the newest since; null while one of them is missing. */
export function pointPair({
  before,
  during,
  after,
}: PointSeries): { before: PointPhoto; now: PointPhoto } | null {
  const now = after ?? during.at(-1) ?? null;
  return before && now ? { before, now } : null;
}

/** The points that lack their picture after the works, for the punch list. */
export const pointsWithoutAfter = (series: readonly PointSeries[]): { id: number; name: string }[] =>
  series.filter(({ after }) => after === null).map(({ point }) => ({ id: point.id, name: point.name }));
