import type { Area } from '../domain/kernel/area';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { Organ } from '../domain/removal/competence';
import type { Belongings } from '../domain/removal/removal-result';
import type { DemolitionFirm, WeatherCheck } from '../domain/removal/removal-rules';
import type { RemovalWay } from '../domain/removal/removal-ways';
import type { Ownership } from '../domain/removal/structure';
import type { StructureStep } from '../domain/removal/structure-lifecycle';
import type { PreparedFile } from '../files/uploads.service';
import type { StructureFileKind } from '../structures/structure.entities';

/** A firm that is engaged to demolish. */
export interface EngagedFirm extends DemolitionFirm {
  name: string;
}

/** What is written down of a forced removal besides: its record (执行笔录), who wrote it, who took part. */
export interface ForcedRecord {
  documentNumber: string;
  organ: Organ;
  /** How many officers with certificates took part? */
  officers: number;
  /** Scans of the record; there must be one. */
  files: PreparedFile[];
}

/** What is written down of a structure that was taken down; judged by `removedOn`. */
export interface RemovalDraft {
  /** The version of the structure that was seen; null to take the one of now. */
  version: number | null;
  removedOn: CalendarDate;
  /** Wall clock 'HH:mm'; null where people removed it themselves. */
  from: string | null;
  to: string | null;
  /** Measured, integer of 0.01 ㎡; null for kinds that cover no ground. */
  area: Area | null;
  belongings: Belongings;
  wasteCleared: boolean;
  weather: WeatherCheck | null;
  firm: EngagedFirm | null;
  /** Was water, power, heat or gas cut to make people leave? Then nothing is written down (D03). */
  cutsUtilities: boolean;
  /** Why it could not wait for the day; empty without an emergency. */
  emergency: string;
  reason: string;
  files: { after: PreparedFile[]; inventory: PreparedFile[]; waste: PreparedFile[] };
  /** Set where it was removed by force; the street manager alone may. */
  force: ForcedRecord | null;
}

/** A removal that was found not to have lasted. */
export interface ReopenDraft {
  happenedOn: CalendarDate;
  reason: string;
}

/** What was agreed on; `signedOn` is null while nothing is signed. */
export interface AgreementDraft {
  way: RemovalWay | null;
  signedOn: CalendarDate | null;
  identityChecked: boolean;
  removeByOn: CalendarDate | null;
  /** The day it shall be gone by the plan of the office. */
  plannedOn: CalendarDate | null;
}

/** Any step with a structure, as a form, a removal day or a patrol gives it. */
export interface StepDraft {
  step: StructureStep;
  /** The version of the structure that was seen; null to take the one of now. */
  version: number | null;
  happenedOn: CalendarDate;
  reason: string;
  files: Partial<Record<StructureFileKind, PreparedFile[]>>;
  agreement?: AgreementDraft;
  ownership?: Ownership;
  removal?: RemovalDraft;
  /** Measured at the verification; null to keep what was measured before. */
  verifiedArea?: Area | null;
}
