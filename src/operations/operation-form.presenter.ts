import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { agencyNames } from '../domain/removal/removal-agencies';
import { filingInWords } from '../domain/removal/removal-rules';
import { removalWayNames } from '../domain/removal/removal-ways';
import type { KeptFile } from '../files/kept-files';
import type { FactLine, Option } from '../platform/web/figures';
import { FormState, typedList } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { removalsPaths } from '../removals/removals.paths';
import { structurePaths } from '../structures/structures.paths';
import type { Candidate } from './operation-standing';
import { areaOrDash } from './operation-words';
import { operationsPaths } from './operations.paths';

/** The form of a removal day (views/operations/form). */
export interface OperationFormPage extends Frame {
  title: string;
  heading: string;
  action: string;
  isNew: boolean;
  form: FormState;
  agencies: Option[];
  structures: StructureChoice[];
  /** Where it is said how a structure gets onto this list. */
  structuresLink: string;
  /** Is there one that would go by force? Then hours and emergency matter. */
  hasForced: boolean;
  filingHint: string;
  kept: KeptFile[];
  latest: FactLine[];
  backLink: string;
}

interface StructureChoice {
  id: number;
  number: number;
  place: string;
  area: string;
  way: string;
  link: string;
  isChosen: boolean;
  /** The other operation it is in. */
  other?: { label: string; link: string };
}

interface FormParts {
  compound: Compound;
  /** null for a new one. */
  operationId: number | null;
  candidates: readonly Candidate[];
  kept: KeptFile[];
  latest: FactLine[];
  today: CalendarDate;
}

/** The form of a removal day, new or to be changed. */
export function toOperationForm(parts: FormParts, form: FormState, frame: Frame): OperationFormPage {
  const { compound, operationId, candidates, kept, latest, today } = parts;
  const { code, name } = compound;
  const isNew = operationId === null;
  const heading = isNew ? '安排集中拆除行动' : '修改行动安排';
  const chosen = typedList(form.values.structures);
  return {
    ...frame,
    title: `${heading} · ${name}`,
    heading,
    action: isNew ? operationsPaths.index(code) : operationsPaths.show(operationId),
    isNew,
    form,
    agencies: toOptions(agencyNames),
    structures: candidates.map((one) => toChoice(one, { chosen, operationId })),
    structuresLink: removalsPaths.index(code),
    hasForced: candidates.some(({ way }) => way === 'forced'),
    filingHint: filingInWords(today),
    kept,
    latest,
    backLink: isNew ? operationsPaths.index(code) : operationsPaths.show(operationId),
  };
}

function toChoice(
  { structure, way, taken }: Candidate,
  { chosen, operationId }: { chosen: readonly string[]; operationId: number | null },
): StructureChoice {
  const { id, number, place, area } = structure;
  const isElsewhere = taken !== null && taken.id !== operationId;
  return {
    id,
    number,
    place,
    area: areaOrDash(area),
    way: removalWayNames[way],
    link: structurePaths.show(id),
    isChosen: chosen.includes(String(id)),
    ...(isElsewhere && {
      other: {
        label: `已在 ${dayInWords(taken.happensOn)}的「${taken.name}」里`,
        link: operationsPaths.show(taken.id),
      },
    }),
  };
}
