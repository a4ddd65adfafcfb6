import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { PlanItemRecord, PlanVersion } from './plan.entities';
import { AdoptionForm } from './plan.forms';
import { PlanAnswers } from './plan-answers.service';
import { writeBlockers } from './plan-records';
import { foreignRow, noPlan } from './plan-refusals';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** Takes a wish into the plan: an item that is already in the draft answers it. */
@Injectable()
export class WishAdoption {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PlanDesk,
    private readonly answers: PlanAnswers,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers this wish with the chosen item. */
  adopt(actor: Actor, wish: { id: number; code: string }, form: AdoptionForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { version } = await this.desk.open(actor, wish.code, tx);
        if (!version) return refuse(noPlan);
        const records = await this.desk.records(version, tx);
        const item = records.items.find(({ id }) => id === form.item);
        const blockers = [...writeBlockers(records), ...(item ? [] : [foreignRow])];
        if (blockers.length || !item) return refuse(...blockers);
        const answering = { ...item, renovationId: version.renovationId, answer: form.answer };
        const chosen = [...new Set([...item.wishIds, wish.id])];
        const answered = await this.answers.chooseWishes(tx, actor, answering, chosen);
        if (!answered.ok) return answered;
        // A form of the item that was opened before would leave this wish out again.
        await updateAt(tx, PlanItemRecord, { id: item.id, version: item.version }, {});
        await tx.increment(PlanVersion, { id: version.id }, 'contentVersion', 1);
        await this.audit.record(tx, {
          actor,
          action: 'plan.item-changed',
          subject: { kind: 'plan', id: version.id },
          compoundId: version.compoundId,
          to: item.code,
        });
        return done(plansPaths.items(wish.code));
      }),
    );
  }
}
