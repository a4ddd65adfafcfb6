import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import type { Compound } from '../compounds/compound.entity';
import { PublishedPhones } from '../compounds/published-phones';
import { Renovation } from '../compounds/renovation.entities';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { NoticeKind, NoticePlace, noticeBlockers } from '../domain/meeting/notice';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { NoticePhoto, NoticeRecord } from './notice.entities';

/** What a room posts: of which row, and in the words that hang in the yard. */
export interface NoticeToPost {
  compound: Pick<Compound, 'id'>;
  renovationId: number;
  kind: NoticeKind;
  subjectId: number;
  title: string;
  body: string;
  places: readonly NoticePlace[];
  postedOn: CalendarDate;
  endsOn: CalendarDate;
}

/** A notice with the photos that prove it. */
export interface ProvedNotice extends NoticeRecord {
  photos: NoticePhoto[];
}

/** Everything posted in a yard, for the rooms whose matters are posted. */
@Injectable()
export class Notices {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly phones: PublishedPhones,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Posts a notice; title and body are masked, so that what hangs in the yard names nobody. The value is its id. */
  async post(tx: EntityManager, actor: Actor, draft: NoticeToPost): Promise<Outcome<number>> {
    const { compound, renovationId, kind, subjectId, postedOn, endsOn } = draft;
    const renovation = await tx.findOneByOrFail(Renovation, { id: renovationId, compoundId: compound.id });
    const mask = await this.phones.maskFor(compound.id, tx);
    const places = [...new Set(draft.places)];
    const values = { title: mask(draft.title), body: mask(draft.body), places, postedOn, endsOn };
    const blockers = noticeBlockers(values, renovation, this.clock.today());
    if (blockers.length) return refuse(...blockers);
    const inserted = await tx.insert(NoticeRecord, {
      ...values,
      compoundId: compound.id,
      renovationId,
      kind,
      subjectId,
      places: places.join(','),
      postedBy: actor.userId,
      postedAt: this.clock.nowAt(),
    });
    const id = inserted.identifiers[0].id as number;
    await this.audit.record(tx, {
      actor,
      action: 'notice.posted',
      subject: { kind: 'notice', id },
      compoundId: compound.id,
      to: kind,
    });
    return done(id);
  }

  /** The notice that was posted last of this row, withdrawn or not; null when none was. */
  async latestOf(
    kind: NoticeKind,
    subjectId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<ProvedNotice | null> {
    const notice = await from.findOne(NoticeRecord, { where: { kind, subjectId }, order: { id: 'DESC' } });
    return notice && (await this.proved([notice], from))[0];
  }

  /** The notice that was posted last of each of these rows, by the row; those of which none was are missing. */
  async latestOfEach(
    kind: NoticeKind,
    subjectIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, ProvedNotice>> {
    const where = { kind, subjectId: In([...subjectIds]) };
    const notices = await from.find(NoticeRecord, { where, order: { id: 'ASC' } });
    const latest = new Map(notices.map((notice) => [notice.subjectId, notice]));
    const proved = await this.proved([...latest.values()], from);
    return new Map(proved.map((notice) => [notice.subjectId, notice]));
  }

  /** Every notice of a renovation, the latest first. */
  async ofRenovation(
    renovationId: number,
    from: EntityManager = this.reader.manager,
  ): Promise<ProvedNotice[]> {
    return this.proved(
      await from.find(NoticeRecord, { where: { renovationId }, order: { id: 'DESC' } }),
      from,
    );
  }

  /** The notices with these ids. */
  byId(ids: readonly number[]): Promise<NoticeRecord[]> {
    return this.reader.manager.findBy(NoticeRecord, { id: In([...ids]) });
  }

  /** These notices with their photos. */
  async proved(
    notices: readonly NoticeRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<ProvedNotice[]> {
    if (!notices.length) return [];
    const photos = await from.find(NoticePhoto, {
      where: { noticeId: In(notices.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    return notices.map((notice) => ({
      ...notice,
      photos: photos.filter(({ noticeId }) => noticeId === notice.id),
    }));
  }
}
