import type { Frame } from '../compounds/workspace';
import { DroppablePhoto, toDroppable, filesOf } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { FormState } from '../platform/web/form';
import { typedList } from '../platform/web/form';
import type { PlanRecords } from './plan-records';
import { versionName } from './plan-words';
import { plansPaths } from './plans.paths';

/** Drawings of a version, and the form for more (views/plans/drawings). */
export interface DrawingsPage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  /** Files kept from a refused try. */
  kept: { id: string; name: string }[];
  /** Pictures and documents that may be taken off. */
  photos: DroppablePhoto[];
  documents: { id: number; name: string; isDropped: boolean }[];
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
  const dropped = typedList(form.values.drop);
  const known = filesOf(records.drawingIds, files);
  return {
    ...frame,
    title: `效果图和方案图 · ${compound.name}`,
    heading: `${versionName(version)}：效果图和方案图`,
    form,
    action: plansPaths.drawings(version.id),
    kept,
    photos: toDroppable(
      known.filter(({ kind }) => kind === 'photo'),
      dropped,
    ),
    documents: known
      .filter(({ kind }) => kind === 'document')
      .map((file) => ({
        id: file.id,
        name: file.caption || file.originalName,
        isDropped: dropped.includes(String(file.id)),
      })),
    backLink: plansPaths.index(compound.code),
  };
}
