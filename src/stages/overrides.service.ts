import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { overrideBlockers } from '../domain/renovation/gate-checks';
import { overBlockers } from '../domain/renovation/open-passages';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { PassedGate } from './evidence.entities';
import { StageDesk } from './stage-desk.service';
import { gateText } from './stage-words';
import { stagesPaths } from './stages.paths';

/** A gate the district officer wants to let pass, and why. */
export interface AskedOverride {
  gate: string;
  reason?: string;
  onceKey: string;
}

/** Lets gates of policy pass with a reason that is audited and shown; gates of the law never. */
@Injectable()
export class Overrides {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: StageDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Lets one gate pass, or says every reason why not. Sent twice it is one exception. */
  pass(actor: Actor, code: string, asked: AskedOverride): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, asked.onceKey, async () => {
        const { compound, renovation, gates } = await this.desk.find(actor, code, tx);
        const { gate } = asked;
        const reason = asked.reason?.trim() ?? '';
        const today = this.clock.today();
        const blockers = [
          ...overBlockers(renovation.state),
          ...overrideBlockers(gate, { role: actor.role, reason }, gates, today),
        ];
        if (blockers.length) return refuse(...blockers);
        const inserted = await tx.insert(PassedGate, {
          renovationId: renovation.id,
          gate,
          reason,
          passedBy: actor.userId,
          passedByRole: actor.role,
          passedOn: today,
          passedAt: this.clock.nowAt(),
        });
        await this.audit.record(tx, {
          actor,
          action: 'stage.gate-overridden',
          subject: { kind: 'gate-override', id: inserted.identifiers[0].id as number },
          compoundId: compound.id,
          to: gateText(gate, today),
          reason,
        });
        return done(stagesPaths.index(code));
      }),
    );
  }
}
