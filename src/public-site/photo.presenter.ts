import { PublicCompound } from '../domain/disclosure/register';
import { PublicPhoto } from '../domain/disclosure/photos';
import { fitInside, WebSide } from '../domain/files/web-sizes';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { filesPaths } from '../files/files.paths';
import { PhotoFigure } from '../platform/web/figures';
import { publicPaths } from './public-site.paths';

/** One photo, large (views/public-site/photo). */
export interface PhotoPage {
  title: string;
  heading: string;
  plateName: string;
  photo: PhotoFigure;
  /** When the yard looked so; a drawing has no day. */
  caption?: string;
  backLink: string;
  previous?: string;
  next?: string;
}

const phaseWords = { before: '改造前', during: '施工中', after: '改造后' } as const;

/** A photo small, leading to its own page. */
export function toThumb(code: string, photo: PublicPhoto, today: CalendarDate): PhotoFigure {
  return { ...figureOf(photo, 480, altOf(photo, today)), link: publicPaths.photo(code, photo.publicId) };
}

/** The view before the works beside the latest one. */
export function toPair(
  code: string,
  { before, now }: { before: PublicPhoto; now: PublicPhoto },
  today: CalendarDate,
): { before: PhotoFigure; now: PhotoFigure } {
  return {
    before: { ...toThumb(code, before, today), tag: phaseWords.before },
    now: {
      ...toThumb(code, now, today),
      tag: now.phase === 'after' ? phaseWords.after : phaseWords.during,
      tagDone: now.phase === 'after',
    },
  };
}

/** One photo of a compound with its neighbours in time; undefined when there is none of this address. */
export function toPhoto(
  compound: PublicCompound,
  photos: readonly PublicPhoto[],
  publicId: string,
  today: CalendarDate,
): PhotoPage | undefined {
  const at = photos.findIndex((photo) => photo.publicId === publicId);
  const photo = photos[at];
  if (!photo) return undefined;
  const linkTo = (other: PublicPhoto | undefined) =>
    other && publicPaths.photo(compound.code, other.publicId);
  const said = [
    photo.isView && `${nearDay(photo.takenOn, today)} 拍摄`,
    photo.phase && phaseWords[photo.phase],
  ].filter(Boolean);
  return {
    title: `${compound.name} · ${photo.caption}`,
    heading: photo.caption,
    plateName: compound.name,
    photo: { ...figureOf(photo, 1600, altOf(photo, today)), eager: true },
    ...(said.length && { caption: `${said.join('，')}。` }),
    backLink: publicPaths.compound(compound.code),
    previous: linkTo(photos[at - 1]),
    next: linkTo(photos[at + 1]),
  };
}

/** The public copies of a picture at one size. */
export function figureOf(
  { publicId, width, height }: Pick<PublicPhoto, 'publicId' | 'width' | 'height'>,
  side: WebSide,
  alt: string,
): PhotoFigure {
  return {
    webp: filesPaths.publicCopy(publicId, `${side}.webp`),
    jpeg: filesPaths.publicCopy(publicId, `${side}.jpg`),
    ...fitInside({ width, height }, side),
    alt,
  };
}

const altOf = ({ takenOn, caption, isView }: PublicPhoto, today: CalendarDate): string =>
  isView ? `${nearDay(takenOn, today)}：${caption}` : caption;
