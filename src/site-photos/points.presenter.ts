import type { RenovationChoice } from '../compounds/compounds.desk';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import type { Frame } from '../compounds/workspace';
import { photoPhaseNames, pointPair, PointSeries } from '../domain/construction/photo-points';
import { CalendarDate, dayOrDash } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { isGoingOn } from '../domain/renovation/going-on';
import { toStaffPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { ActionLink, EmptyNote, PhotoFigure, StatusMark } from '../platform/web/figures';
import type { PhotoPointRecord, PointPhotoRecord } from './site-photo.entities';
import { sitePhotoPaths } from './site-photos.paths';

/** One point with the two pictures that are compared. */
export interface PointCard {
  name: string;
  place: string;
  link: string;
  mark: StatusMark;
  counts: string;
  before?: PhotoFigure;
  now?: PhotoFigure;
}

/** Tab 拍照点 of a compound (views/site-photos/index). */
export interface PointsPage extends Frame {
  title: string;
  actions: ActionLink[];
  renovations: { label: string; link: string; current: boolean }[];
  cards: PointCard[];
  retired: { name: string; link: string; day: string; photos: string }[];
  hints?: { text: string; link: string; mark: StatusMark };
  empty?: EmptyNote;
}

interface PointsView {
  choice: RenovationChoice;
  points: readonly PhotoPointRecord[];
  series: readonly PointSeries[];
  photos: ReadonlyMap<number, PointPhotoRecord[]>;
  files: ReadonlyMap<number, StoredFile>;
  /** Hints that wait for an answer; null for those who do not read them. */
  hints: number | null;
  role: Role;
  today: CalendarDate;
}

/** The number and name of a point. */
export const pointName = ({ number, name }: Pick<PhotoPointRecord, 'number' | 'name'>): string =>
  `${number} 号点 ${name}`;

/** Every point of a renovation, what it was like and what it is like now. */
export function toPoints(view: PointsView, frame: Frame): PointsPage {
  const { choice, points, photos, series, role } = view;
  const { compound, renovation } = choice;
  const { code } = compound;
  const inUse = points.filter(({ retiredOn }) => retiredOn === null);
  const mayEdit = renovation !== null && isGoingOn(renovation.state) && mayDo(role, 'point.edit');
  const register = { label: '登记拍照点', link: sitePhotoPaths.new(code) };
  return {
    ...frame,
    title: `拍照点 · ${compound.name}`,
    actions: [
      ...(mayEdit ? [{ ...register, primary: true }] : []),
      ...(inUse.length ? [{ label: '打印标签', link: sitePhotoPaths.labels(code) }] : []),
    ],
    renovations: toRenovationTabs(choice, sitePhotoPaths.index),
    cards: series.map((one) => toCard(one, view)),
    retired: points
      .filter(({ retiredOn }) => retiredOn !== null)
      .map((point) => ({
        ...{ name: pointName(point), link: sitePhotoPaths.show(point.id), day: dayOrDash(point.retiredOn) },
        photos: `${photos.get(point.id)?.length ?? 0} 张`,
      })),
    ...(view.hints !== null && { hints: toHintsLink(code, view.hints) }),
    ...(points.length === 0 && { empty: emptyNote(view, mayEdit ? register : null) }),
  };
}

function toCard({ point, before, during, after, missing }: PointSeries, view: PointsView): PointCard {
  const pair = pointPair({ point, before, during, after, missing });
  const record = view.points.find(({ id }) => id === point.id)!;
  const rows = view.photos.get(point.id) ?? [];
  const figure = (photo: { id: number; shownOn: string } | null, word: string) => {
    const file = photo && view.files.get(rows.find(({ id }) => id === photo.id)?.fileId ?? 0);
    if (!photo || !file) return undefined;
    return { ...toStaffPhoto(file), tag: `${word} ${nearDay(photo.shownOn, view.today)}` };
  };
  const now = pair?.now ?? after ?? during.at(-1) ?? null;
  return {
    ...{ name: pointName(record), place: point.place, link: sitePhotoPaths.show(point.id) },
    mark: missing.length
      ? { state: 'idle', word: `缺${missing.map((phase) => photoPhaseNames[phase]).join('、')}照片` }
      : after
        ? { state: 'done', word: '改造前后都有' }
        : { state: 'doing', word: during.length ? '改造中' : '改造前已拍' },
    counts: `共 ${rows.length} 张`,
    before: figure(before, photoPhaseNames.before),
    now: figure(now, photoPhaseNames[after ? 'after' : 'during']),
  };
}

const toHintsLink = (code: string, waiting: number) => ({
  link: sitePhotoPaths.hints(code, waiting ? {} : { all: 1 }),
  text: waiting ? '有照片可能用过，或拍摄时间和填报日期对不上，请核对' : '没有要核对的照片',
  mark: waiting
    ? { state: 'late' as const, word: `待核对 ${waiting} 张` }
    : { state: 'done' as const, word: '已核对' },
});

function emptyNote({ choice }: PointsView, register: { label: string; link: string } | null): EmptyNote {
  const { compound, renovation } = choice;
  if (!renovation) return toNotOpened(compound.code, '就可以定下拍照点，改造前后从同一个位置拍照');
  const text = '还没有拍照点。定下三五个看得出变化的位置，改造前、改造中、改造后都从这里拍';
  return register ? { text, ...register } : { text };
}
