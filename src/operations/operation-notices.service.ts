import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { PublishedPhones } from '../compounds/published-phones';
import type { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { hangs, noticeBlockers, noticeOverBlockers } from '../domain/meeting/notice';
import type { Actor } from '../domain/people/actor';
import { operationNoticeBlockers } from '../domain/removal/operation-notice';
import { publicationBlockers } from '../domain/removal/removal-publication';
import { NoticeChanges } from '../notices/notice-changes.service';
import { Notices } from '../notices/notices.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { OperationNoticeForm } from './operation.forms';
import type { OperationRecord } from './operation.entities';
import { OperationAtPlace, OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';

/** Tells residents of a removal day: a notice that hangs until the day is over. */
@Injectable()
export class OperationNotices {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: OperationDesk,
    private readonly notices: Notices,
    private readonly changes: NoticeChanges,
    private readonly phones: PublishedPhones,
    private readonly once: OnceKeys,
    private readonly clock: Clock,
  ) {}

  /** What would be said if it were posted so; nothing is written. */
  async check(actor: Actor, id: number, form: OperationNoticeForm): Promise<Outcome<string>> {
    const found = await this.desk.find(actor, id);
    const blockers = await this.blockers(found, form, this.reader.manager);
    return blockers.length ? refuse(...blockers) : done(operationsPaths.show(id));
  }

  /** Posts it; sent twice it is one notice. */
  post(actor: Actor, id: number, form: OperationNoticeForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const found = await this.desk.find(actor, id, tx);
        const blockers = await this.blockers(found, form, tx);
        if (blockers.length) return refuse(...blockers);
        const { compound, renovation, operation } = found;
        const { title, body, places, postedOn } = form;
        const posted = await this.notices.post(tx, actor, {
          ...{ compound, renovationId: renovation.id, kind: 'removal-day', subjectId: id },
          ...{ title, body, places, postedOn, endsOn: operation.happensOn },
        });
        return posted.ok ? done(operationsPaths.show(id)) : posted;
      }),
    );
  }

  /** Takes down the notice that hangs, if one does, inside a unit of work. */
  async takeDown(
    tx: EntityManager,
    actor: Actor,
    { id }: Pick<OperationRecord, 'id'>,
    reason: string,
  ): Promise<Outcome<unknown>> {
    const notice = await this.notices.latestOf('removal-day', id, tx);
    if (!hangs(notice)) return done(undefined);
    return this.changes.withdraw(actor, notice.id, { reason, version: notice.version });
  }

  /** What speaks against posting one at all? */
  async lateBlockers(
    { operation, renovation }: Pick<OperationAtPlace, 'operation' | 'renovation'>,
    from: EntityManager = this.reader.manager,
  ): Promise<Blocker[]> {
    const isPosted = hangs(await this.notices.latestOf('removal-day', operation.id, from));
    return [...noticeOverBlockers(renovation.state), ...operationNoticeBlockers(operation.state, isPosted)];
  }

  private async blockers(
    found: OperationAtPlace,
    form: OperationNoticeForm,
    from: EntityManager,
  ): Promise<Blocker[]> {
    const { operation, compound, renovation } = found;
    const late = await this.lateBlockers(found, from);
    if (late.length) return late;
    const phones = await this.phones.of(compound.id, from);
    const draft = { ...form, endsOn: operation.happensOn };
    return [
      ...publicationBlockers(`${form.title}\n${form.body}`, phones),
      ...noticeBlockers(draft, renovation, this.clock.today()),
    ];
  }
}
