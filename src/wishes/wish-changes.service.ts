import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { PublishedPhones } from '../compounds/published-phones';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { conclusionBlockers, wishBlockers, wishOverBlockers } from '../domain/meeting/wish';
import type { Actor } from '../domain/people/actor';
import { notOpened } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { WishRecord } from './wish.entities';
import { NewWishForm, PublicTextForm, ReopenForm, WishConclusionForm } from './wish.forms';
import { WishDesk } from './wishes.desk';
import { wishPaths } from './wishes.paths';
import { Wishes } from './wishes.service';

/** What the offices do with wishes on their own pages. */
@Injectable()
export class WishChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly compounds: CompoundDesk,
    private readonly desk: WishDesk,
    private readonly wishes: Wishes,
    private readonly phones: PublishedPhones,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What speaks against writing this down, before it is shown as residents will read it. */
  async blockers(actor: Actor, code: string, form: NewWishForm): Promise<Blocker[]> {
    const { renovation } = await this.compounds.current(actor, code);
    if (!renovation) return [noRenovation];
    return wishBlockers(form, renovation, this.clock.today());
  }

  /** Writes a wish down whose words for residents were looked at; sent twice it is one. */
  add(actor: Actor, code: string, form: NewWishForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(noRenovation);
        const { kind, source, text, publicText, heardOn, dwellingId, noticeId } = form;
        const draft = { kind, source, text, publicText, heardOn, dwellingId, noticeId };
        const place = { compoundId: compound.id, renovationId: renovation.id };
        const taken = await this.wishes.take(tx, actor, { ...draft, ...place, isPublicChecked: true });
        return taken.ok ? done(wishPaths.show(taken.value)) : taken;
      }),
    );
  }

  /** What speaks against this answer, before it is shown as residents will read it. */
  async answerBlockers(actor: Actor, id: number, form: WishConclusionForm): Promise<Blocker[]> {
    const { wish, renovation } = await this.desk.find(actor, id);
    const blockers = conclusionBlockers(wish, { ...form, byHand: true }, renovation.state);
    return blockers.length || wish.version === form.version ? blockers : [stale];
  }

  /** Ends a wish with an answer that was looked at, together with its words; sent twice it is one answer. */
  answer(actor: Actor, id: number, form: WishConclusionForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        await this.desk.find(actor, id, tx);
        const { outcome, answer, version } = form;
        const concluded = await this.wishes.conclude(tx, actor, id, {
          outcome,
          answer,
          version,
          byHand: true,
        });
        if (!concluded.ok) return concluded;
        await this.markChecked(tx, actor, id);
        return done(wishPaths.show(id));
      }),
    );
  }

  /** Says what residents read of it, and that somebody looked at it. */
  reword(actor: Actor, id: number, form: PublicTextForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { wish, compound, renovation } = await this.desk.find(actor, id, tx);
      const blockers = wishOverBlockers(renovation.state);
      if (blockers.length) return refuse(...blockers);
      const mask = await this.phones.maskFor(compound.id, tx);
      const publicText = mask(form.publicText.trim());
      const change = { publicText, publicCheckedOn: this.clock.today(), publicCheckedBy: actor.userId };
      if (!(await updateAt(tx, WishRecord, { id, version: form.version }, change))) return refuse(stale);
      if (publicText !== wish.publicText || wish.publicCheckedOn === null)
        await this.wishes.enterRewording(tx, actor, id);
      await this.audit.record(tx, {
        actor,
        action: 'wish.reworded',
        subject: { kind: 'wish', id },
        compoundId: compound.id,
      });
      return done(wishPaths.show(id));
    });
  }

  /** Opens an answered wish again. */
  reopen(actor: Actor, id: number, form: ReopenForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      await this.desk.find(actor, id, tx);
      const reopened = await this.wishes.reopen(tx, actor, id, form);
      return reopened.ok ? done(wishPaths.show(id)) : reopened;
    });
  }

  private async markChecked(tx: EntityManager, actor: Actor, id: number): Promise<void> {
    const change = { publicCheckedOn: this.clock.today(), publicCheckedBy: actor.userId };
    await tx.update(WishRecord, { id }, change);
  }
}

/** What is said where a wish is to be written down before a renovation was opened. */
export const noRenovation = notOpened('wish.no-renovation', '登记居民意见');
