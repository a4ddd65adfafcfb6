// What other floors may ask about the surveys, as shapes; nothing is decided here.
import type { CalendarDate } from '../kernel/calendar-date';
import type { VisitTotals } from './door-visit';
import type { Severity } from './hazard';
import type { HazardGroupLine } from './hazard-summary';
import type { SurveyState } from './sign-off';

/** How far has the latest survey of a compound got, in numbers? */
export interface SurveySummary {
  compoundId: number;
  number: number;
  state: SurveyState;
  surveyedOn: CalendarDate;
  /** The day of the street's signature. */
  signedOn: CalendarDate | null;
  visits: VisitTotals;
  hazards: {
    count: number;
    open: number;
    /** Open hazards of grade 4. */
    severeOpen: number;
    bySeverity: Record<Severity, number>;
    byGroup: HazardGroupLine[];
  };
}

/** What may residents read of the latest signed survey? Counts and headings only: no place, no door, no typed text. */
export interface PublicSurvey {
  number: number;
  surveyedOn: CalendarDate;
  signedOn: CalendarDate;
  groups: HazardGroupLine[];
}
