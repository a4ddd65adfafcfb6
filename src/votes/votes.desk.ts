import { createHash } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull } from 'typeorm';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Compound } from '../compounds/compound.entity';
import { Doors } from '../compounds/doors.service';
import { Renovation } from '../compounds/renovation.entities';
import { recordText } from '../domain/meeting/vote-record';
import { RosterDoor, doorsInScope } from '../domain/meeting/vote-roster';
import { Actor } from '../domain/people/actor';
import { Notices } from '../notices/notices.service';
import { OwnerEntry, OwnerRoster } from './owner.entities';
import {
  VoteRecords,
  VoterLine,
  frozenVoters,
  recordOf,
  rosterDoors,
  scopeOf,
  toVoters,
} from './vote-records';
import { Vote, VoteBallot, VoteOwner, VoteRosterDoor } from './vote.entities';

/** The owners' roster of a compound; `version` is 1 before it was ever saved. */
export interface OpenRoster {
  compound: Compound;
  roster: OwnerRoster | null;
  doors: RosterDoor[];
  version: number;
}

/** The one way to rosters and votes: whoever asks gets them only if the compound lies in their scope. */
@Injectable()
export class VoteDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly doors: Doors,
    private readonly notices: Notices,
  ) {}

  /** The roster of the compound with this code, all its doors in walking order. */
  async roster(actor: Actor, code: string, from: EntityManager = this.reader.manager): Promise<OpenRoster> {
    const compound = await this.compounds.find(actor, code, from);
    const roster = await from.findOneBy(OwnerRoster, { compoundId: compound.id });
    const doors = await this.rosterDoors(compound.id, from);
    return { compound, roster, doors, version: roster?.version ?? 1 };
  }

  /** All doors of a compound as the roster knows them. */
  async rosterDoors(compoundId: number, from: EntityManager = this.reader.manager): Promise<RosterDoor[]> {
    const entries = await from.findBy(OwnerEntry, { compoundId });
    return rosterDoors(await this.doors.doorsOf(compoundId, from), entries);
  }

  /** The vote with this id, with everything that belongs to it. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<VoteRecords> {
    const vote = await from.findOneBy(Vote, { id });
    if (!vote) throw new NotFoundException();
    await this.compounds.findById(actor, vote.compoundId, from);
    return this.records(vote, from);
  }

  /** Everything that belongs to a vote. */
  async records(vote: Vote, from: EntityManager = this.reader.manager): Promise<VoteRecords> {
    return (await this.recordsOf([vote], from))[0];
  }

  /** Everything that belongs to each of these votes of one compound, in as many statements as for one. */
  async recordsOf(votes: readonly Vote[], from: EntityManager = this.reader.manager): Promise<VoteRecords[]> {
    if (!votes.length) return [];
    const [{ compoundId }] = votes;
    const compound = await from.findOneByOrFail(Compound, { id: compoundId });
    const renovations = await from.findBy(Renovation, { compoundId });
    const ids = votes.map(({ id }) => id);
    const votersOf = await this.voters(votes, from);
    const ballots = await from.find(VoteBallot, {
      where: { voteId: In(ids), endedAt: IsNull() },
      order: { id: 'ASC' },
    });
    const notices = await this.notices.latestOfEach('vote', ids, from);
    const resultNotices = await this.notices.latestOfEach('vote-result', ids, from);
    return votes.map((vote) => ({
      vote,
      compound,
      renovation: renovations.find(({ id }) => id === vote.renovationId)!,
      voters: votersOf(vote),
      ballots: ballots.filter(({ voteId }) => voteId === vote.id),
      notice: notices.get(vote.id) ?? null,
      resultNotice: resultNotices.get(vote.id) ?? null,
    }));
  }

  /** The votes of a renovation, the latest first. */
  votesOf(renovationId: number, from: EntityManager = this.reader.manager): Promise<Vote[]> {
    return from.find(Vote, { where: { renovationId }, order: { number: 'DESC' } });
  }

  /** Ballots by id, those that were corrected too. */
  ballots(ids: readonly number[], from: EntityManager): Promise<VoteBallot[]> {
    return ids.length ? from.findBy(VoteBallot, { id: In([...ids]) }) : Promise.resolve([]);
  }

  /** The digest over roster and ballots as they lie in the database now. */
  digestOf(records: VoteRecords): string {
    return createHash('sha256')
      .update(recordText(recordOf(records)))
      .digest('hex');
  }

  /** Who votes: frozen when the vote opened; before that, whoever stands in the roster now. */
  private async voters(votes: readonly Vote[], from: EntityManager): Promise<(vote: Vote) => VoterLine[]> {
    const voteId = In(votes.filter(({ openedOn }) => openedOn !== null).map(({ id }) => id));
    const owners = await from.find(VoteOwner, { where: { voteId }, order: { number: 'ASC' } });
    const doors = await from.find(VoteRosterDoor, { where: { voteId }, order: { id: 'ASC' } });
    const isPrepared = votes.some(({ openedOn }) => openedOn === null);
    const now = isPrepared ? await this.rosterDoors(votes[0].compoundId, from) : [];
    return (vote) => {
      if (vote.openedOn === null) return toVoters(doorsInScope(now, scopeOf(vote)));
      const isOfVote = (row: { voteId: number }) => row.voteId === vote.id;
      return frozenVoters(owners.filter(isOfVote), doors.filter(isOfVote));
    };
  }
}
