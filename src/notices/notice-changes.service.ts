import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service';
import { redact } from '../domain/disclosure/redaction';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { cut } from '../domain/kernel/text';
import { NoticeShot, noticeShotNames, proofBlockers, withdrawalBlockers } from '../domain/meeting/notice';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { NoticePhoto, NoticeRecord } from './notice.entities';
import type { NoticeWithdrawalForm } from './notice.forms';
import { NoticeSubjects } from './notice-subjects';
import { NoticeDesk } from './notices.desk';
import { noticePaths } from './notices.paths';

/** Photos of one notice, the near and the far ones. */
export type ShotFiles = Record<NoticeShot, readonly PreparedFile[]>;

/** What can happen to a notice that hangs: it is photographed, or it is withdrawn. */
@Injectable()
export class NoticeChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: NoticeDesk,
    private readonly subjects: NoticeSubjects,
    private readonly files: Files,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Adds photos that show where it hangs; sent twice they are added once. */
  addPhotos(actor: Actor, id: number, onceKey: string, shots: ShotFiles): Promise<Outcome<string>> {
    const given = (['near', 'far'] as const).flatMap((kind) => shots[kind].map((file) => ({ kind, file })));
    return this.onceWithFiles.run(
      actor,
      onceKey,
      given.map(({ file }) => file),
      async (tx) => {
        const { notice, compound, renovation } = await this.desk.find(actor, id, tx);
        const blockers = proofBlockers(notice, renovation.state, given.length);
        if (blockers.length) return refuse(...blockers);
        for (const { kind, file } of given) {
          const caption = captionOf(notice.title, kind);
          const belonging = { compoundId: compound.id, purpose: 'notice' as const, actor, caption };
          const { id: fileId } = await this.files.attach(tx, file, belonging);
          await tx.insert(NoticePhoto, { noticeId: id, fileId, kind });
        }
        await this.audit.record(tx, {
          actor,
          action: 'notice.photographed',
          subject: { kind: 'notice', id },
          compoundId: compound.id,
          to: String(given.length),
        });
        return done(noticePaths.show(id));
      },
    );
  }

  /** Withdraws a notice: it stays readable here and proves nothing any more. */
  withdraw(actor: Actor, id: number, form: NoticeWithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { notice, compound, renovation } = await this.desk.find(actor, id, tx);
      const blockers = [
        ...withdrawalBlockers(notice, renovation.state),
        ...(await this.subjects.againstWithdrawal(notice, tx)),
      ];
      if (blockers.length) return refuse(...blockers);
      const reason = redact(form.reason).text;
      const change = { withdrawnOn: this.clock.today(), withdrawnReason: reason };
      if (!(await updateAt(tx, NoticeRecord, { id, version: form.version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        actor,
        action: 'notice.withdrawn',
        subject: { kind: 'notice', id },
        compoundId: compound.id,
        from: notice.kind,
        reason,
      });
      return done(noticePaths.show(id));
    });
  }
}

const captionOf = (title: string, kind: NoticeShot): string => cut(`${noticeShotNames[kind]}：${title}`, 60);
