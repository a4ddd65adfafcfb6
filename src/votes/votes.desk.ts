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
import { VoteRecords, frozenVoters, recordOf, rosterDoors, scopeOf, toVoters } from './vote-records';
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
    const { id, compoundId, renovationId } = vote;
    return {
      vote,
      compound: await from.findOneByOrFail(Compound, { id: compoundId }),
      renovation: await from.findOneByOrFail(Renovation, { id: renovationId }),
      voters: vote.openedOn === null ? await this.votersNow(vote, from) : await this.frozen(id, from),
      ballots: await from.find(VoteBallot, {
        where: { voteId: id, endedAt: IsNull() },
        order: { id: 'ASC' },
      }),
      notice: await this.notices.latestOf('vote', id, from),
      resultNotice: await this.notices.latestOf('vote-result', id, from),
    };
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

  private async votersNow(vote: Vote, from: EntityManager) {
    return toVoters(doorsInScope(await this.rosterDoors(vote.compoundId, from), scopeOf(vote)));
  }

  private async frozen(voteId: number, from: EntityManager) {
    const owners = await from.find(VoteOwner, { where: { voteId }, order: { number: 'ASC' } });
    const doors = await from.find(VoteRosterDoor, { where: { voteId }, order: { id: 'ASC' } });
    return frozenVoters(owners, doors);
  }
}
