import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { stopEndBlockers, stopWindowBlockers, stopWithdrawalBlockers } from '../domain/progress/stop-window';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { ProgressDesk } from './progress.desk';
import { StopWindowRecord } from './progress.entities';
import type { StopEndForm, StopWindowForm, StopWithdrawalForm } from './progress.forms';
import { progressPaths } from './progress.paths';
import { toStopWindow } from './progress.rows';

/** Days on which works stood still, as the manager writes them down. */
@Injectable()
export class StopWindows {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ProgressDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a stop down; sent twice it is one. */
  write(actor: Actor, code: string, form: StopWindowForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation, items, windows } = await this.desk.current(actor, code, tx);
        const { kind, fromOn } = form;
        const chosen = [...new Set(form.items)].sort((one, other) => one - other);
        const values = { kind, fromOn, toOn: form.toOn ?? null, note: form.note ?? '' };
        const itemIds = chosen.length ? chosen : null;
        const { state, openedOn } = renovation;
        const place = { renovation: state, openedOn, items, known: windows.map(toStopWindow) };
        const blockers = stopWindowBlockers({ ...values, itemIds }, place, this.clock.today());
        if (blockers.length) return refuse(...blockers);
        const inserted = await tx.insert(StopWindowRecord, {
          ...{ ...values, compoundId: compound.id, renovationId: renovation.id },
          ...{ itemIds: itemIds && itemIds.map(String), recordedBy: actor.userId },
          recordedAt: this.clock.nowAt(),
        });
        await this.audit.record(tx, {
          ...{ actor, action: 'stop-window.written', compoundId: compound.id },
          subject: { kind: 'stop-window', id: inserted.identifiers[0].id as number },
          ...{ from: fromOn, to: kind },
        });
        return done(progressPaths.index(code));
      }),
    );
  }

  /** Says the last day of a stop. */
  end(actor: Actor, id: number, { toOn, version }: StopEndForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { window, compound, renovation } = await this.desk.stop(actor, id, tx);
      const blockers = stopEndBlockers(window, toOn, renovation.state);
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, StopWindowRecord, { id, version }, { toOn }))) return refuse(stale);
      await this.audit.record(tx, {
        ...{ actor, action: 'stop-window.ended', subject: { kind: 'stop-window', id } },
        ...{ compoundId: compound.id, from: window.toOn, to: toOn },
      });
      return done(progressPaths.index(compound.code));
    });
  }

  /** Takes back a stop written by mistake; it stays stored and counts nowhere. */
  withdraw(actor: Actor, id: number, { reason, version }: StopWithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { compound, renovation } = await this.desk.stop(actor, id, tx);
      const blockers = stopWithdrawalBlockers(renovation.state, reason);
      if (blockers.length) return refuse(...blockers);
      const change = { withdrawnOn: this.clock.today(), withdrawnReason: reason };
      if (!(await updateAt(tx, StopWindowRecord, { id, version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        ...{ actor, action: 'stop-window.withdrawn', subject: { kind: 'stop-window', id } },
        compoundId: compound.id,
      });
      return done(progressPaths.index(compound.code));
    });
  }
}
