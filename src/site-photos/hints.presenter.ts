import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { photoFlagNames } from '../domain/construction/photo-flags';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { toLinkedPhoto, toStaffPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import { dayOf } from '../platform/clock/clock';
import type { EmptyNote, FactLine, Pager, PhotoFigure, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toPager } from '../platform/web/pager';
import { hintsPerPage } from './hint-answers.service';
import type { PhotoHintRecord } from './site-photo.entities';
import { sitePhotoPaths } from './site-photos.paths';

/** One hint of the list. */
export interface HintRow {
  photo?: PhotoFigure;
  kind: string;
  text: string;
  mark: StatusMark;
  answer: string;
  link: string;
}

/** Photos of a compound that somebody should look at (views/site-photos/hints). */
export interface HintsPage extends Frame {
  title: string;
  rows: HintRow[];
  tabs: { label: string; link: string; current: boolean }[];
  pager?: Pager;
  empty?: EmptyNote;
  backLink: string;
}

interface HintsView {
  compound: Compound;
  hints: readonly PhotoHintRecord[];
  total: number;
  page: number;
  all: boolean;
  files: ReadonlyMap<number, StoredFile>;
  people: ReadonlyMap<number, string>;
  today: CalendarDate;
}

/** The hints of a compound. */
export function toHints(view: HintsView, frame: Frame): HintsPage {
  const { compound, hints, total, page, all, files, people, today } = view;
  const { code } = compound;
  return {
    ...frame,
    title: `照片核对 · ${compound.name}`,
    tabs: [
      { label: '待核对', link: sitePhotoPaths.hints(code), current: !all },
      { label: '全部', link: sitePhotoPaths.hints(code, { all: 1 }), current: all },
    ],
    rows: hints.map((hint) => {
      const file = files.get(hint.fileId);
      return {
        ...(file && { photo: toStaffPhoto(file) }),
        ...{ kind: photoFlagNames[hint.kind], text: hint.text, mark: markOf(hint) },
        answer: answerOf(hint, people, today),
        link: sitePhotoPaths.hint(hint.id),
      };
    }),
    pager: toPager(page, total, hintsPerPage, (one) =>
      sitePhotoPaths.hints(code, { page: one, ...(all && { all: 1 }) }),
    ),
    ...(!hints.length && {
      empty: { text: all ? '系统没有发现可能重复或日期对不上的照片。' : '没有要核对的照片。' },
    }),
    backLink: sitePhotoPaths.index(code),
  };
}

const markOf = ({ answer }: PhotoHintRecord): StatusMark =>
  answer === null ? { state: 'doing', word: '待核对' } : { state: 'done', word: '已核对' };

function answerOf(
  { answer, answeredBy, answeredAt }: PhotoHintRecord,
  people: ReadonlyMap<number, string>,
  today: CalendarDate,
): string {
  if (answer === null || answeredAt === null) return '';
  return `${answer}（${people.get(answeredBy ?? 0) ?? ''} ${nearDay(dayOf(answeredAt), today)}）`;
}

/** One hint with both photos side by side (views/site-photos/hint). */
export interface HintPage extends Frame {
  title: string;
  heading: string;
  text: string;
  mark: StatusMark;
  photo?: PhotoFigure;
  /** The other one, where the person may see it. */
  other?: PhotoFigure;
  /** Said where there is another one, and it lies outside the person's scope. */
  hidden: string;
  answer: string;
  latest: FactLine[];
  /** Left out for those who only read. */
  action?: string;
  form: FormState;
  backLink: string;
}

interface HintView {
  compound: Compound;
  hint: PhotoHintRecord;
  file: StoredFile | undefined;
  other: StoredFile | null;
  people: ReadonlyMap<number, string>;
  role: Role;
  form: FormState;
  wasStale: boolean;
  today: CalendarDate;
}

/** One hint. */
export function toHint(view: HintView, frame: Frame): HintPage {
  const { compound, hint, file, other, role, form } = view;
  const answer = answerOf(hint, view.people, view.today);
  return {
    ...frame,
    ...{ form, answer, text: hint.text, mark: markOf(hint) },
    title: `${photoFlagNames[hint.kind]} · ${compound.name}`,
    heading: photoFlagNames[hint.kind],
    ...(file && { photo: { ...toLinkedPhoto(file), tag: '这张照片' } }),
    ...(other && { other: { ...toLinkedPhoto(other), tag: '以前的照片' } }),
    hidden:
      hint.ofFileId !== null && !other ? '另一张照片不在本单位管理的楼院里，请联系那边的街道核对。' : '',
    latest: view.wasStale && answer ? [{ term: '核对结果', value: answer }] : [],
    ...(mayDo(role, 'hint.answer') && { action: sitePhotoPaths.answers(hint.id) }),
    backLink: sitePhotoPaths.hints(compound.code),
  };
}
