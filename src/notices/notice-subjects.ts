import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Blocker } from '../domain/kernel/blocker';
import type { NoticeKind } from '../domain/meeting/notice';

/** The room behind a kind of notice: its tab, and where the row stands that the notice tells of. */
export interface NoticeSubject {
  kinds: readonly NoticeKind[];
  /** Key of the room's tab. */
  tab: string;
  /** '看这次会议'. */
  label: string;
  link(subjectId: number, code: string): string;
  /** What the room has against withdrawing a notice of this kind now; rooms that say nothing have nothing. */
  againstWithdrawal?(kind: NoticeKind, subjectId: number, from: EntityManager): Promise<Blocker[]>;
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

  /** What the room behind this notice has against withdrawing it. */
  async againstWithdrawal(
    { kind, subjectId }: { kind: NoticeKind; subjectId: number },
    from: EntityManager,
  ): Promise<Blocker[]> {
    return (await this.of(kind)?.againstWithdrawal?.(kind, subjectId, from)) ?? [];
  }
}
