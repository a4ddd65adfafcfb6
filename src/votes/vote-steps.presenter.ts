import { Frame } from '../compounds/workspace';
import { exactArea } from '../domain/kernel/area';
import { Blocker } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { voteOutcomeNames } from '../domain/meeting/vote-count';
import { weightInWords } from '../domain/meeting/vote-computation';
import { countRoleNames } from '../domain/meeting/vote-sheet';
import { VoteStep, voteStateNames, voteStepLabel } from '../domain/meeting/vote-steps';
import { Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { CountFigure, toCount } from './count.presenter';
import { VoteRecords, countOf } from './vote-records';
import { votePaths } from './votes.paths';

/** The page on which a step of a vote is confirmed (views/votes/step). */
export interface VoteStepPage extends Frame {
  title: string;
  heading: string;
  note: string;
  consequences: { what: string; now: string; after: string }[];
  reasons: { text: string; source?: string }[];
  wantsReason: boolean;
  /** Who watched and who counted; empty where it is not asked. */
  roles: Option[];
  /** The count that will be frozen. */
  count: CountFigure | null;
  isFinal: boolean;
  label: string;
  form: FormState;
  action: string;
  backLink: string;
}

interface StepView {
  records: VoteRecords;
  step: VoteStep;
  blockers: readonly Blocker[];
  today: CalendarDate;
}

const notes: Record<VoteStep, string> = {
  open: '开始表决以后，业主名册就按现在的门户、面积固定下来，表决事项和日期不能再改。',
  close: '计票以后，名册、每张票和结果都固定下来，不能再改动，也不能重新打开。请和监票人、计票人当场核对。',
  cancel: '取消以后不能恢复，已录的票留着备查，不计算结果。要重新表决请另外发起。',
};

/** What a step does, said before it is done. */
export function toVoteStep(
  { records, step, blockers }: StepView,
  form: FormState,
  frame: Frame,
): VoteStepPage {
  const { vote, compound } = records;
  const label = voteStepLabel(step);
  return {
    ...frame,
    title: `${label} · ${compound.name}`,
    heading: `${vote.title}：${label}`,
    note: notes[step],
    consequences: consequencesOf(records, step),
    reasons: blockers.map(({ text, source }) => ({ text, source })),
    wantsReason: step === 'cancel',
    roles: step === 'close' ? toOptions(countRoleNames) : [],
    count: step === 'close' ? toCount(records) : null,
    isFinal: step !== 'open',
    label,
    form,
    action: actions[step](vote.id),
    backLink: votePaths.show(vote.id),
  };
}

const actions: Record<VoteStep, (id: number) => string> = {
  open: votePaths.openings,
  close: votePaths.closings,
  cancel: votePaths.cancellations,
};

function consequencesOf(records: VoteRecords, step: VoteStep): VoteStepPage['consequences'] {
  const { vote, voters, ballots } = records;
  const state = (after: string) => ({ what: '表决状态', now: voteStateNames[vote.state], after });
  if (step === 'open') {
    const doors = voters.reduce((sum, voter) => sum + voter.doors.length, 0);
    const area = voters.reduce((sum, voter) => sum + voter.area, 0);
    const roster = `${voters.length} 个业主，${doors} 户，${exactArea(area)}`;
    return [
      state(voteStateNames.open),
      { what: '业主名册', now: roster, after: '固定，以后改名册不影响这次表决' },
      { what: '截止日期', now: dayInWords(vote.closesOn), after: '固定，截止以后收到的票无效' },
    ];
  }
  if (step === 'cancel') {
    const typed = { what: '已录的票', now: `${ballots.length} 张`, after: '留着备查，不计算结果' };
    return [state(voteStateNames.cancelled), ...(vote.openedOn === null ? [] : [typed])];
  }
  const { totals, outcome } = countOf(records);
  return [
    state(voteStateNames.closed),
    { what: '表决票', now: `${ballots.length} 张`, after: '固定，不能再改' },
    { what: '参与表决', now: weightInWords(totals.participating), after: '固定' },
    { what: '结果', now: '还没有计票', after: voteOutcomeNames[outcome] },
  ];
}
