import { Module, OnModuleInit } from '@nestjs/common';
import { StageFacts } from '../compounds/stage-facts';
import { Workspace } from '../compounds/workspace';
import { NoticeSubjects } from '../notices/notice-subjects';
import { NoticesModule } from '../notices/notices.module';
import { recordsOf } from '../platform/database/database.module';
import { WishesModule } from '../wishes/wishes.module';
import { minutesNoticeBlockers } from '../domain/meeting/meeting-publication';
import { ActionPoint, ActionPointChange } from './action-point.entities';
import { ActionPointsController } from './action-points.controller';
import { ActionPoints } from './action-points.service';
import { MeetingNotices } from './meeting-notices.service';
import { MeetingPages } from './meeting-pages';
import { MeetingReading } from './meeting-reading';
import { MeetingSteps } from './meeting-steps.service';
import {
  AgendaItem,
  AttendanceRow,
  DecisionRow,
  Meeting,
  MeetingPhoto,
  MeetingPublication,
} from './meeting.entities';
import { MeetingsController } from './meetings.controller';
import { MeetingDesk } from './meetings.desk';
import { MeetingFactSource } from './meetings.facts';
import { meetingPaths } from './meetings.paths';
import { Meetings } from './meetings.service';
import { MeetingTotals } from './meetings.totals';
import { MeetingsWaiting } from './meetings.waiting';
import { MinutesController } from './minutes.controller';
import { MinutesPages } from './minutes-pages';
import { Minutes } from './minutes.service';
import { PointPages } from './point-pages';
import { PublicationsController } from './publications.controller';
import { Publications } from './publications.service';

/** Meetings of six kinds, their minutes and decisions, what of them is published, and the action points they leave. */
@Module({
  imports: [
    NoticesModule,
    WishesModule,
    ...recordsOf(Meeting, AgendaItem, AttendanceRow, DecisionRow, MeetingPhoto, MeetingPublication),
    ...recordsOf(ActionPoint, ActionPointChange),
  ],
  controllers: [MeetingsController, MinutesController, PublicationsController, ActionPointsController],
  providers: [
    ActionPoints,
    MeetingDesk,
    MeetingFactSource,
    MeetingNotices,
    MeetingPages,
    MeetingReading,
    Meetings,
    MeetingSteps,
    MeetingsWaiting,
    MeetingTotals,
    Minutes,
    MinutesPages,
    PointPages,
    Publications,
  ],
  exports: [MeetingTotals],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly facts: StageFacts,
    private readonly subjects: NoticeSubjects,
    private readonly source: MeetingFactSource,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'meetings',
      label: '会议',
      link: (code) => meetingPaths.index(code),
      action: 'meeting.read',
      position: 30,
      group: 'residents',
    });
    this.facts.register(this.source);
    this.subjects.register({
      kinds: ['meeting', 'minutes'],
      tab: 'meetings',
      label: '看这次会议',
      link: (subjectId) => meetingPaths.show(subjectId),
      againstWithdrawal: async (kind, id, from) =>
        kind === 'minutes' ? minutesNoticeBlockers((await from.findOneByOrFail(Meeting, { id })).state) : [],
    });
  }
}
