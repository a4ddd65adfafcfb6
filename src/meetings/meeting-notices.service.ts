import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { meetingOverBlockers } from '../domain/meeting/meeting-lifecycle';
import { noticeDaysBlockers } from '../domain/meeting/meeting-times';
import type { NoticeKind, NoticePlace } from '../domain/meeting/notice';
import { hangs } from '../domain/meeting/notice';
import { Actor } from '../domain/people/actor';
import { NoticeChanges } from '../notices/notice-changes.service';
import { Notices } from '../notices/notices.service';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { MeetingNoticeForm } from './meeting.forms';
import { AgendaItem, Meeting } from './meeting.entities';
import { MeetingAtPlace } from './meeting-records';
import { noticeText, noticeTitle } from './meeting-texts';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';

/** Where and since when a notice hangs. */
interface Posting {
  postedOn: string;
  places: readonly NoticePlace[];
}

/** The notices of meetings: posted with time, place and agenda, and taken down when they tell something wrong. */
@Injectable()
export class MeetingNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: MeetingDesk,
    private readonly notices: Notices,
    private readonly changes: NoticeChanges,
    private readonly once: OnceKeys,
  ) {}

  /** Posts the notice of a meeting; also one that hung before somebody wrote it down. */
  notify(actor: Actor, id: number, form: MeetingNoticeForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const found = await this.desk.find(actor, id, tx);
        const { kind, plannedOn, heldOn } = found.meeting;
        const blockers = [
          ...meetingOverBlockers(found.renovation.state),
          ...(await this.notifiedBlockers(tx, found)),
          ...noticeDaysBlockers(kind, form.postedOn, heldOn ?? plannedOn),
        ];
        if (blockers.length) return refuse(...blockers);
        if (!(await updateAt(tx, Meeting, { id, version: form.version }, {}))) return refuse(stale);
        const posted = await this.post(tx, actor, found, form);
        return posted.ok ? done(meetingPaths.show(id)) : posted;
      }),
    );
  }

  /** Posts it inside a unit of work. */
  async post(
    tx: EntityManager,
    actor: Actor,
    { meeting, compound, renovation }: MeetingAtPlace,
    { postedOn, places }: Posting,
  ): Promise<Outcome<number>> {
    const where = { meetingId: meeting.id };
    const agenda = await tx.find(AgendaItem, { where, order: { position: 'ASC' } });
    const endsOn = meeting.plannedOn > postedOn ? meeting.plannedOn : postedOn;
    const posted = await this.notices.post(tx, actor, {
      ...{ compound, renovationId: renovation.id, kind: 'meeting', subjectId: meeting.id },
      ...{ title: noticeTitle(meeting), body: noticeText(meeting, agenda) },
      ...{ places, postedOn, endsOn },
    });
    if (posted.ok) await tx.update(Meeting, { id: meeting.id }, { noticeId: posted.value });
    return posted;
  }

  /** Takes down the last notice of this kind, if it still hangs, inside a unit of work. */
  async takeDown(
    tx: EntityManager,
    actor: Actor,
    { id }: Pick<Meeting, 'id'>,
    what: { kind: NoticeKind; reason: string },
  ): Promise<Outcome<unknown>> {
    const notice = await this.notices.latestOf(what.kind, id, tx);
    if (!hangs(notice)) return done(undefined);
    return this.changes.withdraw(actor, notice.id, { reason: what.reason, version: notice.version });
  }

  private async notifiedBlockers(tx: EntityManager, found: MeetingAtPlace): Promise<Blocker[]> {
    const { state } = found.meeting;
    if (state !== 'planned' && state !== 'held') {
      return [houseRule('meeting.notice-late', '纪要已经完成或会议已取消，不用再登记通知')];
    }
    const { notice } = await this.desk.records(found, tx);
    return notice ? [houseRule('meeting.notified', '这次会议已经登记过通知')] : [];
  }
}
