import type { Compound } from '../compounds/compound.entity';
import type { DoorHistoryLine, DoorLayer, DoorMark } from '../compounds/door-layers';
import type { DoorLine } from '../compounds/doors.service';
import type { Frame } from '../compounds/workspace';
import { doorInWords } from '../domain/compound/doors';
import { dwellingUseNames } from '../domain/compound/words';
import { addDays, CalendarDate, compareDates, dayInWords } from '../domain/kernel/calendar-date';
import { callOutcomeNames } from '../domain/meeting/household-call';
import {
  HouseholdQuestion,
  consentQuestions,
  householdQuestions,
} from '../domain/meeting/household-questions';
import { wishKindNames } from '../domain/meeting/wish';
import { visitorRoleNames } from '../domain/survey/door-visit';
import type { FactLine, Option, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { AnsweredCall } from './households.desk';
import { householdPaths } from './households.paths';

/** One thing that happened at a door. */
interface HistoryLine {
  day: string;
  status: StatusMark;
  what: string;
  by: string;
  note: string;
  withdrawn: string;
  withdrawLink: string;
}

/** One question of the form. */
interface AskedQuestion {
  name: string;
  label: string;
  options: Option[];
}

/** One door: where it stands on every layer, everything that happened, the form of one call (views/households/history). */
export interface HistoryPage extends Frame {
  title: string;
  heading: string;
  /** What the door is, where it is no dwelling. */
  use: string;
  standings: { label: string; status: StatusMark }[];
  /** Why nothing can be recorded; empty where the form is shown. */
  closed: string;
  form: FormState;
  action: string;
  outcomes: Option[];
  consent: AskedQuestion[];
  later: AskedQuestion[];
  days: Option[];
  roles: Option[];
  wishKinds: Option[];
  history: HistoryLine[];
  previousLink: string;
  nextLink: string;
  backLink: string;
}

interface HistoryView {
  compound: Compound;
  door: DoorLine;
  standings: { layer: Pick<DoorLayer, 'label'>; mark?: DoorMark }[];
  lines: readonly DoorHistoryLine[];
  neighbours: { previous?: DoorLine; next?: DoorLine };
  closed: string;
  mayEdit: boolean;
  today: CalendarDate;
}

/** One door as a page. */
export function toHistory(view: HistoryView, form: FormState, frame: Frame): HistoryPage {
  const { compound, door, neighbours, today } = view;
  const words = doorInWords(door);
  const linkOf = (one?: DoorLine) => (one ? householdPaths.history(one.id) : '');
  return {
    ...frame,
    // At a door only the plate and the tabs are needed above the form.
    head: { ...frame.head, facts: [], actions: [] },
    title: `${words} · ${compound.name}`,
    heading: words,
    use: door.use === 'dwelling' ? '' : `${dwellingUseNames[door.use]}，不计入户数`,
    standings: view.standings.map(({ layer, mark }) => ({ label: layer.label, status: mark ?? unknown })),
    closed: view.closed,
    form,
    action: householdPaths.calls(door.id),
    outcomes: toOptions(callOutcomeNames),
    consent: consentQuestions.map((question) => toAsked(question)),
    later: [toAsked('satisfaction'), toAsked('gate-card', 'gateCard')],
    days: dayOptions(form, today),
    roles: toOptions(visitorRoleNames),
    wishKinds: toOptions(wishKindNames),
    history: toHistoryLines(view.lines, view.mayEdit),
    previousLink: linkOf(neighbours.previous),
    nextLink: linkOf(neighbours.next),
    backLink: householdPaths.matrix(compound.code),
  };
}

const unknown: StatusMark = { state: 'idle', word: '—' };

function toAsked(question: HouseholdQuestion, name: string = question): AskedQuestion {
  const { about, answers } = householdQuestions[question];
  return { name, label: about, options: [...toOptions(answers), { value: '', label: '没问' }] };
}

/** Today and yesterday as one tap; the day of a form that was refused after midnight stays among them. */
export function dayOptions(form: FormState, today: CalendarDate): Option[] {
  const yesterday = addDays(today, -1);
  const typed = form.values.calledOn;
  const known: Option[] = [
    { value: today, label: '今天', hint: dayInWords(today) },
    { value: yesterday, label: '昨天', hint: dayInWords(yesterday) },
  ];
  if (typeof typed !== 'string' || typed === '' || known.some(({ value }) => value === typed)) return known;
  return [...known, { value: typed, label: typed }];
}

/** Everything that happened, the latest first; what came of one day stays in the order of its room. */
function toHistoryLines(lines: readonly DoorHistoryLine[], mayEdit: boolean): HistoryLine[] {
  return [...lines]
    .sort((one, other) => compareDates(other.on, one.on))
    .map(({ on, status, what, by = '', note = '', withdrawn = '', withdrawLink = '' }) => ({
      day: dayInWords(on),
      status,
      what,
      by,
      note,
      withdrawn,
      withdrawLink: mayEdit ? withdrawLink : '',
    }));
}

/** Taking a call back: what it is, what happens, and the reason (views/households/withdraw). */
export interface CallWithdrawalPage extends Frame {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  /** Why it cannot be taken back; empty where the form is shown. */
  reasons: { text: string }[];
  form: FormState;
  action: string;
  backLink: string;
}

/** The question before a call is taken back. */
export function toCallWithdrawal(
  view: { compound: Compound; call: AnsweredCall; door: DoorLine; closed: string },
  told: DoorHistoryLine,
  form: FormState,
  frame: Frame,
): CallWithdrawalPage {
  const { compound, call, door, closed } = view;
  const against = call.withdrawnOn ? '这条走访记录已经作废' : closed;
  return {
    ...frame,
    title: `作废走访记录 · ${compound.name}`,
    heading: `作废走访记录：${doorInWords(door)}`,
    note: '作废后这条记录仍可查看，但不再计入统计，前一次的意愿重新算数。记错了才作废，意愿有变化请另记一次。',
    reasons: against ? [{ text: against }] : [],
    facts: [
      { term: '走访日期', value: dayInWords(call.calledOn) },
      { term: '到户结果', value: callOutcomeNames[call.outcome] },
      { term: '记下的内容', value: told.what },
      { term: '走访和登记', value: told.by ?? '' },
      { term: '情况记录', value: call.note || '—' },
    ],
    form,
    action: householdPaths.callWithdrawals(call.id),
    backLink: householdPaths.history(door.id),
  };
}
