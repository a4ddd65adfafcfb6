import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Doors } from '../compounds/doors.service';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { OwnersMatter } from '../domain/meeting/matters';
import { PublicVote } from '../domain/meeting/public-vote';
import { VoteScope } from '../domain/meeting/vote-roster';
import { publicVoteOf } from './vote-publication';
import { scopeOf } from './vote-records';
import { Vote } from './vote.entities';
import { VoteDesk } from './votes.desk';
import { votePaths } from './votes.paths';

/** A matter the owners have decided in favour of. */
export interface PassedMatter {
  matter: OwnersMatter;
  voteId: number;
  title: string;
  closedOn: CalendarDate;
  scope: VoteScope;
  link: string;
}

/** What other floors may ask about votes. Whether the asker may see the compound is their question. */
@Injectable()
export class VoteTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: VoteDesk,
    private readonly doors: Doors,
  ) {}

  /** What residents may read: votes that were opened and not called off, the latest first; never a person's vote. */
  async publicVotes(renovationId: number): Promise<PublicVote[]> {
    const votes = (await this.desk.votesOf(renovationId)).filter(
      ({ state }) => state === 'open' || state === 'closed',
    );
    if (!votes.length) return [];
    const doors = await this.doors.doorsOf(votes[0].compoundId);
    return (await this.desk.recordsOf(votes)).map((records) => publicVoteOf(records, doors));
  }

  /** The matters that were passed in a renovation, the latest vote first. */
  async passedMatters(renovationId: number): Promise<PassedMatter[]> {
    const votes = await this.reader.manager.find(Vote, {
      where: { renovationId, state: 'closed', outcome: 'passed' },
      order: { closedOn: 'DESC', id: 'DESC' },
    });
    return votes.map((vote) => ({
      matter: vote.matter,
      voteId: vote.id,
      title: vote.title,
      closedOn: vote.closedOn!,
      scope: scopeOf(vote),
      link: votePaths.show(vote.id),
    }));
  }
}
