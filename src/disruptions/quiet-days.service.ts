import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { quietPeriodBlockers, quietWithdrawalBlockers } from '../domain/construction/quiet-period';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { QuietDayRecord } from './disruption.entities';
import { NewQuietDayForm, QuietDayWithdrawalForm } from './disruption.forms';
import { disruptionPaths } from './disruptions.paths';
import { toQuietPeriod } from './quiet-days';
import { QuietDayDesk } from './quiet-days.desk';

/** Quiet days: written down by a district or a street with the paper that says so, struck out with a reason. */
@Injectable()
export class QuietDayBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: QuietDayDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes them down for the own office; sent twice it is one. */
  record(actor: Actor, form: NewQuietDayForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { name, fromOn, untilOn, source } = form;
        const { organisationId } = actor;
        const known = await tx.findBy(QuietDayRecord, { organisationId, withdrawnOn: IsNull() });
        const period = { name, fromOn, untilOn, source };
        const blockers = quietPeriodBlockers(period, known.map(toQuietPeriod));
        if (blockers.length) return refuse(...blockers);
        const inserted = await tx.insert(QuietDayRecord, {
          ...{ ...period, organisationId, recordedBy: actor.userId, recordedAt: this.clock.nowAt() },
        });
        await this.audit.record(tx, {
          ...{ actor, action: 'quiet-day.recorded', to: `${fromOn} ${untilOn}` },
          subject: { kind: 'quiet-day', id: inserted.identifiers[0].id as number },
        });
        return done(disruptionPaths.quietDays());
      }),
    );
  }

  /** Strikes them out; they stay readable and count nowhere. */
  withdraw(actor: Actor, id: number, form: QuietDayWithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { row } = await this.desk.findOwn(actor, id, tx);
      const blockers = quietWithdrawalBlockers(row, form.reason);
      if (blockers.length) return refuse(...blockers);
      const change = {
        ...{
          withdrawnOn: this.clock.today(),
          withdrawnBy: actor.userId,
          withdrawnReason: form.reason.trim(),
        },
      };
      if (!(await updateAt(tx, QuietDayRecord, { id, version: form.version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        ...{ actor, action: 'quiet-day.withdrawn', subject: { kind: 'quiet-day', id } },
        to: `${row.fromOn} ${row.untilOn}`,
      });
      return done(disruptionPaths.quietDays());
    });
  }
}
