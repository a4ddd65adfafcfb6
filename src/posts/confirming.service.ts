import { Injectable } from '@nestjs/common';
import { EntityManager, In, LessThan } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { stateOfCorrected } from '../domain/construction/post-arrival';
import { postLifecycle, PostStep, postStepBlockers } from '../domain/construction/post-lifecycle';
import { stopping } from '../domain/kernel/blocker';
import { compareDates } from '../domain/kernel/calendar-date';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { ConfirmationForm, ReturnForm } from './confirming.forms';
import { PhotoChoices } from './photo-choices.service';
import { JudgedPost, mayDecideOn, PostJudging } from './post-judging';
import { PostRecord } from './post.entities';
import { PostAtPlace, PostDesk } from './posts.desk';
import { postsPaths } from './posts.paths';

type Deciding = Extract<PostStep, 'confirm' | 'return'>;

const recordedAs: Record<Deciding, string> = { confirm: 'post.confirmed', return: 'post.returned' };

/** Posts confirmed or sent back by somebody else than who sent them; what was confirmed before is replaced only then. */
@Injectable()
export class Confirming {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PostDesk,
    private readonly judging: PostJudging,
    private readonly choices: PhotoChoices,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Confirms a post, judged anew; leads to the next one that waits. Pressed twice by one person it is one. */
  confirm(actor: Actor, id: number, form: ConfirmationForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const place = await this.desk.find(actor, id, tx);
      const judged = await this.judging.of(actor, place, '', tx);
      if (isRepeat(place, actor, 'confirm', form)) return done(this.after(actor, place, judged));
      const blockers = this.against(actor, place, judged, 'confirm');
      if (blockers.length) return refuse(...blockers);
      const chooses = mayDo(actor.role, 'file.publish') || form.shown.length > 0;
      const change = { returnReason: null, ...(chooses && this.choices.mark(actor)) };
      if (!(await this.decide(tx, actor, place, { step: 'confirm', version: form.version, change }))) {
        return refuse(stale);
      }
      const shown = chooses ? await this.choices.show(tx, actor, place, form, 'confirmed') : done(undefined);
      if (!shown.ok) return shown;
      const back = await this.choices.takeBack(tx, actor, place, await this.replaceEarlier(tx, place));
      if (!back.ok) return back;
      return done(this.after(actor, place, judged));
    });
  }

  /** Sends a post back with its reasons; the phone opens it on them. */
  sendBack(actor: Actor, id: number, form: ReturnForm): Promise<Outcome<string>> {
    const reason = [...form.reasons, form.words?.trim() ?? ''].filter(Boolean).join('；');
    return this.work.run(async (tx) => {
      const place = await this.desk.find(actor, id, tx);
      const judged = await this.judging.of(actor, place, reason, tx);
      if (isRepeat(place, actor, 'return', form)) return done(this.after(actor, place, judged));
      const blockers = this.against(actor, place, judged, 'return');
      if (blockers.length) return refuse(...blockers);
      const step = { step: 'return' as const, version: form.version, change: { returnReason: reason } };
      if (!(await this.decide(tx, actor, place, step))) return refuse(stale);
      return done(this.after(actor, place, judged));
    });
  }

  private against(actor: Actor, { post }: PostAtPlace, { facts }: JudgedPost, step: Deciding) {
    return stopping(postStepBlockers(step, post.state, actor.role, facts));
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { post, compound }: PostAtPlace,
    { step, version, change }: { step: Deciding; version: number; change: Partial<PostRecord> },
  ): Promise<boolean> {
    const { id, workedOn } = post;
    const state = postLifecycle[step].to as PostRecord['state'];
    const decided = { state, decidedBy: actor.userId, decidedAt: this.clock.nowAt(), ...change };
    if (!(await updateAt(tx, PostRecord, { id, version }, decided))) return false;
    await this.audit.record(tx, {
      ...{ actor, action: recordedAs[step], subject: { kind: 'post', id } },
      ...{ compoundId: compound.id, to: workedOn },
    });
    return true;
  }

  /** What was told of the day before this post stands no longer; the ids of those posts. */
  private async replaceEarlier(tx: EntityManager, { post }: PostAtPlace): Promise<number[]> {
    const { id, contractId, workedOn } = post;
    const where = { contractId, workedOn, id: LessThan(id) };
    const earlier = await tx.findBy(PostRecord, {
      ...where,
      state: In(['sent', 'returned', 'confirmed']),
    });
    for (const { id: earlierId, state, version } of earlier) {
      const to = stateOfCorrected(state, 'confirmed') as PostRecord['state'];
      await updateAt(tx, PostRecord, { id: earlierId, version }, { state: to });
    }
    return earlier.map((one) => one.id);
  }

  /** The next post of the renovation this person may decide on, the oldest day first; the list when none is left. */
  private after(actor: Actor, { post, compound, renovation }: PostAtPlace, judged: JudgedPost): string {
    const [next] = judged.posts
      .filter(({ id }) => id !== post.id)
      .filter(mayDecideOn(actor, judged.supervision))
      .sort((one, other) => compareDates(one.workedOn, other.workedOn) || one.id - other.id);
    const sequence = renovation.isCurrent ? undefined : renovation.sequence;
    return next ? postsPaths.show(next.id) : postsPaths.index(compound.code, { renovation: sequence });
  }
}

/** Has this very person just done this very step? A double press is not somebody else's. */
const isRepeat = (
  { post: { row } }: PostAtPlace,
  { userId }: Actor,
  step: Deciding,
  { version }: { version: number },
): boolean => row.state === postLifecycle[step].to && row.decidedBy === userId && row.version === version + 1;
