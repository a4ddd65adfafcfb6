import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { hangs } from '../domain/meeting/notice';
import { isLate } from '../domain/plan/plan-posting';
import { Notices, ProvedNotice } from '../notices/notices.service';
import { WishRecord } from '../wishes/wish.entities';

/** An objection, and whether it came after its notice had ended. */
export interface Objection {
  wish: WishRecord;
  /** The last day of the notice it is about; null where it names none. */
  noticeEndsOn: string | null;
  isLate: boolean;
}

/** Objections to the plan of a renovation: those to its notices, and those that name no notice. */
@Injectable()
export class PlanObjections {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly notices: Notices,
  ) {}

  /** Every objection, the latest first. */
  async of(renovationId: number, from: EntityManager = this.reader.manager): Promise<Objection[]> {
    const posted = new Map((await this.noticesOf(renovationId, from)).map((notice) => [notice.id, notice]));
    const objections = await from.find(WishRecord, {
      where: { renovationId, kind: 'objection' },
      order: { heardOn: 'DESC', id: 'DESC' },
    });
    return objections
      .filter(({ noticeId }) => noticeId === null || posted.has(noticeId))
      .map((wish) => {
        const notice = wish.noticeId === null ? undefined : posted.get(wish.noticeId);
        const late = notice !== undefined && isLate(notice, wish.heardOn);
        return { wish, noticeEndsOn: notice?.endsOn ?? null, isLate: late };
      });
  }

  /** The notice an objection of today is about: the one that hangs, else the last that did; null before the first. */
  async noticeOf(renovationId: number): Promise<ProvedNotice | null> {
    const notices = await this.noticesOf(renovationId, this.reader.manager);
    return notices.find(hangs) ?? notices[0] ?? null;
  }

  private async noticesOf(renovationId: number, from: EntityManager): Promise<ProvedNotice[]> {
    return (await this.notices.ofRenovation(renovationId, from)).filter(({ kind }) => kind === 'plan');
  }
}
