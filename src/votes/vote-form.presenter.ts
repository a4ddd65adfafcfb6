import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { OwnersMatter, ownersMatters } from '../domain/meeting/matters';
import { ruleSentence } from '../domain/meeting/vote-computation';
import { voteFormNames } from '../domain/meeting/vote-sheet';
import { ruleInWords, ruleOn } from '../domain/rules/rule-book';
import { voteRuleOn } from '../domain/rules/vote-rules';
import type { OwnersMeeting } from '../meetings/meetings.totals';
import { FactLine, Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { keysOf, toOptions } from '../platform/web/options';
import { meetingInWords } from './vote-words';

/** The form of a vote, new or to be changed (views/votes/form). */
export interface VoteFormPage extends Frame {
  title: string;
  heading: string;
  action: string;
  isNew: boolean;
  form: FormState;
  matters: Option[];
  scopes: Option[];
  forms: Option[];
  meetings: Option[];
  noticeHint: string;
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  backLink: string;
}

interface FormView {
  compound: Compound;
  scopes: Option[];
  meetings: readonly OwnersMeeting[];
  today: CalendarDate;
}

type FormParts = Pick<
  VoteFormPage,
  'title' | 'heading' | 'action' | 'isNew' | 'form' | 'latest' | 'backLink'
>;

/** What is asked, of whom, when; each matter with what it takes to pass. */
export const toVoteForm = (view: FormView, parts: FormParts, frame: Frame): VoteFormPage => ({
  ...frame,
  ...parts,
  matters: keysOf(ownersMatters).map((matter) => matterOption(matter, view.today)),
  scopes: view.scopes,
  forms: toOptions(voteFormNames),
  meetings: view.meetings.map((meeting) => ({ value: String(meeting.id), label: meetingInWords(meeting) })),
  noticeHint: noticeHint(view.today),
});

/** A matter with the rule of today; a vote of another day is judged by that of its own. */
function matterOption(matter: OwnersMatter, today: CalendarDate): Option {
  const { name, source } = ownersMatters[matter];
  const rule = voteRuleOn(matter, today);
  return { value: matter, label: name, hint: rule ? `${ruleSentence(rule)}。${source}` : source };
}

function noticeHint(today: CalendarDate): string {
  const rule = ruleOn('meeting.owners-notice-days', today);
  const days = rule ? `全院表决要在开始前 ${ruleInWords(rule)}张贴（${rule.source}）。` : '';
  return `${days}还没贴的先留空，保存后在表决页张贴`;
}
