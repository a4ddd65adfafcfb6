import { filePurposes } from '../domain/files/file-purposes';
import { Crumb, FactLine, PhotoFigure } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { PlaceFrame } from './file-places';
import { FileAtPlace } from './files.desk';
import { filesPaths } from './files.paths';
import { toStaffPhoto } from './photo-on-page';

/** The page on which a person looks at a photo and says whether everybody may see it, or may no longer. */
export interface PublicationPage {
  title: string;
  crumbs: Crumb[];
  head: object;
  photo: PhotoFigure;
  facts: FactLine[];
  consequences: { what: string; now: string; after: string }[];
  /** Why the words beside the photo stay as they are; undefined where the person writes them. */
  captionStays?: string;
  form: FormState;
  action: string;
  backLink: string;
}

/** The question before a photo becomes public. */
export function toPublish(at: FileAtPlace, frame: PlaceFrame, form: FormState): PublicationPage {
  return {
    ...pageOf(at, frame, '公开照片'),
    captionStays: filePurposes[at.file.purpose].captionStays,
    consequences: [
      { what: '谁能看到', now: '本院的工作人员', after: '所有人，包括没有登录的居民' },
      { what: '公开什么', now: '不公开', after: '缩小的副本，不含拍摄地点、手机型号等信息；原图不公开' },
    ],
    form,
    action: filesPaths.publications(at.file.id),
  };
}

/** The question before a public photo is taken back. */
export function toWithdraw(at: FileAtPlace, frame: PlaceFrame, form: FormState): PublicationPage {
  return {
    ...pageOf(at, frame, '撤下照片'),
    consequences: [
      { what: '谁能看到', now: '所有人', after: '本院的工作人员' },
      { what: '原来的图片地址', now: '可以打开', after: '打不开；已经存在别人手机里的图片收不回来' },
    ],
    form,
    action: filesPaths.withdrawals(at.file.id),
  };
}

function pageOf({ file, place }: FileAtPlace, frame: PlaceFrame, title: string) {
  return {
    title,
    ...frame,
    photo: { ...toStaffPhoto(file, 1600), eager: true, alt: file.caption || file.originalName },
    facts: [
      { term: '楼院', value: place.name },
      { term: '用途', value: filePurposes[file.purpose].name },
      { term: '拍摄', value: file.takenAt ? `${instantInWords(file.takenAt)}（相机记录）` : '相机没有记录' },
      { term: '上传', value: instantInWords(file.createdAt) },
    ],
    backLink: filesPaths.index(place.code),
  };
}
