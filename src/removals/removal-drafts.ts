import type { Area } from '../domain/kernel/area';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { Organ } from '../domain/removal/competence';
import type { Belongings } from '../domain/removal/removal-result';
import type { DemolitionFirm, WeatherCheck } from '../domain/removal/removal-rules';
import type { PreparedFile } from '../files/uploads.service';

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
