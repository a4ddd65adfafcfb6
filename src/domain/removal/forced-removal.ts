// May this structure be removed by force on this day? Everything at once: the clock, the papers, the pre-notice, the
// decision, halts, and the power (行政强制法 §34–44; 城乡规划法 §68; domain reference §3.4, §3.5). And from which day at all.
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, latestOf } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { byLaw } from './blocked';
import {
  decisionContentBlockers,
  decisionDeadlineBlockers,
  forcedDayBlockers,
  minimumSetBlockers,
  preNoticeBlockers,
} from './forced-rules';
import { conclusionBlockers } from './identification';
import { caseClock, countsFrom, recordOf, StatutoryCase } from './statutory-case';
import { haltBlockers, laterHaltBlockers } from './statutory-halts';
import { removalTrackNames, structureKinds } from './structure-kinds';

/** What speaks against removing it by force on this day? */
export function forcedBlockers(known: StatutoryCase, day: CalendarDate, calendar: WorkCalendar): Blocker[] {
  const track = forcedTrackBlockers(known);
  if (track.length > 0) return track;
  const decided = recordOf(known, 'decided');
  return [
    ...conclusionBlockers(known.kind, recordOf(known, 'identified') ? known.conclusion : null),
    ...preNoticeBlockers(known, day, calendar),
    ...(decided ? decisionContentBlockers(decided) : []),
    ...minimumSetBlockers(known, day, calendar),
    ...(decided ? decisionDeadlineBlockers(decided, day) : []),
    ...forcedDayBlockers(caseClock(known, day, calendar), day),
    ...haltBlockers(known.halts, day),
    ...laterHaltBlockers(known.halts, day),
  ];
}

/** Is there a forced removal at all for this kind? Only cases of the planning law have one here. */
export function forcedTrackBlockers({ kind }: Pick<StatutoryCase, 'kind'>): Blocker[] {
  const { track, organ, basis } = structureKinds[kind];
  if (track === 'planning') return [];
  const text = `「${removalTrackNames[track]}」的事项没有规划查处的强制拆除，由${organ}办理，请走劝导、自行拆除或助拆`;
  return [byLaw('track', text, basis)];
}

/** The first day on which force is not excluded by any period that is known; null while something has to come first. */
export function earliestForcedOn(
  known: StatutoryCase,
  day: CalendarDate,
  calendar: WorkCalendar,
): CalendarDate | null {
  const clock = caseClock(known, day, calendar);
  if (clock.earliestForcedOn === null) return null;
  const papers = (['urged', 'enforcement-decided', 'announced', 'government-ordered'] as const).map((step) =>
    recordOf(known, step),
  );
  const deadlines = [...papers, recordOf(known, 'decided')].map((record) =>
    record?.deadlineOn ? addDays(record.deadlineOn, 1) : null,
  );
  const served = papers.map((record) => countsFrom(record, calendar));
  const first = latestOf(clock.earliestForcedOn, ...served, ...deadlines)!;
  const gone = forcedBlockers(known, first, calendar);
  return gone.some(({ level }) => level === 'law') ? null : first;
}
