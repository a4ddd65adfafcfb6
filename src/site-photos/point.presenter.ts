import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import {
  PhotoPhase,
  phaseOf,
  photoPhaseNames,
  pointUseBlockers,
  WorksDays,
} from '../domain/construction/photo-points';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { pinInWords } from '../domain/removal/pin';
import { isGoingOn } from '../domain/renovation/going-on';
import { filesPaths } from '../files/files.paths';
import type { KeptFile } from '../files/kept-files';
import { toLinkedPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { ActionLink, FactLine, PhotoFigure, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { pinOf } from '../zones/pin-picker';
import { pointName } from './points.presenter';
import type { PhotoHintRecord, PhotoPointRecord, PointPhotoRecord } from './site-photo.entities';
import { sitePhotoPaths } from './site-photos.paths';

/** One photo of a point with what was noticed of it and whether everybody sees it. */
export interface ShotFigure {
  photo: PhotoFigure;
  day: string;
  mark: StatusMark;
  hints: { text: string; link?: string }[];
  publishLink?: string;
}

/** A point with its photos before, during and after the works (views/site-photos/point). */
export interface PointPage extends Frame {
  title: string;
  heading: string;
  mark: StatusMark;
  facts: FactLine[];
  reference?: PhotoFigure;
  phases: { name: string; shots: ShotFigure[]; note: string }[];
  actions: ActionLink[];
  /** The form that was refused, or one that was not: its reasons stand above, whether it is still offered or not. */
  tried: FormState;
  /** Left out for those who add no photos, and where none is taken any more. */
  add?: { action: string; form: FormState; kept: KeptFile[] };
  use?: { action: string; label: string; form: FormState };
  backLink: string;
}

interface PointView {
  compound: Compound;
  renovation: Renovation;
  point: PhotoPointRecord;
  photos: readonly PointPhotoRecord[];
  files: ReadonlyMap<number, StoredFile>;
  hints: ReadonlyMap<number, PhotoHintRecord[]>;
  days: WorksDays;
  recordedBy: string;
  role: Role;
  today: CalendarDate;
  /** The form of new photos, and the one that takes the point out of use. */
  add: FormState;
  kept: KeptFile[];
  use: FormState;
}

const notes: Record<PhotoPhase, string> = {
  before: '还没有改造前的照片，开工前请补拍',
  during: '施工中还没有拍',
  after: '完工后从同一位置再拍一张',
};

/** One point. */
export function toPoint(view: PointView, frame: Frame): PointPage {
  const { compound, point, renovation, role, files } = view;
  const isOpen = isGoingOn(renovation.state);
  const mayEdit = isOpen && mayDo(role, 'point.edit');
  const isInUse = point.retiredOn === null;
  const reference = point.referenceId === null ? undefined : files.get(point.referenceId);
  const actions = [
    { label: '修改', link: sitePhotoPaths.edit(point.id) },
    { label: '标在草图上', link: sitePhotoPaths.pin(point.id) },
  ];
  return {
    ...frame,
    title: `${pointName(point)} · ${compound.name}`,
    heading: pointName(point),
    mark: isInUse ? { state: 'doing', word: '使用中' } : { state: 'idle', word: '已停用' },
    facts: factsOf(view),
    tried: view.use.summary.length ? view.use : view.add,
    ...(reference && { reference: toLinkedPhoto(reference) }),
    phases: (Object.keys(photoPhaseNames) as PhotoPhase[]).map((phase) => {
      const shots = view.photos
        .filter(({ shownOn }) => phaseOf(shownOn, view.days) === phase)
        .flatMap((photo) => toShot(photo, view));
      return { name: photoPhaseNames[phase], shots, note: shots.length ? '' : notes[phase] };
    }),
    actions: [
      ...(mayEdit ? actions : []),
      ...(isInUse ? [{ label: '打印标签', link: sitePhotoPaths.label(point.id) }] : []),
    ],
    ...(isOpen &&
      mayDo(role, 'point.photograph') &&
      !pointUseBlockers(point).length && {
        add: { action: sitePhotoPaths.photos(point.id), form: view.add, kept: view.kept },
      }),
    ...(mayEdit && {
      use: isInUse
        ? { action: sitePhotoPaths.retirements(point.id), label: '停用这个拍照点', form: view.use }
        : { action: sitePhotoPaths.resumptions(point.id), label: '恢复使用', form: view.use },
    }),
    backLink: sitePhotoPaths.index(compound.code, sequenceOf(renovation)),
  };
}

function factsOf({ point, recordedBy }: PointView): FactLine[] {
  const pin = pinOf(point);
  return [
    { term: '站在哪里、朝哪边拍', value: point.place },
    { term: '草图位置', value: pin ? pinInWords(pin) : '还没有标' },
    { term: '登记', value: recordedBy || '—' },
    ...(point.retiredOn ? [{ term: '停用', value: dayInWords(point.retiredOn) }] : []),
  ];
}

function toShot({ fileId, shownOn }: PointPhotoRecord, view: PointView): ShotFigure[] {
  const { files, hints, role, today } = view;
  const file = files.get(fileId);
  if (!file) return [];
  const isPublic = file.publishedAt !== null;
  const link = mayDo(role, 'hint.read');
  return [
    {
      photo: toLinkedPhoto(file),
      day: nearDay(shownOn, today),
      mark: isPublic ? { state: 'done', word: '已公开' } : { state: 'idle', word: '没有公开' },
      hints: link
        ? (hints.get(fileId) ?? []).map(({ id, text, answer }) => ({
            ...{ text: answer === null ? text : `已核对：${answer}`, link: sitePhotoPaths.hint(id) },
          }))
        : [],
      ...(!isPublic && mayDo(role, 'file.publish') && { publishLink: filesPaths.publish(fileId) }),
    },
  ];
}
