import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { Blocker } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import { meetingKinds, noticeRuleOf } from '../domain/meeting/meeting-kinds';
import { meetingLifecycle } from '../domain/meeting/meeting-lifecycle';
import { minutesDueOn } from '../domain/meeting/meeting-times';
import { ActionLink } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { ConfirmedStep } from './meeting.forms';
import { MeetingAtPlace, MeetingRecords } from './meeting-records';
import { Calendar, meetingHeading, meetingMark } from './meeting-words';
import { meetingPaths } from './meetings.paths';

/** The one thing to do next with a meeting, and why it waits where it does. */
interface NextStep {
  next?: ActionLink;
  nextNote: string;
}

/** What comes next? */
export function nextStepOf({ meeting, notice }: MeetingRecords, { today, workDays }: Calendar): NextStep {
  const { id, kind, state, plannedOn, heldOn } = meeting;
  const lead = (label: string, link: string): ActionLink => ({ label, link, primary: true });
  switch (state) {
    case 'planned':
      if (plannedOn <= today) return { next: lead('记会议记录', meetingPaths.minutes(id)), nextNote: '' };
      if (!notice && noticeRuleOf(kind, plannedOn))
        return { nextNote: '先张贴会议通知，并在「登记通知」里登记' };
      return {
        next: lead('打印会议议程', meetingPaths.printAgenda(id)),
        nextNote: `${dayInWords(plannedOn)} 开会以后记会议记录`,
      };
    case 'held':
      return {
        next: lead('继续记录，完成纪要', meetingPaths.minutes(id)),
        nextNote: `纪要请在 ${dayInWords(minutesDueOn(heldOn!, workDays))} 前完成`,
      };
    case 'minutes-done': {
      const publish = lead('公布纪要', meetingPaths.publication(id));
      return meetingKinds[kind].publishes
        ? { next: publish, nextNote: '先看「居民将看到」，再公布' }
        : { next: { ...publish, primary: false }, nextNote: '这类会议的纪要可以不公布' };
    }
    case 'published':
    case 'cancelled':
      return { nextNote: '' };
  }
}

/** What else can be done; prints are for everybody who reads the meeting. */
export function otherSteps(
  { meeting, notice }: MeetingRecords,
  { open, isOffice }: { open: boolean; isOffice: boolean },
): ActionLink[] {
  const { id, state } = meeting;
  const isPlanned = state === 'planned';
  const isAgendaNext =
    open && isPlanned && (notice !== null || !noticeRuleOf(meeting.kind, meeting.plannedOn));
  return [
    ...(open && isPlanned ? [{ label: '修改安排', link: meetingPaths.edit(id) }] : []),
    ...(state === 'cancelled' || isAgendaNext
      ? []
      : [{ label: '打印会议议程', link: meetingPaths.printAgenda(id) }]),
    ...(isPlanned || state === 'held' ? [{ label: '打印签到表', link: meetingPaths.printSignIn(id) }] : []),
    ...(isPlanned || state === 'cancelled'
      ? []
      : [{ label: '打印会议纪要', link: meetingPaths.printMinutes(id) }]),
    ...(open ? stepLinks(meeting.state, id) : []),
  ].filter(({ link }) => isOffice || !link.includes('sign-in'));
}

function stepLinks(state: MeetingRecords['meeting']['state'], id: number): ActionLink[] {
  const correct = { label: meetingLifecycle.correct.label, link: meetingPaths.publication(id) };
  const steps = (['cancel', 'reopen', 'withdraw'] as const)
    .filter((step) => meetingLifecycle[step].from.includes(state))
    .map((step) => ({ label: meetingLifecycle[step].label, link: meetingPaths.step(id, step) }));
  return state === 'published' ? [correct, ...steps] : steps;
}

/** The question before a step that needs a reason (views/meetings/step). */
export interface MeetingStepPage extends Frame {
  title: string;
  heading: string;
  note: string;
  consequences: { what: string; now: string; after: string }[];
  reasons: Blocker[];
  step: ConfirmedStep;
  label: string;
  isFinal: boolean;
  reasonLabel: string;
  action: string;
  form: FormState;
  backLink: string;
}

const stepWords: Record<
  ConfirmedStep,
  { note: string; reasonLabel: string; after: string; others: [string, string, string][] }
> = {
  cancel: {
    note: '会议取消后不能再记纪要，这一条会留在会议列表里。要换时间请用「修改安排」。',
    reasonLabel: '为什么取消',
    after: '已取消',
    others: [['已张贴的通知', '公示中', '撤下，请把张贴的纸也取下']],
  },
  reopen: {
    note: '纪要打开后可以再改，改完要重新「完成纪要」才能公布。',
    reasonLabel: '为什么重新打开',
    after: '纪要待完成',
    others: [],
  },
  withdraw: {
    note: '撤下后居民看不到这次会议的纪要，公布过的文字留在这里备查。只是写错了，请用「更正已公布的纪要」。',
    reasonLabel: '为什么撤下',
    after: '纪要待公布',
    others: [['居民', '能看到这次会议的纪要', '看不到'] as [string, string, string]],
  },
};

/** What is different once the step is taken. */
export function toMeetingStep(
  { meeting, compound }: MeetingAtPlace & { compound: Compound },
  step: ConfirmedStep,
  parts: { reasons: Blocker[]; calendar: Calendar; form: FormState },
  frame: Frame,
): MeetingStepPage {
  const { note, reasonLabel, after, others } = stepWords[step];
  const { label } = meetingLifecycle[step];
  return {
    ...frame,
    title: `${label} · ${compound.name}`,
    heading: `${label}：${meeting.title}`,
    note,
    consequences: [
      { what: meetingHeading(meeting), now: meetingMark(meeting, parts.calendar).word, after },
      ...others.map(([what, now, then]) => ({ what, now, after: then })),
    ],
    reasons: parts.reasons,
    step,
    label,
    isFinal: step !== 'reopen',
    reasonLabel,
    action: meetingPaths.steps(meeting.id),
    form: parts.form,
    backLink: meetingPaths.show(meeting.id),
  };
}
