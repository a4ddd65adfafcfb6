// Fixed photo points: a named place in the yard that is photographed before, during and after the works from the same spot,
// so that anybody can compare (field lessons B10 and §2.1 6; the day is that of the camera, or of the claim where it is silent).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, compareDates, dayInWords } from '../kernel/calendar-date';
import { byOffice, wordsBlockers } from './blocked';
import type { WorkItemStep } from './item-lifecycle';
import { isItemCounted, isWorkDone, WorkItem } from './work-item';

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

/** A step of an item, as far as it tells when the works were going on. */
export interface WorksStep {
  itemId: number;
  step: WorkItemStep;
  happenedOn: CalendarDate;
}

/** From when until when were there works? They began with the first item, and are finished once nothing is left to do. */
export function worksDays(
  items: readonly Pick<WorkItem, 'id' | 'state'>[],
  steps: readonly WorksStep[],
): WorksDays {
  const counted = items.filter(isItemCounted);
  const daysOf = (wanted: WorkItemStep) =>
    steps
      .filter(({ itemId, step }) => step === wanted && counted.some(({ id }) => id === itemId))
      .map(({ happenedOn }) => happenedOn)
      .sort(compareDates);
  const isOver = counted.length > 0 && counted.every(isWorkDone);
  return {
    startedOn: daysOf('open')[0] ?? null,
    finishedOn: isOver ? (daysOf('finish').at(-1) ?? null) : null,
  };
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

/** What speaks against taking it out of use? Its photos stay. */
export const pointRetireBlockers = ({ retiredOn }: Pick<PhotoPoint, 'retiredOn'>): Blocker[] =>
  retiredOn === null
    ? []
    : [byOffice('point-retired', `这个拍照点${dayInWords(retiredOn)}已停用，不用再停用`)];

/** What speaks against using it again? */
export const pointResumeBlockers = (
  { retiredOn, name }: Pick<PhotoPoint, 'retiredOn' | 'name'>,
  others: readonly Pick<PhotoPoint, 'name'>[],
): Blocker[] =>
  retiredOn === null
    ? [byOffice('point-in-use', '这个拍照点正在使用，不用恢复')]
    : others.some((one) => one.name === name)
      ? [byOffice('point-twice', `已经有「${name}」这个拍照点，请先给其中一个换名称`)]
      : [];

/** What speaks against this day of a photo? */
export const shownDayBlockers = (day: CalendarDate, today: CalendarDate): Blocker[] =>
  day > today ? [byOffice('point-photo-day', '「拍摄日期」不能晚于今天')] : [];

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

/** The pictures of a point that everybody may see, by the public address of each. */
export interface PublicPointSeries {
  name: string;
  before: { publicId: string; on: CalendarDate } | null;
  now: { publicId: string; on: CalendarDate } | null;
  /** Was the newer one taken after the works? */
  isDone: boolean;
}
