// When does a public page say that nobody has told anything for long? The days are a rule of the book; what has ended or
// never began is not expected to change (staleness is shown, never hidden: practice of FixMyStreet).
import { CalendarDate, daysBetween } from '../kernel/calendar-date';
import { isGoingOn } from '../renovation/going-on';
import type { RenovationState } from '../renovation/stages';
import { valueOn } from '../rules/rule-book';

/** What is known of the last thing told; `state` is null before a renovation is opened. */
export interface LastTold {
  state: RenovationState | null;
  changedOn: CalendarDate | null;
}

/** For how many days has nothing been told? null while the page is fresh enough or nothing is expected. */
export function staleDays({ state, changedOn }: LastTold, today: CalendarDate): number | null {
  if (changedOn === null || !isGoingOn(state)) return null;
  const days = daysBetween(changedOn, today);
  return days > staleAfterDays(today) ? days : null;
}

/** After how many days without a word is a page stale? */
export const staleAfterDays = (today: CalendarDate): number => valueOn('page.stale-days', today);

/**
 * The steps recorded of a compound that residents see nothing of; they do not make a page fresh. What is seen only
 * sometimes (a wish, until somebody has looked at its words) is silent too: a page says too little rather than too much.
 */
export const silentActions: readonly string[] = [
  ...['file.attached', 'file.original-read'],
  ...['household.called', 'call.withdrawn', 'sheet.typed', 'wish.taken'],
  ...['meeting.planned', 'meeting.changed', 'meeting.recorded'],
  ...['meeting.minutes-finished', 'meeting.minutes-reopened'],
  ...['point.written', 'point.finished', 'point.dropped', 'point.reopened', 'point.due-moved'],
  ...['notice.photographed', 'roster.changed', 'vote.prepared', 'vote.changed'],
  ...['plan.begun', 'plan.changed', 'plan.item-added', 'plan.item-changed', 'plan.item-removed'],
  ...['plan.drawings-changed', 'plan.dropped'],
  ...['structure.registered', 'structure.changed', 'structure.pinned'],
  ...['persuasion.recorded', 'persuasion.withdrawn'],
  ...['paper.recorded', 'paper.served', 'paper.withdrawn', 'remedies.changed'],
  ...['halt.recorded', 'halt.ended', 'halt.withdrawn'],
  ...['viewpoint.registered', 'viewpoint.changed', 'viewpoint.pinned', 'viewpoint.retired'],
  ...['viewpoint.resumed', 'viewpoint.photographed', 'hint.answered'],
  ...['sketch.replaced', 'zone.added', 'zone.changed', 'zone.pinned', 'zone.removed', 'ground.read'],
];
