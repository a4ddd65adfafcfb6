import { KnownRenovation, publicRenovation } from '../domain/disclosure/renovation';
import { publicStanding, PublicStanding } from '../domain/disclosure/standing';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { Position } from '../domain/renovation/stages';
import { StatusMark } from '../platform/web/figures';
import { publicPaths } from './public-site.paths';

/** One compound of a public list: raw columns of the register, its current renovation and the stage it is in. */
export interface YardLine {
  id: number;
  code: string;
  name: string;
  streetId: number;
  community: string | null;
  /** null before a renovation is opened; the other columns of it too. */
  stage: Position['stage'] | null;
  state: Position['state'] | null;
  removal: Position['removal'] | null;
  stateReason: string | null;
  closedOn: CalendarDate | null;
  plannedEndOn: CalendarDate | null;
  forecastEndOn: CalendarDate | null;
  endedOn: CalendarDate | null;
}

/** One compound in a public list: the whole row is the link. */
export interface Yard {
  link: string;
  name: string;
  status: StatusMark;
  line: string;
}

/** A line as it is shown. */
export function toYard(line: YardLine, today: CalendarDate): Yard {
  const { mark, word, sentence, reason } = standingOf(line, today);
  const said = line.state === 'paused' || line.state === 'cancelled' ? (reason ?? sentence) : sentence;
  return {
    link: publicPaths.compound(line.code),
    name: line.name,
    status: { state: mark, word },
    line: [line.community, said].filter(Boolean).join(' · '),
  };
}

/** Is the stage it is in overdue, or expected later than planned? */
export function isLate({ state, plannedEndOn, forecastEndOn }: YardLine, today: CalendarDate): boolean {
  if (state !== 'active' || !plannedEndOn) return false;
  return today > plannedEndOn || (forecastEndOn !== null && forecastEndOn > plannedEndOn);
}

/** Where the compound of a line stands, said by the law from the stage it is in. */
function standingOf(line: YardLine, today: CalendarDate): PublicStanding {
  const { stage, state, removal } = line;
  if (!stage || !state || !removal) return publicStanding(null, today);
  const { stateReason, closedOn, plannedEndOn, forecastEndOn, endedOn } = line;
  const dates = { stage, plannedStartOn: null, plannedEndOn, forecastEndOn, startedOn: null, endedOn };
  const known: KnownRenovation = {
    ...{ stage, state, removal, stateReason, closedOn, dates: [dates] },
    ...{ sequence: 1, name: '', track: 'district', summary: null, openedOn: today },
    ...{ delays: [], evidence: [], exceptions: [] },
  };
  return publicStanding(publicRenovation(known, today), today);
}
