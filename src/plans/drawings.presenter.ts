import type { Frame } from '../compounds/workspace';
import { toStaffPhoto } from '../files/photo-on-page';
import { filesPaths } from '../files/files.paths';
import type { StoredFile } from '../files/stored-file.entity';
import type { PhotoFigure } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import type { PlanRecords } from './plan-records';
import { versionName } from './plan-words';
import { plansPaths } from './plans.paths';

/** A drawing that may be taken off: a picture to look at, or a document by its name. */
interface DrawingLine {
  id: number;
  name: string;
  link: string;
  photo?: PhotoFigure;
  isDropped: boolean;
}

/** Drawings of a version, and the form for more (views/plans/drawings). */
export interface DrawingsPage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  /** Files kept from a refused try. */
  kept: { id: string; name: string }[];
  drawings: DrawingLine[];
  backLink: string;
}

interface DrawingsView {
  records: PlanRecords;
  files: ReadonlyMap<number, StoredFile>;
  kept: { id: string; name: string }[];
}

/** The form of a version's drawings. */
export function toDrawingsForm(view: DrawingsView, form: FormState, frame: Frame): DrawingsPage {
  const { records, files, kept } = view;
  const { version, compound } = records;
  const dropped = [form.values.drop ?? []].flat();
  return {
    ...frame,
    title: `效果图和方案图 · ${compound.name}`,
    heading: `${versionName(version)}：效果图和方案图`,
    form,
    action: plansPaths.drawings(version.id),
    kept,
    drawings: records.drawingIds
      .flatMap((id) => files.get(id) ?? [])
      .map((file) => ({
        id: file.id,
        name: file.caption || file.originalName,
        link: file.kind === 'photo' ? filesPaths.copy(file.id, '1600.jpg') : filesPaths.download(file.id),
        ...(file.kind === 'photo' && { photo: toStaffPhoto(file) }),
        isDropped: dropped.includes(String(file.id)),
      })),
    backLink: plansPaths.index(compound.code),
  };
}
