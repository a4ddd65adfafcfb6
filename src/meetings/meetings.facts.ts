import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { FactQuestion, FactSource } from '../compounds/stage-facts';
import { attendanceInWords } from '../domain/meeting/meeting-attendance';
import { meetingFacts } from '../domain/meeting/meeting-facts';
import type { Fact } from '../domain/renovation/facts';
import { Clock } from '../platform/clock/clock';
import { Meeting, MeetingPhoto } from './meeting.entities';
import { dayOfMeeting } from './meeting-words';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';

/** What the meetings say to the gates of a renovation. */
@Injectable()
export class MeetingFactSource implements FactSource {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: MeetingDesk,
    private readonly clock: Clock,
  ) {}

  async factsFor({ renovationId }: FactQuestion): Promise<Fact[]> {
    const where = { renovationId, kind: 'representatives' as const };
    const meetings = await this.reader.manager.find(Meeting, { where, order: { id: 'ASC' } });
    if (!meetings.length) return [];
    const photos = await this.reader.manager.findBy(MeetingPhoto, {
      meetingId: In(meetings.map(({ id }) => id)),
      kind: 'sign-in',
    });
    const lines = await this.desk.lines(meetings);
    const asked = meetings.map((meeting) => ({
      ...{ kind: meeting.kind, state: meeting.state, on: dayOfMeeting(meeting) },
      attendance: attendanceInWords(lines(meeting.id).attendance),
      signInPhotos: photos.filter(({ meetingId }) => meetingId === meeting.id).length,
      link: meetingPaths.show(meeting.id),
    }));
    return meetingFacts(asked, this.clock.today());
  }
}
