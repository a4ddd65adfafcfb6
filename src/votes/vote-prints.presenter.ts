import { exactArea } from '../domain/kernel/area';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { ownersMatters } from '../domain/meeting/matters';
import { ballotFaultNames, judgeBallots, ownerStandingNames } from '../domain/meeting/vote-ballots';
import { ComputationLine, computationLines, ruleSentence } from '../domain/meeting/vote-computation';
import { areaSourceNames, ownerKindNames } from '../domain/meeting/vote-roster';
import { showsLiftFigure } from '../domain/meeting/vote-sheet';
import {
  VoteRecords,
  countOf,
  doorsInWords,
  ruleFor,
  scopeOf,
  sheetOf,
  voterStandings,
} from './vote-records';
import { partInWords } from './vote-scopes';
import { rolesInWords } from './vote-words';

type Places = Parameters<typeof partInWords>[1];

/** The head of every sheet of a vote. */
interface SheetHead {
  title: string;
  heading: string;
  compound: string;
  facts: { term: string; value: string }[];
}

/** The computation, line by line (views/votes/computation). */
export interface ComputationSheet extends SheetHead {
  lines: (ComputationLine & { mark: string })[];
  digest: string;
  /** Said while the vote is not counted yet. */
  isInterim: boolean;
}

/** Each owner with his doors and ballot, for owners who inspect the record (views/votes/inspection). */
export interface InspectionSheet extends SheetHead {
  rows: {
    number: number;
    doors: string;
    area: string;
    source: string;
    standing: string;
    about: string;
  }[];
  digest: string;
}

/** Empty ballots (views/votes/paper). */
export interface BallotPapers extends SheetHead {
  question: string;
  matter: string;
  rule: string;
  closesOn: string;
  papers: { number: number; doors: string; area: string }[];
}

/** Who got a ballot and who brought it back (views/votes/sign-sheet). */
export interface SignSheet extends SheetHead {
  rows: { number: number; doors: string; area: string }[];
}

/** Everything the computation rests on, without who voted how. */
export function toComputation(records: VoteRecords, places: Places): ComputationSheet {
  const { vote, voters } = records;
  const doors = voters.reduce((sum, voter) => sum + voter.doors.length, 0);
  const computed = {
    rule: ruleFor(records),
    count: countOf(records),
    doors,
    isLift: showsLiftFigure(sheetOf(records)),
  };
  return {
    ...headOf(records, places, '计票计算过程'),
    lines: computationLines(computed).map((line) => ({
      ...line,
      mark: line.kind === 'test' ? (line.holds ? '达到' : '未达到') : '',
    })),
    digest: vote.digest ?? '',
    isInterim: vote.state !== 'closed',
  };
}

/** The record that owners may inspect (区分所有权解释 §13), each ballot beside its doors. */
export function toInspection(records: VoteRecords, places: Places): InspectionSheet {
  const { vote, voters, ballots } = records;
  const standings = voterStandings(records);
  const judged = judgeBallots(ballots, vote.closesOn);
  return {
    ...headOf(records, places, '各户表决票'),
    rows: voters.map((voter) => {
      const own = judged.filter(({ ownerId }) => ownerId === voter.id);
      const notes = own.flatMap(({ against, isProxy }) => [
        ...(against ? [ballotFaultNames[against]] : []),
        ...(isProxy ? ['代理'] : []),
      ]);
      return {
        number: voter.number,
        doors: doorsInWords(voter) + (voter.kind === 'person' ? '' : `（${ownerKindNames[voter.kind]}）`),
        area: exactArea(voter.area),
        source: [...new Set(voter.doors.map(({ source }) => areaSourceNames[source]))].join('、'),
        standing: ownerStandingNames[standings.get(voter.id)!],
        about: [...new Set(notes)].join('；'),
      };
    }),
    digest: vote.digest ?? '',
  };
}

/** One empty ballot for each owner. */
export function toPapers(records: VoteRecords, places: Places): BallotPapers {
  const { vote } = records;
  const rule = ruleFor(records);
  return {
    ...headOf(records, places, '表决票'),
    question: vote.question,
    matter: ownersMatters[vote.matter].name,
    rule: `${ruleSentence(rule)}（${rule.source}）`,
    closesOn: dayInWords(vote.closesOn),
    papers: linesOf(records),
  };
}

/** The list to sign on when ballots are handed out and brought back. */
export const toSignSheet = (records: VoteRecords, places: Places): SignSheet => ({
  ...headOf(records, places, '表决票签领表'),
  rows: linesOf(records),
});

const linesOf = ({ voters }: VoteRecords) =>
  voters.map((voter) => ({
    number: voter.number,
    doors: doorsInWords(voter),
    area: exactArea(voter.area),
  }));

function headOf(records: VoteRecords, places: Places, what: string): SheetHead {
  const { vote, compound } = records;
  const day = (value: CalendarDate | null, otherwise: string) => (value ? dayInWords(value) : otherwise);
  return {
    title: `${compound.name} ${vote.title} ${what}`,
    heading: `${vote.title} ${what}`,
    compound: compound.name,
    facts: [
      { term: '楼院', value: compound.name },
      { term: '表决范围', value: partInWords(scopeOf(vote), places) ?? '全院' },
      { term: '表决时间', value: `${dayInWords(vote.opensOn)} 至 ${dayInWords(vote.closesOn)}` },
      { term: '名册固定', value: day(vote.openedOn, '还没有固定') },
      { term: '计票', value: day(vote.closedOn, '还没有计票') },
      ...(vote.closedOn
        ? [
            { term: '监票人', value: rolesInWords(vote.watchers) },
            { term: '计票人', value: rolesInWords(vote.counters) },
          ]
        : []),
    ],
  };
}
