import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { DroppablePhoto, toDroppable } from '../files/photo-on-page';
import { StoredFile } from '../files/stored-file.entity';
import { FormState, typedList } from '../platform/web/form';
import { SeenBuilding } from './survey-records';
import { surveyPaths } from './surveys.paths';

/** The photos of one building (views/surveys/building-photos). */
export interface BuildingPhotosPage extends Frame {
  title: string;
  heading: string;
  /** Why nothing can be added; empty where the form is shown. */
  closed: string;
  form: FormState;
  action: string;
  /** Files kept from a refused try. */
  kept: { id: string; name: string }[];
  photos: DroppablePhoto[];
  backLink: string;
}

interface BuildingPhotosView {
  compound: Compound;
  building: SeenBuilding | { no: string; id: number };
  photos: readonly StoredFile[];
  kept: { id: string; name: string }[];
  closed: string;
}

/** The photos of one building, and the form for more. */
export function toBuildingPhotos(
  view: BuildingPhotosView,
  form: FormState,
  frame: Frame,
): BuildingPhotosPage {
  const { compound, building, photos } = view;
  return {
    ...frame,
    title: `${building.no}照片 · ${compound.name}`,
    heading: `${building.no}：楼栋照片`,
    closed: view.closed,
    form,
    action: surveyPaths.buildingPhotos(building.id),
    kept: view.kept,
    photos: toDroppable(photos, typedList(form.values.drop)),
    backLink: surveyPaths.photos(compound.code),
  };
}
