import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, Not } from 'typeorm';
import { dayInWords } from '../domain/kernel/calendar-date';
import { Meeting } from '../meetings/meeting.entities';
import { Option } from '../platform/web/figures';

/** The meetings of owners at which a vote may be held. */
@Injectable()
export class OwnersMeetings {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** The owners' meetings of a renovation that were not called off, as a choice. */
  async ofRenovation(renovationId: number): Promise<Option[]> {
    const meetings = await this.reader.manager.find(Meeting, {
      where: { renovationId, kind: 'owners', state: Not('cancelled') },
      order: { plannedOn: 'DESC', id: 'DESC' },
    });
    return meetings.map(({ id, title, plannedOn, heldOn }) => ({
      value: String(id),
      label: `${dayInWords(heldOn ?? plannedOn)} ${title}`,
    }));
  }
}
