import type { ConsentAnswerResult, ConsentResult } from '../domain/disclosure/consent-result';
import type { PublicConsultation } from '../domain/disclosure/consultation';
import type { VoteResult, VoteStanding } from '../domain/disclosure/vote-result';
import { areaInWords } from '../domain/kernel/area';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { shareInWords, exactShare } from '../domain/kernel/ratio';
import { householdQuestions } from '../domain/meeting/household-questions';
import type { PublicMeeting } from '../domain/meeting/public-meeting';
import type { PublicChoiceCount } from '../domain/meeting/public-vote';
import { BarFigure, StatusMark } from '../platform/web/figures';
import { publicPaths } from './public-site.paths';

/** A meeting: the decisions first, the minutes behind. */
export interface MeetingLine {
  about: string;
  decisions: string[];
  minutes: { label: string; link: string };
}

/** A vote with its numbers; the table is there once it is closed. */
export interface VoteBlock {
  title: string;
  status: StatusMark;
  matter: string;
  when: string;
  sentence: string;
  rows?: { name: string; persons: string; personShare: string; area: string; areaShare?: string }[];
  /** Why there are no numbers of who chose what. */
  note?: string;
  threshold: string;
}

/** The posted result of asking door by door. */
export interface ConsentBlock {
  about: string;
  answers: { question: string; status?: StatusMark; bar: BarFigure; line: string; policy?: string }[];
}

/** What was decided together; `waiting` stands alone while nothing is decided yet. */
export interface DecidedBlock {
  meetings?: MeetingLine[];
  more?: { label: string; link: string };
  votes?: VoteBlock[];
  consent?: ConsentBlock;
  waiting?: string;
}

/** So many meetings stand on the page of the compound. */
const shownMeetings = 4;

/** What was decided; undefined where nothing was and nobody is being asked. */
export function toDecided(
  { meetings, votes, consent }: PublicConsultation,
  about: { code: string; isConsulting: boolean; today: CalendarDate },
): DecidedBlock | undefined {
  const { code, isConsulting, today } = about;
  if (!meetings.length && !votes.length && !consent) {
    return isConsulting ? { waiting: '意见还在征询。开会定下的事、表决的结果都会写在这里。' } : undefined;
  }
  const shown = meetings.slice(0, shownMeetings);
  return {
    ...(shown.length && { meetings: shown.map((meeting) => toMeetingLine(meeting, code, today)) }),
    ...(meetings.length > shown.length && {
      more: { label: `看全部 ${meetings.length} 次会`, link: publicPaths.meetings(code) },
    }),
    ...(votes.length && { votes: votes.map((vote) => toVote(vote, today)) }),
    ...(consent && { consent: toConsent(consent, today) }),
  };
}

/** A meeting as a line. */
export function toMeetingLine(meeting: PublicMeeting, code: string, today: CalendarDate): MeetingLine {
  const { no, title, heldOn, decisions } = meeting;
  const day = nearDay(heldOn, today);
  return {
    about: `${day} · ${title}`,
    decisions: [...decisions],
    minutes: { label: `${day} 会议纪要`, link: publicPaths.meeting(code, no) },
  };
}

const standingMarks: Record<VoteStanding, StatusMark> = {
  ahead: { state: 'idle', word: '还没开始' },
  running: { state: 'doing', word: '正在表决' },
  counting: { state: 'doing', word: '正在计票' },
  passed: { state: 'done', word: '通过' },
  failed: { state: 'idle', word: '没有通过' },
  'no-quorum': { state: 'idle', word: '参加的不够，没有通过' },
};

function toVote(vote: VoteResult, today: CalendarDate): VoteBlock {
  const { title, matterName, part, standing, openedOn, closesOn, closedOn, threshold, source } = vote;
  return {
    title,
    status: standingMarks[standing],
    matter: [matterName, part && `只由${part}表决`].filter(Boolean).join('，'),
    when: [`${nearDays(openedOn, closesOn, today)} 表决`, closedOn && `${nearDay(closedOn, today)} 计票`]
      .filter(Boolean)
      .join('，'),
    sentence: turnoutInWords(vote),
    ...toRows(vote),
    threshold: `${threshold}，才算通过（${source}）。比例只舍不入。`,
  };
}

function turnoutInWords({ total, taken, closedOn }: VoteResult): string {
  const all = `${total.persons} 位业主、${areaInWords(total.area)}`;
  const persons = `${taken.persons} 位参加（${shareInWords(taken.persons, total.persons)}）`;
  if (taken.area === null) return `一共 ${all}，${closedOn ? '' : '已有 '}${persons}。`;
  const area = `面积 ${areaInWords(taken.area)}（${shareInWords(taken.area, total.area)}）`;
  return `一共 ${all}，${persons}，${area}。`;
}

function toRows({ fell, taken, closedOn }: VoteResult): Pick<VoteBlock, 'rows' | 'note'> {
  if (!closedOn) return {};
  if (!fell) return { note: '参加表决的人很少，写出票数就能看出谁投了什么，所以只公布结果。' };
  const row = (name: string, { persons, area }: PublicChoiceCount) => ({
    name,
    persons: `${persons} 人`,
    personShare: exactShare(persons, taken.persons),
    ...(area === null || taken.area === null
      ? { area: '—' }
      : { area: areaInWords(area), areaShare: exactShare(area, taken.area) }),
  });
  const rows = [row('同意', fell.yes), row('反对', fell.no), row('弃权', fell.abstain)];
  const who = taken.area === null ? '参加的或者没参加的' : '有的选择';
  const isHidden = rows.some(({ area }) => area === '—');
  return {
    rows,
    ...(isHidden && { note: `${who}只有一两个人，写出面积就能看出是谁，所以不写面积。` }),
  };
}

function toConsent({ postedOn, households, answers }: ConsentResult, today: CalendarDate): ConsentBlock {
  return {
    about: `${nearDay(postedOn, today)} 公布，逐户问过，一共 ${households} 户。`,
    answers: answers.map((answer) => toAnswer(answer, households)),
  };
}

function toAnswer(answer: ConsentAnswerResult, households: number): ConsentBlock['answers'][number] {
  const { question, agree, against, undecided, silent, needed, isReached } = answer;
  const name = householdQuestions[question].about;
  const share = shareInWords(agree, households);
  const others = [
    against && `${against} 户反对`,
    undecided && `${undecided} 户还没想好`,
    silent && `${silent} 户没有表态`,
  ].filter(Boolean);
  return {
    question: name,
    bar: {
      label: `${name}：${households} 户里 ${agree} 户同意`,
      ...(agree && { solid: Math.floor((agree * 100) / households) }),
    },
    line: `${agree} 户同意（${share}）${others.length ? `，${others.join('，')}` : ''}。`,
    ...(needed !== null && {
      policy: isReached
        ? `开工前要有 ${needed} 户同意，已经达到。`
        : `开工前要有 ${needed} 户同意，还差 ${needed - agree} 户。`,
    }),
  };
}
