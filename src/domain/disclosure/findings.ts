// What a signed survey found, told to everybody: headings and counts in the words of the catalogue. Places, notes and
// photos of single findings may point at a household and stay inside (domain reference §9.1).
import type { CalendarDate } from '../kernel/calendar-date';
import type { PublicSurvey } from '../survey/survey-summary';

/** What was found, for everybody. */
export interface PublicFindings {
  signedOn: CalendarDate;
  count: number;
  controlled: number;
  groups: { name: string; count: number; controlled: number; remedies: string[] }[];
}

/** Takes the counts out of the summary of the survey room, and adds them up. */
export function publicFindings({ signedOn, groups }: PublicSurvey): PublicFindings {
  return {
    signedOn,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    controlled: groups.reduce((sum, { controlled }) => sum + controlled, 0),
    groups: groups.map(({ name, count, controlled, remedies }) => ({ name, count, controlled, remedies })),
  };
}
