import { exactArea } from '../domain/kernel/area';
import {
  JudgedBallot,
  ballotFaultNames,
  ballotMarkNames,
  seenFaultNames,
} from '../domain/meeting/vote-ballots';
import { ownerKindNames } from '../domain/meeting/vote-roster';
import { Option, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toChosen } from '../platform/web/options';
import { cellName, typedColumn } from '../platform/web/cells';
import { VoteBallot } from './vote.entities';
import { VoteRecords, VoterLine, doorsInWords } from './vote-records';
import { ballotInWords } from './vote-words';

/** One line of the grid: one ballot, or an owner of whom none has come. */
export interface BallotRow {
  row: string;
  ownerId: number;
  number: string;
  doors: string;
  area: string;
  /** Said where the owner is no ordinary one. */
  kind: string;
  marks: Option[];
  faults: Option[];
  isProxy: boolean;
  authorisedOn: string;
  receivedOn: string;
  /** The stored ballot this line shows. */
  seen: string;
  /** Why the ballot in this line does not count. */
  against: string;
  /** What is stored, where somebody else was faster. */
  stored: string;
  wrongs: { id: string; text: string }[];
  /** Whether another ballot of this owner can be added below. */
  mayAdd: boolean;
  /** For readers: returned or not, never the choice. */
  status: StatusMark;
}

/** What all lines are made from. */
interface Grid {
  records: VoteRecords;
  judged: readonly JudgedBallot[];
  typed: ReadonlyMap<string, LineTexts>;
  errors: FormState['errors'];
  againId: number | null;
  mayType: boolean;
  isStale: boolean;
}

/** The lines of one owner: his ballots, one more where another has come, or an empty one. */
export function rowsOf(voter: VoterLine, grid: Grid): BallotRow[] {
  const own = grid.judged.filter(({ ownerId }) => ownerId === voter.id);
  const typed = [...grid.typed.keys()].filter((row) => row.startsWith(`${voter.id}-`)).length;
  const lines = Math.max(own.length + (grid.againId === voter.id ? 1 : 0), typed, 1);
  return Array.from({ length: lines }, (_, at) => ({
    ...toRow(voter, at, own[at] ?? null, grid),
    mayAdd: grid.mayType && at === lines - 1 && own.length === lines,
  }));
}

function toRow(voter: VoterLine, at: number, ballot: JudgedBallot | null, grid: Grid): BallotRow {
  const { isStale, records, typed: lines, errors } = grid;
  const row = `${voter.id}-${at + 1}`;
  const typed = lines.get(row);
  const stored = records.ballots.find(({ id }) => id === ballot?.id) ?? null;
  const line = typed ?? storedLine(stored);
  return {
    row,
    ownerId: voter.id,
    number: at === 0 ? String(voter.number) : `${voter.number} 又一张`,
    doors: doorsInWords(voter),
    area: exactArea(voter.area),
    kind: voter.kind === 'person' ? '' : ownerKindNames[voter.kind],
    marks: toChosen(ballotMarkNames, line.mark),
    faults: toChosen(seenFaultNames, line.fault),
    isProxy: line.isProxy,
    authorisedOn: line.authorisedOn,
    receivedOn: line.receivedOn,
    seen: typed && !isStale ? typed.seen : String(ballot?.id ?? ''),
    against: ballot?.against && ballot.mark !== 'invalid' ? `不计：${ballotFaultNames[ballot.against]}` : '',
    stored: isStale && typed && typed.seen !== String(ballot?.id ?? '') ? storedWords(stored) : '',
    wrongs: wrongsOf(errors, row),
    mayAdd: false,
    status: ballot ? { state: 'done', word: '已交回' } : { state: 'idle', word: '未交回' },
  };
}

const storedWords = (ballot: VoteBallot | null): string =>
  ballot ? `现在存的是：${ballotInWords(ballot)}` : '现在没有存这张票';

interface LineTexts {
  mark: string;
  fault: string;
  isProxy: boolean;
  authorisedOn: string;
  receivedOn: string;
  seen: string;
}

/** The lines of a form as they were typed; none on a page that was not posted. */
export function typedLines(form: FormState): Map<string, LineTexts> {
  const column = (name: string) => typedColumn(form, name);
  const [seen, mark, fault] = [column('seen'), column('mark'), column('fault')];
  const [proxy, authorisedOn, receivedOn] = [column('proxy'), column('authorisedOn'), column('receivedOn')];
  return new Map(
    [...seen].map(([row, id]) => [
      row,
      {
        seen: id,
        mark: mark.get(row) ?? '',
        fault: fault.get(row) ?? '',
        isProxy: proxy.get(row) === 'yes',
        authorisedOn: authorisedOn.get(row) ?? '',
        receivedOn: receivedOn.get(row) ?? '',
      },
    ]),
  );
}

const storedLine = (ballot: VoteBallot | null): LineTexts => ({
  mark: ballot?.mark ?? '',
  fault: ballot?.fault ?? '',
  isProxy: Boolean(ballot?.isProxy),
  authorisedOn: ballot?.authorisedOn ?? '',
  receivedOn: ballot?.receivedOn ?? '',
  seen: String(ballot?.id ?? ''),
});

const columns = ['mark', 'fault', 'proxy', 'authorisedOn', 'receivedOn'];

const wrongsOf = (errors: FormState['errors'], row: string): BallotRow['wrongs'] =>
  columns
    .map((column) => cellName(column, row))
    .filter((name) => errors[name])
    .map((name) => ({ id: `f-${name}-about`, text: errors[name] }));
