import { Frame } from '../compounds/workspace';
import { CalendarDate, dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import { Blocker } from '../domain/kernel/blocker';
import { hangs } from '../domain/meeting/notice';
import { resultPosting } from '../domain/meeting/vote-sheet';
import { VoteStep, voteStepLabel } from '../domain/meeting/vote-steps';
import { meetingPaths } from '../meetings/meetings.paths';
import type { OwnersMeeting } from '../meetings/meetings.totals';
import { NoticeFigure, toNoticeFigure } from '../notices/notice.figure';
import { ActionLink, FactLine, StatusMark } from '../platform/web/figures';
import { CountFigure, toCount } from './count.presenter';
import { VoteRecords, noticeDayOf, noticeHangs, scopeOf } from './vote-records';
import { partInWords } from './vote-scopes';
import { meetingInWords, rolesInWords, sheetFacts, voteMark } from './vote-words';
import { votePaths } from './votes.paths';

/** A step that is offered, and every reason that still speaks against it. */
export interface VoteStepLine {
  label: string;
  link: string;
  primary: boolean;
  reasons: { text: string; source?: string }[];
}

/** One vote (views/votes/show). */
export interface VotePage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  facts: FactLine[];
  question: string;
  /** Why it was called off. */
  cancelled: string;
  steps: VoteStepLine[];
  /** Where ballots are typed, or were. */
  ballots: ActionLink | null;
  roster: string;
  /** null while the vote is prepared. */
  count: CountFigure | null;
  notices: NoticeFigure[];
  /** Whether the result is posted in its days. */
  posting: StatusMark | null;
  prints: ActionLink[];
  links: ActionLink[];
  /** Digest of a counted vote, and whether the record still agrees with it. */
  seal: { digest: string; status: StatusMark } | null;
  backLink: string;
}

/** What the page is made from besides the vote itself. */
export interface VoteView {
  records: VoteRecords;
  doors: Parameters<typeof partInWords>[1];
  /** What speaks against each step; steps this person may not take are left out. */
  offered: { step: VoteStep; blockers: Blocker[] }[];
  mayEdit: boolean;
  /** The digest of the record as it lies there now. */
  digestNow: string | null;
  meeting: OwnersMeeting | null;
  today: CalendarDate;
}

/** A vote: what is asked, what is missing, what comes next. */
export function toVote(view: VoteView, frame: Frame): VotePage {
  const { records, doors, today, digestNow } = view;
  const { vote, compound, voters } = records;
  const part = partInWords(scopeOf(vote), doors);
  const doorCount = voters.reduce((sum, { doors: own }) => sum + own.length, 0);
  return {
    ...frame,
    title: `${vote.title} · ${compound.name}`,
    heading: vote.title,
    status: voteMark(vote, today),
    facts: [...sheetFacts(vote, part, noticeDayOf(records), today), ...moreFacts(view)],
    question: vote.question,
    cancelled: vote.cancelledOn ? `${dayInWords(vote.cancelledOn)} 取消：${vote.cancelledReason}` : '',
    steps: toSteps(view),
    ballots: ballotsLink(view),
    roster: `${voters.length} 个业主，${doorCount} 户${vote.openedOn ? `，${dayInWords(vote.openedOn)} 起固定不变` : '，开始表决时固定'}`,
    count: vote.openedOn === null ? null : toCount(records),
    notices: [records.resultNotice, records.notice]
      .filter((notice) => notice !== null)
      .map((notice) => toNoticeFigure(notice, notice.photos, today)),
    posting: postingMark(view),
    prints: printLinks(view),
    links: moreLinks(view),
    seal:
      vote.digest === null
        ? null
        : {
            digest: vote.digest,
            status:
              vote.digest === digestNow
                ? { state: 'done', word: '与计票时一致' }
                : { state: 'late', word: '与计票时不一致，请报系统管理员核查' },
          },
    backLink: votePaths.index(compound.code),
  };
}

function moreFacts({ records: { vote }, meeting }: VoteView): FactLine[] {
  const facts: FactLine[] = meeting
    ? [{ term: '会议', value: meetingInWords(meeting), link: meetingPaths.show(meeting.id) }]
    : [];
  if (vote.closedOn === null) return facts;
  return [
    ...facts,
    { term: '计票', value: dayInWords(vote.closedOn) },
    { term: '监票人', value: rolesInWords(vote.watchers) },
    { term: '计票人', value: rolesInWords(vote.counters) },
  ];
}

