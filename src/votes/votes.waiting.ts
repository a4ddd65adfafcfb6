import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { resultPosting } from '../domain/meeting/vote-sheet';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { goingOnStates } from '../domain/renovation/going-on';
import { NoticeRecord } from '../notices/notice.entities';
import { Clock } from '../platform/clock/clock';
import { rawColumns } from '../platform/database/raw-columns';
import { Vote } from './vote.entities';
import { votePaths } from './votes.paths';

type WaitingVote = Pick<Vote, 'id' | 'compoundId' | 'title' | 'state' | 'closesOn' | 'closedOn'> & {
  where: string;
};

const mostRows = 100;

/** Votes that are over and not counted, and counted ones whose result is not posted yet. */
@Injectable()
export class VotesWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'vote.edit')) return [];
    const today = this.clock.today();
    const votes = await this.votes(actor, today, compoundId);
    return votes.flatMap((vote) => (vote.state === 'open' ? toCounting(vote) : toPosting(vote, today)));
  }

  /** Votes past their last day, and counted ones of which no result hangs, of renovations that go on. */
  private votes(actor: Actor, today: string, compoundId?: number): Promise<WaitingVote[]> {
    const query = this.reader
      .createQueryBuilder(Vote, 'vote')
      .innerJoin(Compound, 'compound', 'compound.id = vote.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = vote.renovationId')
      .select(rawColumns('vote', ['id', 'compoundId', 'title', 'state', 'closesOn', 'closedOn']))
      .addSelect('compound.name', 'where');
    const posted = query
      .subQuery()
      .select('1')
      .from(NoticeRecord, 'notice')
      .where(`notice.kind = 'vote-result' AND notice.subjectId = vote.id AND notice.withdrawnOn IS NULL`);
    query
      .where('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .andWhere(
        new Brackets((where) =>
          where
            .where(`vote.state = 'open' AND vote.closesOn < :today`, { today })
            .orWhere(`vote.state = 'closed' AND NOT EXISTS ${posted.getQuery()}`),
        ),
      )
      .orderBy('vote.closesOn', 'ASC')
      .limit(mostRows);
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }
}

const toCounting = ({ id, compoundId, title, where, closesOn }: WaitingVote): WaitingItem => ({
  kind: '表决',
  compoundId,
  where,
  what: `「${title}」已截止，该计票了`,
  why: '和监票人、计票人核对后计票，结果才算数',
  dueOn: closesOn,
  action: { label: '去计票', link: votePaths.close(id) },
});

/** The result of a counted vote that hangs nowhere; nothing where no rule asks for it. */
function toPosting({ id, compoundId, title, where, closedOn }: WaitingVote, today: string): WaitingItem[] {
  const { standing, dueOn } = resultPosting({ closedOn: closedOn!, postedOn: null }, today);
  if (standing === 'not-asked') return [];
  return [
    {
      kind: '表决',
      compoundId,
      where,
      what: `「${title}」的结果还没有公示`,
      why: '计票后要在规定的天数内公示结果',
      dueOn,
      action: { label: '公示结果', link: votePaths.newNotice(id) },
    },
  ];
}
