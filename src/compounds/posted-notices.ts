import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../domain/kernel/calendar-date';

/** A notice, as far as the rooms beside need to know it. */
export interface PostedNoticeLine {
  id: number;
  title: string;
  endsOn: CalendarDate;
  isWithdrawn: boolean;
  link: string;
}

/** What objections were made to one notice, and where they are listed and taken. */
export interface ObjectionsToNotice {
  count: number;
  open: number;
  link: string;
  newLink: string;
}

interface NoticeSource {
  ofRenovation(renovationId: number, from?: EntityManager): Promise<PostedNoticeLine[]>;
  byId(ids: readonly number[]): Promise<PostedNoticeLine[]>;
}

interface ObjectionSource {
  toNotice(code: string, noticeId: number): Promise<ObjectionsToNotice>;
}

/** Where the notices and the objections to them, two rooms side by side, learn of each other. */
@Injectable()
export class PostedNotices {
  private notices?: NoticeSource;
  private objections?: ObjectionSource;

  /** Called once by the room of the notices when it starts. */
  registerNotices(source: NoticeSource): void {
    this.notices = source;
  }

  /** Called once by the room that takes objections when it starts. */
  registerObjections(source: ObjectionSource): void {
    this.objections = source;
  }

  /** Every notice of a renovation, the latest first. */
  async ofRenovation(renovationId: number, from?: EntityManager): Promise<PostedNoticeLine[]> {
    return (await this.notices?.ofRenovation(renovationId, from)) ?? [];
  }

  /** The notices with these ids, by id; in one query however many there are. */
  async byId(ids: readonly number[]): Promise<Map<number, PostedNoticeLine>> {
    const lines = ids.length ? await this.notices?.byId(ids) : undefined;
    return new Map((lines ?? []).map((line) => [line.id, line]));
  }

  /** The objections to a notice; undefined while no room takes any. */
  async objectionsTo(code: string, noticeId: number): Promise<ObjectionsToNotice | undefined> {
    return this.objections?.toNotice(code, noticeId);
  }
}
