import { Injectable, NotFoundException } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { PostedNotices } from '../compounds/posted-notices';
import { PublishedPhones } from '../compounds/published-phones';
import { Renovation } from '../compounds/renovation.entities';
import { redact } from '../domain/disclosure/redaction';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import {
  WishConclusion,
  WishDraft,
  conclusionBlockers,
  reopenBlockers,
  wishBlockers,
} from '../domain/meeting/wish';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, updateAt } from '../platform/database/unit-of-work';
import { Dwelling } from '../compounds/door.entities';
import { WishEntry, WishRecord } from './wish.entities';

/** A wish as a room heard it, for the renovation it belongs to. */
export interface WishToTake extends WishDraft {
  compoundId: number;
  renovationId: number;
  /** Whether somebody looked at what residents will read, in the preview. */
  isPublicChecked?: boolean;
}

/** Wishes and objections: taken where they are heard, ended with an answer; every step is kept. */
@Injectable()
export class Wishes {
  constructor(
    private readonly phones: PublishedPhones,
    private readonly notices: PostedNotices,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a wish down, inside a unit of work; the value is its id. */
  async take(tx: EntityManager, actor: Actor, draft: WishToTake): Promise<Outcome<number>> {
    const { compoundId, renovationId, kind, source, heardOn, isPublicChecked = false } = draft;
    const { dwellingId = null, meetingId = null, noticeId = null } = draft;
    const today = this.clock.today();
    const renovation = await tx.findOneByOrFail(Renovation, { id: renovationId, compoundId });
    const blockers = wishBlockers(draft, renovation, today);
    if (dwellingId !== null && !(await tx.existsBy(Dwelling, { id: dwellingId, compoundId }))) {
      blockers.push(houseRule('wish.door', '这一户不在本楼院的名册里，请重新选择'));
    }
    if (noticeId !== null && !(await this.isNoticeOf(tx, renovationId, noticeId))) {
      blockers.push(houseRule('wish.notice', '这份公示不属于本次改造，请重新选择'));
    }
    if (blockers.length) return refuse(...blockers);
    const number = ((await tx.maximum(WishRecord, 'number', { compoundId })) ?? 0) + 1;
    const phones = await this.phones.of(compoundId, tx);
    const publicText = redact(draft.publicText?.trim() || draft.text, { phones }).text;
    // No phone or ID number is kept, not even for the offices; doors they may know.
    const text = redact(draft.text, { phones, kinds: ['door'] }).text;
    const checked = isPublicChecked ? { publicCheckedOn: today, publicCheckedBy: actor.userId } : {};
    const row = { compoundId, renovationId, number, kind, source, dwellingId, meetingId, noticeId };
    const inserted = await tx.insert(WishRecord, { ...row, text, publicText, heardOn, ...checked });
    const id = inserted.identifiers[0].id as number;
    await this.enter(tx, actor, { wishId: id, step: 'taken' });
    await this.audit.record(tx, {
      actor,
      action: 'wish.taken',
      subject: { kind: 'wish', id },
      compoundId,
      to: `${kind} ${source}`,
    });
    return done(id);
  }

  /** Ends a wish with an answer, inside a unit of work; the plan adopts, a person on the page cannot (`byHand`). */
  async conclude(
    tx: EntityManager,
    actor: Actor,
    wishId: number,
    conclusion: Omit<WishConclusion, 'byHand'> & { byHand?: boolean; version?: number },
  ): Promise<Outcome<number>> {
    const { outcome, byHand = false } = conclusion;
    const { wish, renovation } = await this.find(tx, wishId);
    const blockers = conclusionBlockers(wish, { ...conclusion, byHand }, renovation.state);
    if (blockers.length) return refuse(...blockers);
    const mask = await this.phones.maskFor(wish.compoundId, tx);
    const answer = mask(conclusion.answer.trim());
    const at = { id: wishId, version: conclusion.version ?? wish.version };
    const answered = { answeredOn: this.clock.today(), answeredBy: actor.userId };
    if (!(await updateAt(tx, WishRecord, at, { state: outcome, answer, ...answered }))) return refuse(stale);
    await this.enter(tx, actor, { wishId, step: 'concluded', outcome, note: answer });
    await this.record(tx, actor, wish, 'wish.concluded', { from: wish.state, to: outcome });
    return done(wishId);
  }

  /** Opens an answered wish again, inside a unit of work: the answer stays in its history. */
  async reopen(
    tx: EntityManager,
    actor: Actor,
    wishId: number,
    asked: { reason: string; version?: number },
  ): Promise<Outcome<number>> {
    const { wish, renovation } = await this.find(tx, wishId);
    const blockers = reopenBlockers(wish, renovation.state);
    if (blockers.length) return refuse(...blockers);
    const at = { id: wishId, version: asked.version ?? wish.version };
    const change = { state: 'open' as const, answer: null, answeredOn: null, answeredBy: null };
    if (!(await updateAt(tx, WishRecord, at, change))) return refuse(stale);
    const mask = await this.phones.maskFor(wish.compoundId, tx);
    await this.enter(tx, actor, { wishId, step: 'reopened', note: mask(asked.reason) });
    await this.record(tx, actor, wish, 'wish.reopened', { from: wish.state, to: 'open' });
    return done(wishId);
  }

  /** Notes in the history that the words for residents were looked at. */
  enterRewording(tx: EntityManager, actor: Actor, wishId: number): Promise<void> {
    return this.enter(tx, actor, { wishId, step: 'reworded' });
  }

  private async find(tx: EntityManager, id: number) {
    const wish = await tx.findOneBy(WishRecord, { id });
    if (!wish) throw new NotFoundException();
    return { wish, renovation: await tx.findOneByOrFail(Renovation, { id: wish.renovationId }) };
  }

  private async isNoticeOf(tx: EntityManager, renovationId: number, noticeId: number): Promise<boolean> {
    return (await this.notices.ofRenovation(renovationId, tx)).some(({ id }) => id === noticeId);
  }

  private async enter(
    tx: EntityManager,
    { userId }: Actor,
    entry: Pick<WishEntry, 'wishId' | 'step'> & Partial<WishEntry>,
  ): Promise<void> {
    await tx.insert(WishEntry, { ...entry, madeBy: userId, madeAt: this.clock.nowAt() });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { id, compoundId }: WishRecord,
    action: string,
    more: { from: string; to: string },
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'wish', id }, compoundId, ...more });
  }
}
