import type { RenovationChoice } from '../compounds/compounds.desk';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Frame } from '../compounds/workspace';
import { exactArea } from '../domain/kernel/area';
import { nearDays } from '../domain/kernel/near-day';
import { ownersMatters } from '../domain/meeting/matters';
import { missingInWords } from '../domain/meeting/vote-computation';
import { RosterTotals } from '../domain/meeting/vote-roster';
import { EmptyNote, StatusMark } from '../platform/web/figures';
import { VoteRecords, countOf, scopeOf } from './vote-records';
import { partInWords } from './vote-scopes';
import { voteMark } from './vote-words';
import { votePaths } from './votes.paths';

/** One vote of the list. */
export interface VoteRow {
  number: number;
  title: string;
  link: string;
  matter: string;
  scope: string;
  days: string;
  status: StatusMark;
  /** What is missing while it runs, the numbers once it is counted. */
  about: string;
}

/** The votes of a renovation (views/votes/index). */
export interface VotesPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  rows: VoteRow[];
  empty: EmptyNote | null;
  newLink: string;
  ownersLink: string;
  /** How complete the owners' roster is, in a sentence. */
  roster: string;
}

interface VotesView {
  choice: RenovationChoice;
  votes: readonly VoteRecords[];
  doors: Parameters<typeof partInWords>[1];
  roster: RosterTotals;
  today: string;
  mayEdit: boolean;
}

/** The votes of a compound's renovation, the latest first. */
export function toVotes(view: VotesView, frame: Frame): VotesPage {
  const { choice, votes, doors, roster, today, mayEdit } = view;
  const { compound, renovation } = choice;
  return {
    ...frame,
    title: `表决 · ${compound.name}`,
    renovations: toRenovationTabs(choice, votePaths.index),
    rows: votes.map((records) => toRow(records, doors, today)),
    empty: votes.length ? null : emptyNote(compound.code, renovation !== null),
    newLink: mayEdit && renovation?.isCurrent ? votePaths.new(compound.code) : '',
    ownersLink: votePaths.owners(compound.code),
    roster: rosterWords(roster),
  };
}

function toRow(records: VoteRecords, doors: VotesView['doors'], today: string): VoteRow {
  const { vote } = records;
  return {
    number: vote.number,
    title: vote.title,
    link: votePaths.show(vote.id),
    matter: ownersMatters[vote.matter].name,
    scope: partInWords(scopeOf(vote), doors) ?? '全院',
    days: nearDays(vote.opensOn, vote.closesOn, today),
    status: voteMark(vote, today),
    about: aboutWords(records),
  };
}

function aboutWords(records: VoteRecords): string {
  const { state } = records.vote;
  if (state === 'draft' || state === 'cancelled') return '';
  const count = countOf(records);
  if (state === 'open') return missingInWords(count).join('；') || '已达到各项要求';
  const { yes, participating, total } = count.totals;
  return `全部 ${total.persons} 人，参与 ${participating.persons} 人，同意 ${yes.persons} 人`;
}

const emptyNote = (code: string, hasRenovation: boolean): EmptyNote =>
  hasRenovation
    ? { text: '还没有发起表决。使用维修资金、选聘物业、加装电梯、改变共有部分用途这些事，要由业主共同决定。' }
    : toNotOpened(code, '在这里发起表决；业主名册可以先填');

function rosterWords({ doors, missing, owners, area }: VotesView['roster']): string {
  if (!doors) return '门户名册还是空的';
  const said = `计入 ${doors} 户，${owners} 个业主，面积合计 ${exactArea(area)}`;
  return missing ? `${said}；${missing} 户还没有面积` : said;
}
