import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, IsNull } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import { byOffice, wordsBlockers, worksOverBlockers } from '../domain/construction/blocked';
import { bulletinBlockers, bulletinWithdrawalBlockers } from '../domain/construction/bulletin';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { notOpened } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { BulletinWriting, WrittenBulletin } from './bulletin-writing';
import { BulletinRecord } from './bulletin.entity';
import { BulletinWithdrawalForm, NewBulletinForm } from './bulletin.forms';
import { BulletinDesk } from './bulletins.desk';
import { diaryPaths } from './diaries.paths';

/** What is said where a bulletin is to be written before a renovation was opened. */
export const noRenovation = notOpened('works.bulletin-no-renovation', '发布周报');

const changed = byOffice('bulletin-changed', '预览以后又有新的确认，周报的文字变了，请再看一遍再发布');

/** What is typed of a bulletin; without `seen` it is published as it is written now. */
export type BulletinDraft = Omit<NewBulletinForm, 'step'>;

/** Weekly bulletins: published as they were looked at, withdrawn with a reason, never changed. */
@Injectable()
export class Bulletins {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly compounds: CompoundDesk,
    private readonly desk: BulletinDesk,
    private readonly writing: BulletinWriting,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The bulletin as it would be published, or what speaks against it; nothing is kept. */
  async check(actor: Actor, code: string, draft: BulletinDraft): Promise<Outcome<WrittenBulletin>> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    if (!renovation) return refuse(noRenovation);
    return this.judged(actor, { compound, renovation }, draft, this.reader.manager);
  }

  /** Publishes it; sent twice it is one. Its text is frozen as it was looked at. */
  publish(actor: Actor, code: string, draft: BulletinDraft): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, draft.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(noRenovation);
        const judged = await this.judged(actor, { compound, renovation }, draft, tx);
        if (!judged.ok) return judged;
        const { written, mark } = judged.value;
        if (draft.seen !== undefined && draft.seen !== mark) return refuse(changed);
        const number = 1 + ((await this.desk.ofRenovation(renovation.id, tx))[0]?.number ?? 0);
        const inserted = await tx.insert(BulletinRecord, {
          ...{ compoundId: compound.id, renovationId: renovation.id, number },
          ...{ fromOn: draft.from, untilOn: draft.to, title: written.title, body: written.text },
          ...{ publishedBy: actor.userId, publishedAt: this.clock.nowAt() },
        });
        const id = inserted.identifiers[0].id as number;
        await this.audit.record(tx, {
          ...{ actor, action: 'bulletin.published', subject: { kind: 'bulletin', id } },
          ...{ compoundId: compound.id, to: `${draft.from} ${draft.to}` },
        });
        return done(diaryPaths.bulletin(id));
      }),
    );
  }

  /** Takes one back; its text stays to be read inside. */
  withdraw(actor: Actor, id: number, form: BulletinWithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { bulletin, compound } = await this.desk.find(actor, id, tx);
      const blockers = [
        ...bulletinWithdrawalBlockers(bulletin.withdrawnOn),
        ...wordsBlockers('bulletin-withdrawal-reason', form.reason, '撤回的原因'),
      ];
      if (blockers.length) return refuse(...blockers);
      const withdrawnOn = this.clock.today();
      const change = { withdrawnOn, withdrawnBy: actor.userId, withdrawnReason: form.reason.trim() };
      if (!(await updateAt(tx, BulletinRecord, { id, version: form.version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        ...{ actor, action: 'bulletin.withdrawn', subject: { kind: 'bulletin', id } },
        ...{ compoundId: compound.id, to: `${bulletin.fromOn} ${bulletin.untilOn}` },
      });
      return done(diaryPaths.bulletin(id));
    });
  }

  private async judged(
    actor: Actor,
    place: { compound: Compound; renovation: Renovation },
    { from, to, paragraph = '' }: BulletinDraft,
    reader: EntityManager,
  ): Promise<Outcome<WrittenBulletin>> {
    const { renovation } = place;
    const standing = await reader.findBy(BulletinRecord, {
      renovationId: renovation.id,
      withdrawnOn: IsNull(),
    });
    const published = standing.map((one) => ({ from: one.fromOn, to: one.untilOn }));
    const blockers = [
      ...worksOverBlockers(renovation.state),
      ...bulletinBlockers({ from, to, paragraph }, published, actor.role, this.clock.today()),
    ];
    if (blockers.length) return refuse(...blockers);
    return done(await this.writing.write(place, { from, to, paragraph }, reader));
  }
}
