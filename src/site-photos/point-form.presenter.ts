import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import type { KeptFile } from '../files/kept-files';
import { toStaffPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { FactLine, PhotoFigure } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { PinPicker, SketchFile, toPinPicker } from '../zones/pin-picker';
import { pointName } from './points.presenter';
import type { PhotoPointRecord } from './site-photo.entities';
import { sitePhotoPaths } from './site-photos.paths';

/** A point, new or to be corrected (views/site-photos/form). */
export interface PointFormPage extends Frame {
  title: string;
  heading: string;
  action: string;
  isNew: boolean;
  form: FormState;
  kept: KeptFile[];
  /** The reference photo it has. */
  reference?: PhotoFigure;
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  backLink: string;
}

interface FormView {
  compound: Compound;
  form: FormState;
  kept: KeptFile[];
}

/** The empty form. */
export const toNewPoint = ({ compound, form, kept }: FormView, frame: Frame): PointFormPage => ({
  ...frame,
  ...{ form, kept, isNew: true, latest: [] },
  title: `登记拍照点 · ${compound.name}`,
  heading: '登记拍照点',
  action: sitePhotoPaths.create(compound.code),
  backLink: sitePhotoPaths.index(compound.code),
});

/** The form of a point that is there. */
export const toEditPoint = (
  view: FormView & { point: PhotoPointRecord; reference: StoredFile | undefined; wasStale: boolean },
  frame: Frame,
): PointFormPage => {
  const { compound, form, kept, point, reference, wasStale } = view;
  return {
    ...frame,
    ...{ form, kept, isNew: false },
    title: `修改${pointName(point)} · ${compound.name}`,
    heading: `修改${pointName(point)}`,
    action: sitePhotoPaths.update(point.id),
    ...(reference && { reference: toStaffPhoto(reference) }),
    latest: wasStale
      ? [
          { term: '名称', value: point.name },
          { term: '站在哪里、朝哪边拍', value: point.place },
        ]
      : [],
    backLink: sitePhotoPaths.show(point.id),
  };
};

/** Where a point is on the sketch (views/site-photos/pin). */
export interface PointPinPage extends Frame {
  title: string;
  heading: string;
  place: string;
  picker: PinPicker;
  form: FormState;
  action: string;
  backLink: string;
}

/** Marking one point on the sketch. */
export const toPointPin = (
  view: { compound: Compound; point: PhotoPointRecord; sketch: SketchFile | null; form: FormState },
  frame: Frame,
): PointPinPage => ({
  ...frame,
  title: `标在草图上 ${pointName(view.point)} · ${view.compound.name}`,
  heading: pointName(view.point),
  place: view.point.place,
  picker: toPinPicker(view.compound.code, view.sketch, view.point),
  form: view.form,
  action: sitePhotoPaths.pins(view.point.id),
  backLink: sitePhotoPaths.show(view.point.id),
});
