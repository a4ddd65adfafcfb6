import { Frame } from '../compounds/workspace';
import { CalendarDate, addDays } from '../domain/kernel/calendar-date';
import { noticePlaceNames } from '../domain/meeting/notice';
import {
  resultNoticeBody,
  resultNoticeTitle,
  voteNoticeBody,
  voteNoticeTitle,
} from '../domain/meeting/vote-notice';
import { noticeKindOf } from '../domain/meeting/vote-steps';
import { valueOn } from '../domain/rules/rule-book';
import { Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { publicVoteOf } from './vote-publication';
import { VoteRecords, ruleFor, scopeOf } from './vote-records';
import { partInWords } from './vote-scopes';
import { votePaths } from './votes.paths';

/** The form of the notice that is next (views/votes/notice). */
export interface VoteNoticePage extends Frame {
  title: string;
  heading: string;
  note: string;
  form: FormState;
  action: string;
  places: Option[];
  backLink: string;
}

const notes = {
  vote: '公告按表决事项自动拟好，可以修改。张贴以后表决事项和日期不能再改，要改先撤下公告。',
  'vote-result': '公示只写合计，不写哪一户投了什么。张贴以后不能修改，只能撤下或重新公示。',
} as const;

/** The notice of a vote or of its result, before it is posted. */
export function toVoteNotice(records: VoteRecords, form: FormState, frame: Frame): VoteNoticePage {
  const { vote, compound } = records;
  const kind = noticeKindOf(vote.state);
  const what = kind === 'vote-result' ? '公示表决结果' : '张贴表决公告';
  return {
    ...frame,
    title: `${what} · ${compound.name}`,
    heading: `${vote.title}：${what}`,
    note: kind ? notes[kind] : '现在没有要张贴的公告。',
    form,
    action: votePaths.notices(vote.id),
    places: toOptions(noticePlaceNames),
    backLink: votePaths.show(vote.id),
  };
}

/** What the form begins with: the text as it follows from the vote, and the usual days. */
export function proposedNotice(
  records: VoteRecords,
  doors: Parameters<typeof partInWords>[1],
  today: CalendarDate,
): Record<string, unknown> {
  const { vote } = records;
  const places = ['gate-board', 'unit-door'];
  if (noticeKindOf(vote.state) === 'vote-result') {
    return {
      title: resultNoticeTitle(vote.title),
      body: resultNoticeBody(publicVoteOf(records, doors), vote.question),
      places,
      postedOn: today,
      endsOn: addDays(today, valueOn('notice.days', today)),
    };
  }
  const part = partInWords(scopeOf(vote), doors);
  return {
    title: voteNoticeTitle(vote.title),
    body: voteNoticeBody({ ...vote, part, rule: ruleFor(records) }),
    places,
    postedOn: today,
    endsOn: vote.closesOn > today ? vote.closesOn : today,
  };
}
