import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { addDays } from '../domain/kernel/calendar-date';
import { meetingKindCodes, meetingKinds } from '../domain/meeting/meeting-kinds';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isFirm } from '../domain/people/roles';
import { goingOnStates } from '../domain/renovation/going-on';
import { valueOn } from '../domain/rules/rule-book';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { rawColumns } from '../platform/database/raw-columns';
import { ActionPoint } from './action-point.entities';
import { Meeting } from './meeting.entities';
import { WaitingMeeting, WaitingPoint, meetingItems, pointItems } from './waiting-meetings';
import { MeetingDesk } from './meetings.desk';

const mostRows = 100;

// Asked in the query: the minutes of those who meet every day among themselves would fill the rows for good.
const publishedKinds = meetingKindCodes.filter((kind) => meetingKinds[kind].publishes);

/** Meetings without their minutes, minutes nobody has published, and action points that fall due. */
@Injectable()
export class MeetingsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly desk: MeetingDesk,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const calendar = { today: this.clock.today(), workDays: this.workDays.calendar };
    if (isFirm(actor.role))
      return pointItems(await this.ownPoints(actor, compoundId), calendar.today, '查看');
    if (!mayDo(actor.role, 'meeting.edit')) return [];
    const meetings = await this.meetings(actor, calendar.today, compoundId);
    const points = await this.points(actor, calendar.today, compoundId);
    return [...meetingItems(meetings, calendar), ...pointItems(points, calendar.today, '去处理')];
  }

  /** Meetings of renovations going on whose day has come and whose minutes are not published. */
  private meetings(actor: Actor, today: string, compoundId?: number): Promise<WaitingMeeting[]> {
    const query = this.reader
      .createQueryBuilder(Meeting, 'meeting')
      .innerJoin(Compound, 'compound', 'compound.id = meeting.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = meeting.renovationId')
      .select(rawColumns('meeting', ['id', 'compoundId', 'kind', 'state', 'title']))
      .addSelect(rawColumns('meeting', ['plannedOn', 'heldOn', 'minutesDoneOn']))
      .addSelect(rawColumns('compound', ['name']))
      .where('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .andWhere(
        new Brackets((where) =>
          where
            .where(`meeting.state = 'planned' AND meeting.plannedOn < :today`, { today })
            .orWhere(`meeting.state = 'held'`)
            .orWhere(`meeting.state = 'minutes-done' AND meeting.kind IN (:...publishedKinds)`, {
              publishedKinds,
            }),
        ),
      )
      .orderBy('meeting.plannedOn', 'ASC')
      .limit(mostRows);
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }

  /** Open points that are due within the days of the rule book, or over. */
  private points(actor: Actor, today: string, compoundId?: number): Promise<WaitingPoint[]> {
    const soon = addDays(today, valueOn('work.soon-days', today));
    const query = this.openPoints().andWhere('point.dueOn <= :soon', { soon });
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }

  /** Every open point this firm answers for itself. */
  private ownPoints(actor: Actor, compoundId?: number): Promise<WaitingPoint[]> {
    const query = this.openPoints().andWhere('point.firmId = :firmId', { firmId: actor.organisationId });
    return this.compounds.within(this.desk.readablePoints(query, actor), actor, compoundId).getRawMany();
  }

  private openPoints() {
    return this.reader
      .createQueryBuilder(ActionPoint, 'point')
      .innerJoin(Meeting, 'meeting', 'meeting.id = point.meetingId')
      .innerJoin(Compound, 'compound', 'compound.id = point.compoundId')
      .select(rawColumns('point', ['id', 'compoundId', 'number', 'text', 'party', 'role', 'dueOn']))
      .addSelect(rawColumns('compound', ['name']))
      .where('point.state = :open', { open: 'open' })
      .orderBy('point.dueOn', 'ASC')
      .limit(mostRows);
  }
}
