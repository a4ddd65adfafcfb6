import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { cut } from '../domain/kernel/text';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { delayReplyBlockers } from '../domain/progress/delay-decision';
import { finishDelay } from '../domain/progress/delay-proposal';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ProgressDesk, proposalsOf } from './progress.desk';
import { DelayDecisionRecord } from './progress.entities';
import type { DelayForm } from './progress.forms';
import { progressPaths } from './progress.paths';

/** Later ends that stops explain: granted or declined by the manager. */
@Injectable()
export class Delays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ProgressDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Answers a proposal as it stands now; sent twice it is answered once. One that moves the end of everything leads on to it. */
  answer(actor: Actor, code: string, form: DelayForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const works = await this.desk.current(actor, code, tx);
        const { compound, renovation, decisions } = works;
        const { item: itemId, until: proposedFinishOn, decision } = form;
        const reply = { itemId, proposedFinishOn, decision, note: form.note ?? '' };
        const proposals = proposalsOf(works);
        const place = { renovation: renovation.state, proposals, decisions };
        const blockers = delayReplyBlockers(reply, place);
        if (blockers.length) return refuse(...blockers);
        const finish = decision === 'granted' ? finishDelay(works.course!) : null;
        const { plannedFinishOn, words } = proposals.find((one) => one.itemId === itemId)!;
        const inserted = await tx.insert(DelayDecisionRecord, {
          ...{ compoundId: compound.id, renovationId: renovation.id, ...reply, plannedFinishOn },
          ...{ words: cut(words, 2000), decidedOn: this.clock.today(), decidedBy: actor.userId },
          decidedAt: this.clock.nowAt(),
        });
        await this.audit.record(tx, {
          ...{
            actor,
            action: decision === 'granted' ? 'delay.granted' : 'delay.declined',
            compoundId: compound.id,
          },
          subject: { kind: 'delay-decision', id: inserted.identifiers[0].id as number },
          ...{ from: plannedFinishOn, to: proposedFinishOn },
        });
        const movesAll = finish?.forecastEndOn === proposedFinishOn;
        return done(movesAll ? progressPaths.stageForecast(code, finish) : progressPaths.index(code));
      }),
    );
  }
}
