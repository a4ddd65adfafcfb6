import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, IsNull, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import { meetingKindNames } from '../domain/meeting/meeting-kinds';
import type { MeetingState } from '../domain/meeting/meeting-lifecycle';
import { hangs } from '../domain/meeting/notice';
import type { PublicMeeting } from '../domain/meeting/public-meeting';
import { Notices } from '../notices/notices.service';
import { Clock } from '../platform/clock/clock';
import { ActionPoint } from './action-point.entities';
import { Meeting, MeetingPublication } from './meeting.entities';
import { dayOfMeeting } from './meeting-words';

/** A meeting of the owners, for the room in which they vote. */
export interface OwnersMeeting {
  id: number;
  number: number;
  title: string;
  on: string;
  state: MeetingState;
}

/** How many meetings and action points there are, for an overview. */
export interface MeetingCounts {
  held: number;
  planned: number;
  openPoints: number;
  overduePoints: number;
}

/** What other floors may ask about meetings. Whether the asker may see the compound is their question. */
@Injectable()
export class MeetingTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** What residents read of the meetings of a renovation, the latest first: published, masked, not withdrawn. */
  async publicMeetings(renovationId: number): Promise<PublicMeeting[]> {
    const meetings = await this.reader.manager.findBy(Meeting, { renovationId, state: 'published' });
    if (!meetings.length) return [];
    const publications = await this.reader.manager.findBy(MeetingPublication, {
      ...{ meetingId: In(meetings.map(({ id }) => id)) },
      ...{ supersededOn: IsNull(), withdrawnOn: IsNull() },
    });
    const notices = await this.notices.ofRenovation(renovationId);
    const hanging = new Set(notices.filter(hangs).map(({ id }) => id));
    return meetings
      .flatMap((meeting): PublicMeeting[] => {
        const text = publications.find(({ meetingId }) => meetingId === meeting.id);
        if (!text || !hanging.has(text.noticeId)) return [];
        const { title, decisions, minutes, publishedOn } = text;
        const { number: no, heldOn, kind } = meeting;
        return [
          { no, kindName: meetingKindNames[kind], title, heldOn: heldOn!, decisions, minutes, publishedOn },
        ];
      })
      .sort((one, other) =>
        one.heldOn < other.heldOn ? 1 : one.heldOn > other.heldOn ? -1 : other.no - one.no,
      );
  }

  /** The owners' meetings of a renovation that were not cancelled, the latest first. */
  async forVotes(renovationId: number): Promise<OwnersMeeting[]> {
    const meetings = await this.reader.manager.find(Meeting, {
      where: { renovationId, kind: 'owners', state: Not('cancelled') },
      order: { number: 'DESC' },
    });
    return meetings.map((meeting) => {
      const { id, number, title, state } = meeting;
      return { id, number, title, state, on: dayOfMeeting(meeting) };
    });
  }

  /** The meetings of a renovation that were held, by their day. */
  async held(renovationId: number): Promise<{ on: string; title: string }[]> {
    const meetings = await this.reader.manager.find(Meeting, {
      where: { renovationId, heldOn: Not(IsNull()) },
      order: { heldOn: 'ASC', id: 'ASC' },
    });
    return meetings.map(({ heldOn, kind, title }) => ({
      on: heldOn!,
      title: `${meetingKindNames[kind]}：${title}`,
    }));
  }

  /** The meeting that is held next, today's included; null where none is planned. */
  next(renovationId: number): Promise<Meeting | null> {
    return this.reader.manager.findOne(Meeting, {
      where: { renovationId, state: 'planned', plannedOn: MoreThanOrEqual(this.clock.today()) },
      order: { plannedOn: 'ASC', plannedFrom: 'ASC', id: 'ASC' },
    });
  }

  /** Meetings of a renovation, and the open action points of its compound. */
  async counts(compoundId: number, renovationId: number): Promise<MeetingCounts> {
    const { manager } = this.reader;
    const held = { renovationId, heldOn: Not(IsNull()) };
    const open = { compoundId, state: 'open' as const };
    return {
      held: await manager.countBy(Meeting, held),
      planned: await manager.countBy(Meeting, { renovationId, state: 'planned' }),
      openPoints: await manager.countBy(ActionPoint, open),
      overduePoints: await manager.countBy(ActionPoint, { ...open, dueOn: LessThan(this.clock.today()) }),
    };
  }
}
