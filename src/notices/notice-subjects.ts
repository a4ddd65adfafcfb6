import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '../domain/meeting/notice';

/** The room behind a kind of notice: its tab, and where the row stands that the notice tells of. */
export interface NoticeSubject {
  kinds: readonly NoticeKind[];
  /** Key of the room's tab. */
  tab: string;
  /** '看这次会议'. */
  label: string;
  link(subjectId: number, code: string): string;
}

/** Where the rooms above say what their notices tell of, so that the notices need to know none of them. */
@Injectable()
export class NoticeSubjects {
  private readonly subjects: NoticeSubject[] = [];

  /** Called once by a room when it starts. */
  register(subject: NoticeSubject): void {
    this.subjects.push(subject);
  }

  of(kind: NoticeKind): NoticeSubject | undefined {
    return this.subjects.find(({ kinds }) => kinds.includes(kind));
  }
}
