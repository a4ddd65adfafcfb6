import { toLinkedPhoto } from '../files/photo-on-page';
import type { PhotoFigure } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { sitePhotoPaths } from '../site-photos/site-photos.paths';
import type { PostPhoto } from './post.entities';
import type { PostView } from './post.presenter';

/** A photo of a post, with what a person should look at. */
export interface PostPhotoCard {
  photo: PhotoFigure;
  what: string;
  taken: string;
  /** What a person should look at, what they said of it, and where the photos stand side by side. */
  hints: { text: string; answer: string; link: string }[];
  fileId: number;
  isPublished: boolean;
  isTicked: boolean;
}

/** The photo as it stands on the page; one whose file is gone is left out. */
export function toCard(view: PostView, photo: PostPhoto, form: FormState): PostPhotoCard[] {
  const file = view.stored.get(photo.fileId);
  if (!file) return [];
  const point = photo.pointId === null ? undefined : view.points.get(photo.pointId);
  const what = point ? `拍照点：${point}` : '';
  const ticked = [form.values.shown ?? []].flat();
  return [
    {
      photo: { ...toLinkedPhoto(file), alt: file.caption || '施工照片' },
      what,
      taken: file.takenAt ? `${instantInWords(file.takenAt)}拍` : '相机没有记录时间',
      hints: (view.hints.get(file.id) ?? []).map(({ id, text, answer }) => ({
        text,
        answer: answer ?? '',
        link: sitePhotoPaths.hint(id),
      })),
      fileId: file.id,
      isPublished: file.publishedAt !== null,
      isTicked: ticked.includes(String(file.id)),
    },
  ];
}
