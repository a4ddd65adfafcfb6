import type { Compound } from '../compounds/compound.entity';
import type { DoorLine } from '../compounds/doors.service';
import type { Renovation } from '../compounds/renovation.entities';
import { doorInWords } from '../domain/compound/doors';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { hangs } from '../domain/meeting/notice';
import { OwnerStanding, standingsOf } from '../domain/meeting/vote-ballots';
import { CountedOwner, VoteCount, countVote } from '../domain/meeting/vote-count';
import { VoteRecord } from '../domain/meeting/vote-record';
import { AreaSource, OwnerKind, RosterDoor, VoteScope, ownersOf } from '../domain/meeting/vote-roster';
import { VoteSheet, ruleOf } from '../domain/meeting/vote-sheet';
import { VoteRule, voteRuleNamed } from '../domain/rules/vote-rules';
import type { ProvedNotice } from '../notices/notices.service';
import type { OwnerEntry } from './owner.entities';
import type { Vote, VoteBallot, VoteOwner, VoteRosterDoor } from './vote.entities';

/** One owner who votes, with his doors as they stand in the roster. */
export interface VoterLine {
  id: number;
  number: number;
  kind: OwnerKind;
  doors: { dwellingId: number; label: string; area: number; source: AreaSource }[];
  area: number;
}

/** One vote with everything that belongs to it. */
export interface VoteRecords {
  vote: Vote;
  compound: Compound;
  renovation: Renovation;
  /** Frozen when the vote opened; of a vote that is prepared, as the roster stands now (ids are numbers then). */
  voters: VoterLine[];
  /** Those that hold; corrected ones are left out. */
  ballots: VoteBallot[];
  /** The notice of the vote that was posted last, and that of its result. */
  notice: ProvedNotice | null;
  resultNotice: ProvedNotice | null;
}

/** Who decides. */
export const scopeOf = ({ scopeKind: kind, buildingId, unitNo }: Vote): VoteScope => ({
  kind,
  buildingId,
  unitNo,
});

/** The day the notice of a vote went up; a withdrawn one hangs no more. */
export const noticeDayOf = ({ vote, notice }: Pick<VoteRecords, 'vote' | 'notice'>): CalendarDate | null =>
  notice ? (hangs(notice) ? notice.postedOn : null) : vote.noticePostedOn;

/** Does the notice of the vote hang, posted through the notices of this house? */
export const noticeHangs = ({ notice }: Pick<VoteRecords, 'notice'>): boolean => hangs(notice);

/** The vote as the law judges it. */
export const sheetOf = (records: Pick<VoteRecords, 'vote' | 'notice'>): VoteSheet => ({
  matter: records.vote.matter,
  scope: scopeOf(records.vote),
  noticePostedOn: noticeDayOf(records),
  opensOn: records.vote.opensOn,
  closesOn: records.vote.closesOn,
});

/** The rule set of a vote: the one it was counted by, else that of its last day. */
export function ruleFor(records: Pick<VoteRecords, 'vote' | 'notice'>): VoteRule {
  const { vote } = records;
  const rule = vote.ruleCode === null ? ruleOf(sheetOf(records)) : voteRuleNamed(vote.ruleCode);
  if (!rule) throw new Error(`vote ${vote.id} is judged by no rule`);
  return rule;
}

/** How every owner stands, by id. */
export function voterStandings({ vote, voters, ballots }: VoteRecords): Map<number, OwnerStanding> {
  const known = standingsOf(ballots, vote.closesOn);
  return new Map(voters.map(({ id }) => [id, known.get(id) ?? 'unreturned']));
}

/** The owners as they are counted. */
export function countedOwners(records: VoteRecords): CountedOwner[] {
  const standings = voterStandings(records);
  return records.voters.map(({ id, area }) => ({ area, standing: standings.get(id)! }));
}

/** Where the vote stands now. */
export const countOf = (records: VoteRecords): VoteCount =>
  countVote(countedOwners(records), ruleFor(records));

/** The doors of the register as the roster knows them; a door nobody wrote down has no area yet. */
export function rosterDoors(doors: readonly DoorLine[], entries: readonly OwnerEntry[]): RosterDoor[] {
  const byDoor = new Map(entries.map((entry) => [entry.dwellingId, entry]));
  return doors.map((door) => {
    const entry = byDoor.get(door.id);
    return {
      ...door,
      area: entry?.area ?? null,
      source: entry?.areaSource ?? 'register',
      group: entry?.ownerGroup ?? '',
      kind: entry?.ownerKind ?? 'person',
    };
  });
}

/** The owners of these doors as they would vote now, numbered in walking order. */
export const toVoters = (doors: readonly RosterDoor[]): VoterLine[] =>
  ownersOf(doors).map(({ kind, doors: own, area }, at) => ({
    id: at + 1,
    number: at + 1,
    kind,
    area,
    doors: own.map((door) => ({
      dwellingId: door.id,
      label: doorInWords(door),
      area: door.area ?? 0,
      source: door.source,
    })),
  }));

/** The owners as they were frozen. */
export function frozenVoters(owners: readonly VoteOwner[], doors: readonly VoteRosterDoor[]): VoterLine[] {
  const own = new Map<number, VoteRosterDoor[]>(owners.map(({ id }) => [id, []]));
  for (const door of doors) own.get(door.ownerId)?.push(door);
  return owners.map(({ id, number, kind }) => ({
    id,
    number,
    kind,
    doors: own
      .get(id)!
      .map(({ dwellingId, label, area, areaSource }) => ({ dwellingId, label, area, source: areaSource })),
    area: own.get(id)!.reduce((sum, { area }) => sum + area, 0),
  }));
}

/** What the digest of a counted vote is taken over. */
export function recordOf(records: VoteRecords): VoteRecord {
  const { vote, voters, ballots } = records;
  return {
    voteId: vote.id,
    ruleCode: ruleFor(records).code,
    closesOn: vote.closesOn,
    doors: voters.flatMap(({ id, kind, doors }) =>
      doors.map(({ label, area, source }) => ({ ownerId: id, kind, label, area, source })),
    ),
    ballots: ballots.map(({ id, ownerId, mark, fault, isProxy, authorisedOn, receivedOn }) => ({
      id,
      ownerId,
      mark,
      fault,
      isProxy: Boolean(isProxy),
      authorisedOn,
      receivedOn,
    })),
  };
}

/** A voter's doors in a line, what they share said once: '1号楼 1单元 101、102'. */
export function doorsInWords({ doors }: Pick<VoterLine, 'doors'>): string {
  const split = doors.map(({ label }) => ({
    stairs: label.slice(0, label.lastIndexOf(' ')),
    room: label.slice(label.lastIndexOf(' ') + 1),
  }));
  return split
    .map(({ stairs, room }, at) => (stairs === split[at - 1]?.stairs ? room : `${stairs} ${room}`))
    .join('、');
}
