import type { Frame } from '../compounds/workspace';
import {
  ownershipNames,
  structureMaterialNames,
  structurePartyNames,
  structureUseNames,
} from '../domain/removal/structure';
import { structureKindCodes, structureKinds } from '../domain/removal/structure-kinds';
import { zoneName } from '../domain/removal/zone-draft';
import type { KeptFile } from '../files/kept-files';
import { DroppablePhoto, toDroppable } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { FactLine, Option } from '../platform/web/figures';
import { FormState, typedList } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { WorkZone } from '../zones/zone.entities';
import type { StructureHead } from './structure-head.presenter';

/** A structure, new or to be corrected (views/structures/form). */
export interface StructureFormPage extends Frame {
  title: string;
  heading: string;
  action: string;
  isNew: boolean;
  /** Which one is corrected; left out on the empty form. */
  about?: StructureHead;
  form: FormState;
  kinds: Option[];
  uses: Option[];
  materials: Option[];
  parties: Option[];
  ownerships: Option[];
  zones: Option[];
  ticks: { name: string; label: string; isTicked: boolean }[];
  /** What each kind is and who deals with it. */
  help: { name: string; examples: string; organ: string; basis: string }[];
  /** The ownership as it stands, changed on the case only. */
  ownership: string;
  caseLink: string;
  /** Is the second half of the form open? */
  showsRest: boolean;
  kept: KeptFile[];
  photos: DroppablePhoto[];
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  backLink: string;
}

const ticks = {
  isOccupied: '有人居住',
  isSoleHome: '是唯一住处',
  hasHardship: '有困难或重病情况，需要照顾',
  blocksFireLane: '堵消防通道',
  blocksPipe: '压管线',
};

type FormParts = Pick<
  StructureFormPage,
  | ('title' | 'heading' | 'about' | 'isNew' | 'action' | 'backLink')
  | ('form' | 'kept' | 'latest' | 'ownership' | 'caseLink')
>;

/** The form of a structure; its first half is enough to write one down. */
export function toStructureForm(
  parts: FormParts,
  zones: readonly WorkZone[],
  photos: readonly StoredFile[],
  frame: Frame,
): StructureFormPage {
  const { form, isNew } = parts;
  return {
    ...frame,
    ...parts,
    kinds: structureKindCodes.map((kind) => ({ value: kind, label: kindLabel(kind) })),
    uses: toOptions(structureUseNames),
    materials: toOptions(structureMaterialNames),
    parties: toOptions(structurePartyNames),
    ownerships: toOptions(ownershipNames),
    zones: zones.map((zone) => ({ value: String(zone.id), label: zoneName(zone) })),
    ticks: Object.entries(ticks).map(([name, label]) => ({ name, label, isTicked: isTicked(form, name) })),
    help: structureKindCodes.map((kind) => {
      const { suspected, examples, organ, basis } = structureKinds[kind];
      return { name: suspected, examples, organ, basis };
    }),
    showsRest: !isNew || form.summary.length > 0,
    photos: toDroppable(photos, typedList(form.values.drop)),
  };
}

const kindLabel = (kind: keyof typeof structureKinds): string => {
  const { suspected, examples } = structureKinds[kind];
  return `${suspected}（${examples}）`;
};

const isTicked = ({ values }: FormState, name: string): boolean =>
  ['yes', 'true', 'on'].includes(typedList(values[name]).join());
