import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull, Not } from 'typeorm';
import { DoorHistoryLine, DoorLayer, DoorMark } from '../compounds/door-layers';
import { dayInWords } from '../domain/kernel/calendar-date';
import { Vote, VoteBallot, VoteRosterDoor } from './vote.entities';

const returned: DoorMark = { state: 'done', word: '已投' };
const missing: DoorMark = { state: 'idle', word: '未投' };

/** Whether a ballot of each door has come to the latest vote; what stands on it is nobody's business here. */
@Injectable()
export class VoteLayer implements DoorLayer {
  readonly key = 'vote';
  readonly label = '表决';
  readonly action = 'vote.read' as const;
  readonly position = 20;

  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  async marks(_compoundId: number, renovationId: number | null): Promise<Map<number, DoorMark>> {
    if (renovationId === null) return new Map();
    const vote = await this.reader.manager.findOne(Vote, {
      where: { renovationId, state: In(['open', 'closed']) },
      order: { number: 'DESC' },
    });
    if (!vote) return new Map();
    const doors = await this.reader.manager.findBy(VoteRosterDoor, { voteId: vote.id });
    const ballots = await this.reader.manager.findBy(VoteBallot, { voteId: vote.id, endedAt: IsNull() });
    const owners = new Set(ballots.map(({ ownerId }) => ownerId));
    return new Map(
      doors.map(({ dwellingId, ownerId }) => [dwellingId, owners.has(ownerId) ? returned : missing]),
    );
  }

  /** The votes this door took part in, the latest first; ballots that were corrected are left out. */
  async history(dwellingId: number): Promise<DoorHistoryLine[]> {
    const { manager } = this.reader;
    const doors = await manager.findBy(VoteRosterDoor, { dwellingId });
    const votes = await votesOf(manager, doors);
    const ballots = await manager.find(VoteBallot, {
      where: { ownerId: In(doors.map(({ ownerId }) => ownerId)), endedAt: IsNull() },
      order: { receivedOn: 'DESC', id: 'DESC' },
    });
    return ballots.flatMap(({ voteId, receivedOn }) => {
      const vote = votes.get(voteId);
      return vote ? [{ on: receivedOn, status: returned, what: historyWords(vote) }] : [];
    });
  }
}

const historyWords = ({ title, closedOn }: Vote): string =>
  `「${title}」的表决票已交回${closedOn ? `，${dayInWords(closedOn)} 计票` : ''}`;

async function votesOf(manager: EntityManager, doors: readonly VoteRosterDoor[]): Promise<Map<number, Vote>> {
  const votes = await manager.findBy(Vote, {
    id: In(doors.map(({ voteId }) => voteId)),
    state: Not('cancelled'),
  });
  return new Map(votes.map((vote) => [vote.id, vote]));
}
