import { acceptAttribute, FileKind } from '../domain/files/content-kinds';
import { documentPurposes, filePurposes } from '../domain/files/file-purposes';
import { PublicationState } from '../domain/files/publication';
import { sizeInWords, uploadLimits } from '../domain/files/upload-limits';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { Crumb, EmptyNote, Option, Pager, PhotoFigure, StatusMark, Tab } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { FilePlace, PlaceFrame } from './file-places';
import { FileList, filesPerPage, stateOf } from './files.desk';
import { filesPaths } from './files.paths';
import { KeptFile } from './kept-files';
import { toStaffPhoto } from './photo-on-page';
import { StoredFile } from './stored-file.entity';

const publicationMarks: Record<PublicationState, StatusMark> = {
  published: { state: 'done', word: '已公开' },
  internal: { state: 'idle', word: '内部' },
};

/** One photo of the list. `originalAction` is posted to, because reading an original is recorded. */
export interface PhotoRow {
  photo: PhotoFigure;
  name: string;
  caption: string;
  purpose: string;
  taken: string;
  uploaded: string;
  status: StatusMark;
  publishLink: string;
  withdrawLink: string;
  originalAction: string;
}

/** One document of the list. */
export interface DocumentRow {
  name: string;
  link: string;
  caption: string;
  purpose: string;
  size: string;
  uploaded: string;
}

/** The upload form of the documents page. */
export interface UploadPart {
  action: string;
  accept: string;
  hint: string;
  purposes: Option[];
  kept: KeptFile[];
}

/** The documents page (资料) of a compound. */
export interface FilesPage {
  title: string;
  crumbs: Crumb[];
  head: object;
  kinds: Tab[];
  photos: PhotoRow[];
  documents: DocumentRow[];
  empty?: EmptyNote;
  pager: Pager;
  upload?: UploadPart;
  form: FormState;
}

/** What the documents page is built from. */
export interface FilesSource {
  place: FilePlace;
  frame: PlaceFrame;
  list: FileList;
  role: Role;
  kind?: FileKind;
  page: number;
  form: FormState;
  kept?: KeptFile[];
}

/** The files of a compound as a page. */
export function toFiles(source: FilesSource): FilesPage {
  const { place, frame, list, role, kind, form } = source;
  return {
    title: `${place.name} 资料`,
    ...frame,
    kinds: kindsOf(place, kind),
    photos: list.files.filter((file) => file.kind === 'photo').map((file) => toPhotoRow(file, source)),
    documents: list.files
      .filter((file) => file.kind === 'document')
      .map((file) => toDocumentRow(file, source)),
    empty: list.total
      ? undefined
      : { text: kind === 'photo' ? '还没有照片' : '还没有资料。会议纪要、摸底表、照片都可以放在这里' },
    pager: pagerOf(source),
    upload: mayDo(role, 'file.upload') ? uploadOf(place, source.kept ?? []) : undefined,
    form,
  };
}

/** What the address asks to see; anything not understood is the first page of everything. */
export function listQuery(query: Record<string, unknown>): { kind?: FileKind; page: number } {
  const kind = (['photo', 'document'] as const).find((value) => value === query.kind);
  const page = typeof query.page === 'string' && /^[1-9]\d{0,5}$/.test(query.page) ? Number(query.page) : 1;
  return { kind, page };
}

function kindsOf(place: FilePlace, kind: FileKind | undefined): Tab[] {
  const of = (label: string, value?: FileKind) => ({
    label,
    link: filesPaths.list(place.code, { kind: value }),
    current: kind === value,
  });
  return [of('全部'), of('照片', 'photo'), of('文件', 'document')];
}

function toPhotoRow(file: StoredFile, { role, list }: FilesSource): PhotoRow {
  const state = stateOf(file);
  const mayPublish = mayDo(role, 'file.publish');
  const { name: purpose, staysInside } = filePurposes[file.purpose];
  return {
    photo: {
      ...toStaffPhoto(file),
      alt: file.caption || file.originalName,
      link: filesPaths.copy(file.id, '1600.jpg'),
    },
    name: file.originalName,
    caption: file.caption,
    purpose,
    taken: file.takenAt ? `拍摄 ${instantInWords(file.takenAt)}（相机记录）` : '相机没有记录拍摄时间',
    uploaded: uploadedWords(file, list),
    status: publicationMarks[state],
    publishLink: mayPublish && state === 'internal' && !staysInside ? filesPaths.publish(file.id) : '',
    withdrawLink: mayPublish && state === 'published' ? filesPaths.withdraw(file.id) : '',
    originalAction: mayDo(role, 'file.read-original') ? filesPaths.originals(file.id) : '',
  };
}

function toDocumentRow(file: StoredFile, { list }: FilesSource): DocumentRow {
  return {
    name: file.originalName,
    link: filesPaths.download(file.id),
    caption: file.caption,
    purpose: filePurposes[file.purpose].name,
    size: sizeInWords(file.bytes),
    uploaded: uploadedWords(file, list),
  };
}

function uploadedWords(file: StoredFile, { people }: FileList): string {
  return `上传 ${instantInWords(file.createdAt)}\u3000${people.get(file.uploadedBy) ?? ''}`.trimEnd();
}

function uploadOf(place: FilePlace, kept: KeptFile[]): UploadPart {
  const { filesPerForm, photoBytes } = uploadLimits;
  return {
    action: filesPaths.index(place.code),
    accept: acceptAttribute('any'),
    hint: `照片选 JPG、PNG、WebP，文件选 PDF、DOCX、XLSX；每个不超过 ${sizeInWords(photoBytes)}，一次最多 ${filesPerForm} 个`,
    purposes: documentPurposes.map((value) => ({ value, label: filePurposes[value].name })),
    kept,
  };
}

function pagerOf({ place, list, kind, page }: FilesSource): Pager {
  const pages = Math.max(1, Math.ceil(list.total / filesPerPage));
  const link = (to: number) => filesPaths.list(place.code, { kind, page: to });
  return {
    text: `共 ${list.total} 个，第 ${page} 页，共 ${pages} 页`,
    ...(page > 1 && { previous: link(page - 1) }),
    ...(page < pages && { next: link(page + 1) }),
  };
}