/** The next step is the one to press; the others are there. */
function toSteps(view: VoteView): VoteStepLine[] {
  const { records, offered, mayEdit } = view;
  const { vote } = records;
  const links: Record<VoteStep, string> = {
    open: votePaths.open(vote.id),
    close: votePaths.close(vote.id),
    cancel: votePaths.cancel(vote.id),
  };
  const steps = offered.map(({ step, blockers }) => ({
    label: voteStepLabel(step),
    link: links[step],
    primary: step !== 'cancel' && blockers.length === 0,
    reasons: blockers.map(({ text, source }) => ({ text, source })),
  }));
  const next = mayEdit ? noticeStep(view) : null;
  return next ? [next, ...steps.map((step) => ({ ...step, primary: step.primary && !next.primary }))] : steps;
}

function noticeStep({ records, today }: VoteView): VoteStepLine | null {
  const { vote } = records;
  const link = votePaths.newNotice(vote.id);
  if (vote.state === 'draft' && !noticeHangs(records)) {
    return { label: '张贴表决公告', link, primary: noticeDayOf(records) === null, reasons: [] };
  }
  if (vote.state !== 'closed' || vote.closedOn === null) return null;
  const postedOn = resultPostedOn(records);
  if (postedOn) return null;
  const { dueOn } = resultPosting({ closedOn: vote.closedOn, postedOn }, today);
  const label = dueOn ? `公示结果（最晚 ${dayInWords(dueOn)}）` : '公示结果';
  return { label, link, primary: true, reasons: [] };
}

const resultPostedOn = ({ resultNotice }: VoteRecords): CalendarDate | null =>
  hangs(resultNotice) ? resultNotice.postedOn : null;

function postingMark({ records, today }: VoteView): StatusMark | null {
  const { closedOn } = records.vote;
  if (closedOn === null) return null;
  const { standing, dueOn } = resultPosting({ closedOn, postedOn: resultPostedOn(records) }, today);
  switch (standing) {
    case 'posted':
      return { state: 'done', word: '结果已公示' };
    case 'late':
      return {
        state: 'late',
        word: `结果最晚 ${dayInWords(dueOn!)} 公示，已超过 ${daysBetween(dueOn!, today)} 天`,
      };
    case 'due':
      return { state: 'doing', word: `结果最晚 ${dayInWords(dueOn!)} 公示` };
    case 'not-asked':
      return { state: 'idle', word: '结果还没有公示' };
  }
}

function ballotsLink({ records: { vote }, offered, mayEdit }: VoteView): ActionLink | null {
  if (vote.openedOn === null) return null;
  const link = votePaths.ballots(vote.id);
  if (vote.state !== 'open' || !mayEdit) return { label: '看各户是否交回', link };
  const isCounting = offered.some(({ step, blockers }) => step === 'close' && blockers.length === 0);
  return { label: '录表决票', link, primary: !isCounting };
}

function printLinks({ records: { vote }, mayEdit }: VoteView): ActionLink[] {
  const print = (label: string, link: string): ActionLink => ({ label, link, icon: 'printer' });
  return [
    ...(vote.state === 'cancelled'
      ? []
      : [print('表决票', votePaths.paper(vote.id)), print('签领表', votePaths.signSheet(vote.id))]),
    ...(vote.openedOn === null ? [] : [print('计算过程', votePaths.computation(vote.id))]),
    ...(vote.state === 'closed' && mayEdit
      ? [print('各户票（供业主查阅）', votePaths.inspection(vote.id))]
      : []),
  ];
}

function moreLinks({ records, mayEdit }: VoteView): ActionLink[] {
  const { vote, compound } = records;
  return [
    ...(vote.state === 'draft' && mayEdit && !noticeHangs(records)
      ? [{ label: '修改', link: votePaths.edit(vote.id) }]
      : []),
    ...(vote.state === 'draft' ? [{ label: '业主名册', link: votePaths.owners(compound.code) }] : []),
  ];
}
