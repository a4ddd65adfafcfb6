import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { KeptFile } from '../files/kept-files';
import { toLinkedPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { PhotoFigure } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import type { CompoundSketch } from './zone.entities';
import { zonesPaths } from './zones.paths';

/** Putting up a sketch, with those that are there (views/zones/sketch). */
export interface SketchPage extends Frame {
  title: string;
  heading: string;
  isFirst: boolean;
  form: FormState;
  action: string;
  /** Files kept from a refused try. */
  kept: KeptFile[];
  sketches: { photo: PhotoFigure; about: string; isCurrent: boolean }[];
  backLink: string;
}

interface SketchView {
  compound: Compound;
  /** The latest first. */
  sketches: readonly CompoundSketch[];
  files: ReadonlyMap<number, StoredFile>;
  kept: KeptFile[];
}

/** The form of a sketch. */
export function toSketchForm(view: SketchView, form: FormState, frame: Frame): SketchPage {
  const { compound, sketches, files, kept } = view;
  return {
    ...frame,
    title: `楼院草图 · ${compound.name}`,
    heading: sketches.length ? '更换草图' : '上传草图',
    isFirst: sketches.length === 0,
    form,
    action: zonesPaths.sketches(compound.code),
    kept,
    sketches: sketches.flatMap(({ fileId, caption, uploadedOn, isCurrent }) => {
      const file = files.get(fileId);
      const about = `${caption}，${dayInWords(uploadedOn)} 上传`;
      return file ? [{ photo: toLinkedPhoto(file), about, isCurrent }] : [];
    }),
    backLink: zonesPaths.ground(compound.code),
  };
}
