import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { areaInWords } from '../domain/kernel/area';
import { dayInWords, dayOrDash } from '../domain/kernel/calendar-date';
import { metresInput } from '../domain/kernel/metres';
import {
  ownershipNames,
  structureMaterialNames,
  structurePartyNames,
  structureUseNames,
} from '../domain/removal/structure';
import { structureKinds } from '../domain/removal/structure-kinds';
import { zoneName } from '../domain/removal/zone-draft';
import type { KeptFile } from '../files/kept-files';
import { DroppablePhoto, toDroppable } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { ActionLink, FactLine } from '../platform/web/figures';
import { FormState, typedList } from '../platform/web/form';
import { PinPicker, SketchFile, toPinPicker } from '../zones/pin-picker';
import type { WorkZone } from '../zones/zone.entities';
import { StructureHead } from './structure-head.presenter';
import type { PlacedStructure } from './structures.desk';
import { structurePaths } from './structures.paths';

/** What is written down of a structure, line by line; also for the page of its case. */
export function structureFacts(
  structure: PlacedStructure,
  zones: readonly Pick<WorkZone, 'id' | 'number' | 'name'>[],
  recordedBy: string,
): FactLine[] {
  const { kind, area, sinceYear, ownershipBasis } = structure;
  const inZones = zones.filter(({ id }) => structure.zoneIds.includes(id)).map(zoneName);
  return [
    { term: '位置', value: structure.place },
    { term: '所在施工区域', value: inZones.join('、') || '—' },
    { term: '面积', value: area === null ? '不计面积' : areaInWords(area), note: sidesInWords(structure) },
    { term: '用途', value: structureUseNames[structure.use] },
    { term: '材质', value: structureMaterialNames[structure.material] },
    { term: '搭建年份', value: sinceYear === null ? '不清楚' : `${sinceYear} 年` },
    { term: '使用人', value: structurePartyNames[structure.party] },
    { term: '居住', value: livingInWords(structure) },
    { term: '影响', value: harmInWords(structure) },
    { term: '权属', value: ownershipNames[structure.ownership], note: ownershipBasis ?? undefined },
    { term: '办理', value: structureKinds[kind].organ, note: structureKinds[kind].basis },
    { term: '发现日期', value: dayInWords(structure.foundOn) },
    { term: '计划拆除', value: dayOrDash(structure.plannedOn) },
    { term: '腾出的地方', value: structure.reuse ?? '—' },
    { term: '登记人', value: recordedBy || '—' },
  ];
}

/** '5 × 3 米'; left out where it was not measured. */
const sidesInWords = ({ lengthCm, widthCm }: PlacedStructure): string | undefined =>
  lengthCm === null || widthCm === null ? undefined : `${metresInput(lengthCm)} × ${metresInput(widthCm)} 米`;

function livingInWords({ isOccupied, isSoleHome, hasHardship }: PlacedStructure): string {
  const said = [isSoleHome ? '唯一住处' : isOccupied ? '有人居住' : '没有人居住'];
  return [...said, ...(hasHardship ? ['有困难或重病情况'] : [])].join('，');
}

function harmInWords({ blocksFireLane, blocksPipe }: PlacedStructure): string {
  const said = [...(blocksFireLane ? ['堵消防通道'] : []), ...(blocksPipe ? ['压管线'] : [])];
  return said.join('、') || '—';
}

/** What was just written down, with what comes next (views/structures/saved). */
export interface StructureSavedPage extends Frame {
  title: string;
  about: StructureHead;
  warnings: { text: string }[];
  facts: FactLine[];
  actions: ActionLink[];
}

interface SavedView {
  compound: Compound;
  structure: PlacedStructure;
  about: StructureHead;
  zones: readonly WorkZone[];
  warnings: readonly { text: string }[];
  recordedBy: string;
  mayEdit: boolean;
}

/** What was just written down; the next one of a row is one press away. */
export const toStructureSaved = (view: SavedView, frame: Frame): StructureSavedPage => {
  const { compound, structure, mayEdit } = view;
  const show = { label: '打开办理页', link: structurePaths.show(structure.id) };
  const all = { label: '全部拆除对象', link: structurePaths.index(compound.code) };
  return {
    ...frame,
    title: `已保存 ${view.about.number} · ${compound.name}`,
    about: view.about,
    warnings: view.warnings.map(({ text }) => ({ text })),
    facts: structureFacts(structure, view.zones, view.recordedBy),
    actions: mayEdit
      ? [
          { label: '再登记一处', link: structurePaths.new(compound.code, structure.id), primary: true },
          show,
          { label: '标在草图上', link: structurePaths.pin(structure.id) },
          { label: '修改', link: structurePaths.edit(structure.id) },
          all,
        ]
      : [{ ...show, primary: true }, all],
  };
};

/** Pictures and the use of the ground of what is gone (views/structures/afterwards). */
export interface AfterwardsPage extends Frame {
  title: string;
  about: StructureHead;
  form: FormState;
  kept: KeptFile[];
  photos: DroppablePhoto[];
  latest: FactLine[];
  action: string;
  backLink: string;
}

/** The little that is still written of a structure that is gone; what is verified keeps its pictures. */
export const toAfterwards = (
  view: Pick<AfterwardsPage, 'about' | 'form' | 'kept' | 'latest'> & {
    compound: Compound;
    structure: PlacedStructure;
    photos: readonly StoredFile[];
  },
  frame: Frame,
): AfterwardsPage => ({
  ...frame,
  title: `补充 ${view.about.number} · ${view.compound.name}`,
  about: view.about,
  form: view.form,
  kept: view.kept,
  latest: view.latest,
  photos:
    view.structure.state === 'verified' ? [] : toDroppable(view.photos, typedList(view.form.values.drop)),
  action: structurePaths.afterwards(view.structure.id),
  backLink: structurePaths.show(view.structure.id),
});

/** Where a structure stands on the sketch (views/structures/pin). */
export interface StructurePinPage extends Frame {
  title: string;
  about: StructureHead;
  picker: PinPicker;
  form: FormState;
  action: string;
  backLink: string;
}

/** Marking one structure on the sketch. */
export const toStructurePin = (
  view: {
    compound: Compound;
    structure: PlacedStructure;
    about: StructureHead;
    sketch: SketchFile | null;
    form: FormState;
  },
  frame: Frame,
): StructurePinPage => ({
  ...frame,
  title: `标在草图上 ${view.about.number} · ${view.compound.name}`,
  about: view.about,
  picker: toPinPicker(view.compound.code, view.sketch, view.structure),
  form: view.form,
  action: structurePaths.pins(view.structure.id),
  backLink: structurePaths.show(view.structure.id),
});
