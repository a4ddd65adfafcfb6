import { Frame } from '../compounds/workspace';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { ballotMarkNames, judgeBallots } from '../domain/meeting/vote-ballots';
import { missingInWords, weightInWords } from '../domain/meeting/vote-computation';
import { Pager, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { keysOf } from '../platform/web/options';
import { BallotRow, rowsOf, typedLines } from './ballot-row.presenter';
import { VoteRecords, VoterLine, countOf } from './vote-records';
import { voteMark } from './vote-words';
import { votePaths } from './votes.paths';

/** The ballots of a vote as on paper (views/votes/ballots). */
export interface BallotsPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  form: FormState;
  action: string;
  mayType: boolean;
  /** Why nothing is typed here now. */
  closed: string;
  progress: string;
  missing: string[];
  markNames: string[];
  rows: BallotRow[];
  pager: Pager | null;
  backLink: string;
}

/** What the grid is made from. */
export interface BallotsView {
  records: VoteRecords;
  shown: readonly VoterLine[];
  /** The owner of whom one ballot more is typed. */
  againId: number | null;
  pager: Pager | null;
  page: number;
  closed: string;
  mayType: boolean;
  isStale: boolean;
  today: CalendarDate;
}

/** The grid: one line for each ballot, in the order of the roster; what was typed stands where it was refused. */
export function toBallots(view: BallotsView, form: FormState, frame: Frame): BallotsPage {
  const { records, shown, pager, page, today } = view;
  const { vote, compound, ballots } = records;
  const judged = judgeBallots(ballots, vote.closesOn);
  const grid = { ...view, judged, errors: form.errors, typed: typedLines(form) };
  const count = countOf(records);
  const { participating, unreturned } = count.totals;
  return {
    ...frame,
    title: `表决票 · ${vote.title} · ${compound.name}`,
    heading: `${vote.title}：表决票`,
    status: voteMark(vote, today),
    form,
    action: votePaths.ballots(vote.id, page),
    mayType: view.mayType,
    closed: view.closed,
    progress: `参与表决 ${weightInWords(participating)}，未交回 ${unreturned.persons} 人`,
    missing: vote.state === 'open' ? missingInWords(count) : [],
    markNames: keysOf(ballotMarkNames).map((mark) => ballotMarkNames[mark]),
    rows: shown.flatMap((voter) => rowsOf(voter, grid)),
    pager: pager?.pages ? pager : null,
    backLink: votePaths.show(vote.id),
  };
}
