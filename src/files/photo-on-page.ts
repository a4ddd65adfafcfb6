import { fitInside, WebSide } from '../domain/files/web-sizes';
import type { PhotoFigure } from '../platform/web/figures';
import { filesPaths } from './files.paths';
import type { StoredFile } from './stored-file.entity';

/** A photo as the partial `photo` prints it. */
export type PhotoOnPage = PhotoFigure;

type PhotoFacts = Pick<StoredFile, 'id' | 'publicId' | 'width' | 'height' | 'caption'>;

/** A photo for staff in scope, in one of the two sizes. */
export const toStaffPhoto = (file: PhotoFacts, side: WebSide = 480): PhotoOnPage => ({
  webp: filesPaths.copy(file.id, `${side}.webp`),
  jpeg: filesPaths.copy(file.id, `${side}.jpg`),
  ...sizeOf(file, side),
  alt: file.caption,
});

/** Documents have no sides; they are never asked for. */
const sizeOf = ({ width, height }: PhotoFacts, side: WebSide) =>
  fitInside({ width: width ?? 0, height: height ?? 0 }, side);

/** The same, leading to its large copy. */
export const toLinkedPhoto = (file: PhotoFacts): PhotoFigure => ({
  ...toStaffPhoto(file),
  link: filesPaths.copy(file.id, '1600.jpg'),
});

/** A photo that is there already and may be taken off (partial drop-photos). */
export interface DroppablePhoto {
  id: number;
  number: number;
  isDropped: boolean;
  photo: PhotoFigure;
}

/** The photos of a form; those ticked in a refused try stay ticked. */
export const toDroppable = (files: readonly StoredFile[], dropped: readonly string[]): DroppablePhoto[] =>
  files.map((file, at) => ({
    id: file.id,
    number: at + 1,
    isDropped: dropped.includes(String(file.id)),
    photo: toLinkedPhoto(file),
  }));

/** The files of a row that are known, in its order. */
export const filesOf = (ids: readonly number[], known: ReadonlyMap<number, StoredFile>): StoredFile[] =>
  ids.flatMap((id) => known.get(id) ?? []);
