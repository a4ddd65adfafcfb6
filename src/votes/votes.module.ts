import { Module, OnModuleInit } from '@nestjs/common';
import { DoorLayers } from '../compounds/door-layers';
import { DoorUses } from '../compounds/door-uses';
import { Workspace } from '../compounds/workspace';
import { MeetingsModule } from '../meetings/meetings.module';
import { NoticeSubjects } from '../notices/notice-subjects';
import { NoticesModule } from '../notices/notices.module';
import { recordsOf } from '../platform/database/database.module';
import { BallotPages } from './ballot-pages';
import { BallotsController } from './ballots.controller';
import { Ballots } from './ballots.service';
import { voteNoticeStaysBlockers } from '../domain/meeting/vote-steps';
import { OwnerEntry, OwnerRoster } from './owner.entities';
import { OwnerPages } from './owner-pages';
import { OwnersController } from './owners.controller';
import { Owners } from './owners.service';
import { VoteLayer } from './vote-layer';
import { VoteNoticesController } from './vote-notices.controller';
import { VoteNotices } from './vote-notices.service';
import { VotePages } from './vote-pages';
import { VotePrintsController } from './vote-prints.controller';
import { VoteStepsController } from './vote-steps.controller';
import { VoteSteps } from './vote-steps.service';
import { Vote, VoteBallot, VoteOwner, VoteRosterDoor } from './vote.entities';
import { VotesController } from './votes.controller';
import { VoteDesk } from './votes.desk';
import { votePaths } from './votes.paths';
import { Votes } from './votes.service';
import { VoteTotals } from './votes.totals';
import { VotesWaiting } from './votes.waiting';

/** Votes of owners: their roster, what is asked, the ballots, the count that is frozen. */
@Module({
  imports: [
    MeetingsModule,
    NoticesModule,
    ...recordsOf(OwnerRoster, OwnerEntry, Vote, VoteOwner, VoteRosterDoor, VoteBallot),
  ],
  controllers: [
    OwnersController,
    VotesController,
    VoteStepsController,
    BallotsController,
    VoteNoticesController,
    VotePrintsController,
  ],
  providers: [
    BallotPages,
    Ballots,
    OwnerPages,
    Owners,
    VoteDesk,
    VoteLayer,
    VoteNotices,
    VotePages,
    Votes,
    VoteSteps,
    VotesWaiting,
    VoteTotals,
  ],
  exports: [VoteTotals],
})
export class VotesModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly layers: DoorLayers,
    private readonly doorUses: DoorUses,
    private readonly subjects: NoticeSubjects,
    private readonly layer: VoteLayer,
  ) {}

  onModuleInit(): void {
    const { index: link, show } = votePaths;
    this.workspace.register({
      ...{ key: 'votes', label: '表决', link, action: 'vote.read' },
      ...{ position: 35, group: 'residents' },
    });
    this.layers.register(this.layer);
    this.subjects.register({
      kinds: ['vote', 'vote-result'],
      tab: 'votes',
      label: '看这次表决',
      link: show,
      againstWithdrawal: async (kind, id, from) =>
        kind === 'vote' ? voteNoticeStaysBlockers((await from.findOneByOrFail(Vote, { id })).state) : [],
    });
    this.doorUses.register(async (tx, dwellingId) =>
      (await tx.existsBy(VoteRosterDoor, { dwellingId }))
        ? '表决名册'
        : (await tx.existsBy(OwnerEntry, { dwellingId }))
          ? '业主名册里的面积'
          : undefined,
    );
  }
}
