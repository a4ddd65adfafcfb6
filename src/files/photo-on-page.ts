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
