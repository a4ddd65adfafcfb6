import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource, EntityManager, In, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Organisation } from '../access/entities';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation, RenovationParty } from '../compounds/renovation.entities';
import { firmKinds } from '../domain/meeting/meeting-kinds';
import { hangs } from '../domain/meeting/notice';
import { Actor } from '../domain/people/actor';
import { isFirm } from '../domain/people/roles';
import { Notices } from '../notices/notices.service';
import { Clock } from '../platform/clock/clock';
import { ActionPoint } from './action-point.entities';
import {
  AgendaItem,
  AttendanceRow,
  DecisionRow,
  Meeting,
  MeetingPhoto,
  MeetingPublication,
} from './meeting.entities';
import { FirmOfRenovation, MeetingAtPlace, MeetingRecords } from './meeting-records';

/**
 * The one way to meetings: whoever asks gets those of their scope; firms get the kinds they sit in, of the renovations
 * they work on, and nothing of the others.
 */
@Injectable()
export class MeetingDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** The meeting with this id. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<MeetingAtPlace> {
    const query = from.createQueryBuilder(Meeting, 'meeting').where('meeting.id = :id', { id });
    const meeting = await this.readable(query, actor).getOne();
    if (!meeting) throw new NotFoundException();
    return {
      meeting,
      compound: await this.compounds.findById(actor, meeting.compoundId, from),
      renovation: await from.findOneByOrFail(Renovation, { id: meeting.renovationId }),
    };
  }

  /** The meetings of a renovation that this person may read, the latest first, one page of them, and how many there are. */
  async list(
    actor: Actor,
    renovation: Renovation,
    page: { size: number; number: number },
  ): Promise<{ meetings: Meeting[]; total: number }> {
    const query = this.reader
      .createQueryBuilder(Meeting, 'meeting')
      .addSelect('COALESCE(meeting.heldOn, meeting.plannedOn)', 'meeting_day')
      .where('meeting.renovationId = :renovationId', { renovationId: renovation.id })
      .orderBy('meeting_day', 'DESC')
      .addOrderBy('meeting.id', 'DESC')
      .offset((page.number - 1) * page.size)
      .limit(page.size);
    const [meetings, total] = await this.readable(query, actor).getManyAndCount();
    return { meetings, total };
  }

  /** Adds to a query over meetings the condition that this person may read them; the compound is the caller's question. */
  readable<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, actor: Actor): SelectQueryBuilder<T> {
    if (!isFirm(actor.role)) return query;
    return query.andWhere(this.forFirm(query, actor));
  }

  /** The same over action points: those given to the firm, and those of meetings it may read. Joins meeting. */
  readablePoints<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, actor: Actor): SelectQueryBuilder<T> {
    if (!isFirm(actor.role)) return query;
    const { organisationId } = actor;
    return query.andWhere(
      new Brackets((where) =>
        where
          .where('point.firmId = :ownFirmId', { ownFirmId: organisationId })
          .orWhere(this.forFirm(query, actor)),
      ),
    );
  }

  private forFirm<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, actor: Actor): Brackets {
    const works = query
      .subQuery()
      .select('1')
      .from(RenovationParty, 'seat')
      .where('seat.renovationId = meeting.renovationId')
      .andWhere('seat.organisationId = :seatFirmId')
      .andWhere('seat.role = :seatRole');
    return new Brackets((where) =>
      where.where('meeting.kind IN (:...firmKinds)', { firmKinds }).andWhere(`EXISTS ${works.getQuery()}`, {
        seatFirmId: actor.organisationId,
        seatRole: actor.role,
      }),
    );
  }

  /** Everything recorded of a meeting. */
  async records(found: MeetingAtPlace, from: EntityManager = this.reader.manager): Promise<MeetingRecords> {
    const { meeting } = found;
    const meetingId = meeting.id;
    const inOrder = { where: { meetingId }, order: { id: 'ASC' as const } };
    const notice = await this.notices.latestOf('meeting', meetingId, from);
    return {
      ...found,
      notice: hangs(notice) && notice.id === meeting.noticeId ? notice : null,
      agenda: await from.find(AgendaItem, { where: { meetingId }, order: { position: 'ASC' } }),
      attendance: await from.find(AttendanceRow, inOrder),
      decisions: await from.find(DecisionRow, { where: { meetingId }, order: { position: 'ASC' } }),
      photos: await from.find(MeetingPhoto, inOrder),
      points: await from.find(ActionPoint, inOrder),
      publications: await from.find(MeetingPublication, { where: { meetingId }, order: { number: 'DESC' } }),
    };
  }

  /** Attendance, decisions and number of action points of these meetings, by meeting. */
  async lines(meetings: readonly Meeting[], from: EntityManager = this.reader.manager) {
    const meetingId = In(meetings.map(({ id }) => id));
    const [attendance, decisions, points] = meetings.length
      ? [
          await from.find(AttendanceRow, { where: { meetingId }, order: { id: 'ASC' } }),
          await from.find(DecisionRow, { where: { meetingId }, order: { position: 'ASC' } }),
          await from.find(ActionPoint, { where: { meetingId }, select: { id: true, meetingId: true } }),
        ]
      : [[], [], []];
    return (id: number) => ({
      attendance: attendance.filter((row) => row.meetingId === id),
      decisions: decisions.filter((row) => row.meetingId === id),
      points: points.filter((row) => row.meetingId === id).length,
    });
  }

  /** The meetings these action points come from, as far as this person may read them, by id. */
  async origins(actor: Actor, points: readonly ActionPoint[]): Promise<Map<number, Meeting>> {
    const ids = [...new Set(points.map(({ meetingId }) => meetingId))];
    if (!ids.length) return new Map();
    const query = this.reader
      .createQueryBuilder(Meeting, 'meeting')
      .where('meeting.id IN (:...ids)', { ids });
    const meetings = await this.readable(query, actor).getMany();
    return new Map(meetings.map((meeting) => [meeting.id, meeting]));
  }

  /** Builder and supervisor of a renovation that work on it today, for whoever answers for an action point. */
  async firmsOf(
    renovationId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<FirmOfRenovation[]> {
    const today = this.clock.today();
    const parties = await from.find(RenovationParty, { where: { renovationId }, order: { id: 'ASC' } });
    const working = parties.filter(({ untilOn }) => untilOn === null || untilOn >= today);
    const names = await this.firmNames(
      working.map(({ organisationId }) => organisationId),
      from,
    );
    return working.map(({ organisationId, role }) => ({
      firmId: organisationId,
      party: role,
      name: names.get(organisationId) ?? '',
    }));
  }

  /** What these firms are called, by id. */
  async firmNames(
    ids: readonly (number | null)[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, string>> {
    const wanted = ids.filter((id) => id !== null);
    if (!wanted.length) return new Map();
    const rows = await from.findBy(Organisation, { id: In(wanted) });
    return new Map(rows.map(({ id, shortName }) => [id, shortName]));
  }
}
