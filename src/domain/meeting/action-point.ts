// What was agreed that somebody does until a day (督办事项): it stays on the list of the compound until it is done or
// dropped, across meetings and renovations; a day that is moved keeps the old one and the reason (cases C2, C5; field-
// lessons 53–55; domain reference §4.7 action_items).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { rolesFor } from '../people/permissions';
import { Role, roleNames } from '../people/roles';
import type { MeetingParty } from './meeting-parties';

/** Is it still to be done? */
export type ActionPointState = 'open' | 'done' | 'dropped';

/** What is each state called? */
export const actionPointStateNames: Record<ActionPointState, string> = {
  open: '办理中',
  done: '已办结',
  dropped: '不再办理',
};

/** What can be done with it? */
export type ActionPointStep = 'finish' | 'drop' | 'reopen';

/** What is each step called, and what does its note say? */
export const actionPointStepNames: Record<ActionPointStep, string> = {
  finish: '办结',
  drop: '不再办理',
  reopen: '重新办理',
};

/** The step as it is judged: on which day, and the note that goes with it. */
interface ActionPointStepFacts {
  on: CalendarDate;
  note: string;
  writtenOn: CalendarDate;
  today: CalendarDate;
}

const by = rolesFor('meeting.edit');

/** Every step; also of points of a renovation that is over. */
export const actionPointLifecycle: Lifecycle<ActionPointStep, ActionPointState, Role, ActionPointStepFacts> =
  {
    finish: {
      from: ['open'],
      to: 'done',
      by,
      label: actionPointStepNames.finish,
      blockers: stepFactBlockers,
    },
    drop: { from: ['open'], to: 'dropped', by, label: actionPointStepNames.drop, blockers: stepFactBlockers },
    reopen: {
      from: ['done', 'dropped'],
      to: 'open',
      by,
      label: actionPointStepNames.reopen,
      blockers: stepFactBlockers,
    },
  };

/** What speaks against this step now? */
export const actionPointStepBlockers = (
  step: ActionPointStep,
  state: ActionPointState,
  role: Role,
  facts: ActionPointStepFacts,
): Blocker[] =>
  stepBlockers(
    actionPointLifecycle,
    step,
    { state, role, facts },
    { states: actionPointStateNames, roles: roleNames },
  );

function stepFactBlockers({ on, note, writtenOn, today }: ActionPointStepFacts): Blocker[] {
  const found: Blocker[] = [];
  if (on > today) found.push(houseRule('action-point.future', '「日期」不能晚于今天'));
  if (on < writtenOn) {
    const text = `「日期」不能早于这件事议定的日期 ${dayInWords(writtenOn)}`;
    found.push(houseRule('action-point.before', text));
  }
  if (!note.trim()) found.push(houseRule('action-point.note', '请写明怎样办的，或为什么不再办理、重新办理'));
  return found;
}

/** A new point: what, who answers, until when; `firmId` where a firm of the renovation answers. */
export interface ActionPointDraft {
  text: string;
  party: MeetingParty;
  firmId: number | null;
  dueOn: CalendarDate;
}

/** What speaks against these new points of a meeting held on this day? `firms` are those of the renovation. */
export function actionPointBlockers(
  drafts: readonly ActionPointDraft[],
  writtenOn: CalendarDate,
  firms: readonly { firmId: number; party: MeetingParty }[],
): Blocker[] {
  return drafts.flatMap(({ dueOn, firmId, party }, at) => {
    const found: Blocker[] = [];
    if (dueOn < writtenOn) {
      const text = `第 ${at + 1} 条督办事项的期限不能早于会议日期 ${dayInWords(writtenOn)}`;
      found.push(houseRule('action-point.due', text));
    }
    if (firmId !== null && !firms.some((firm) => firm.firmId === firmId && firm.party === party)) {
      const text = `第 ${at + 1} 条督办事项的责任单位不在这次改造的参建单位里，请重新选择`;
      found.push(houseRule('action-point.firm', text));
    }
    return found;
  });
}

/** What speaks against moving the day? */
export function dueChangeBlockers(
  point: { state: ActionPointState; dueOn: CalendarDate },
  change: { dueOn: CalendarDate; reason: string },
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  if (point.state !== 'open') {
    const text = `这件事${actionPointStateNames[point.state]}，不用再改期限`;
    found.push(houseRule('action-point.ended', text));
  }
  if (change.dueOn === point.dueOn) {
    found.push(houseRule('action-point.same-due', '新的期限和原来一样，请改成别的日期'));
  }
  if (change.dueOn < today) found.push(houseRule('action-point.past-due', '新的期限不能早于今天'));
  if (!change.reason.trim()) found.push(houseRule('action-point.due-reason', '请写明为什么改期限'));
  return found;
}

/** How many days over is it? 0 when it is not, or not any more. */
export const daysOverdue = (
  { state, dueOn }: { state: ActionPointState; dueOn: CalendarDate },
  today: CalendarDate,
): number => (state === 'open' ? Math.max(0, daysBetween(dueOn, today)) : 0);
