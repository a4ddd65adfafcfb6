import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Renovation } from '../compounds/renovation.entities';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { MoveResult, moveResult } from '../domain/renovation/move-result';
import { Move, moveBlockers } from '../domain/renovation/moves';
import { Position, StageCode } from '../domain/renovation/stages';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { StageSchedule } from './schedule.entities';
import { StageDesk } from './stage-desk.service';
import { StageMove } from './stage-move.entity';
import { stagesPaths } from './stages.paths';
import { Standing, moveFactsOf } from './standing';
import { positionInWords } from './stage-words';

/** A move somebody asks for; `version` is that of the renovation they saw. */
export interface AskedMove {
  move: Move;
  reason?: string;
  version: number;
  onceKey: string;
}

/** Moves a renovation along its stages, or says every reason why not. */
@Injectable()
export class StageMoves {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: StageDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Makes one move: position, actual days and history in one breath. Sent twice it is one move. */
  take(actor: Actor, code: string, asked: AskedMove): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, asked.onceKey, async () => {
        const standing = await this.desk.find(actor, code, tx);
        const { renovation } = standing;
        if (renovation.version !== asked.version) return refuse(stale);
        const today = this.clock.today();
        const reason = asked.reason?.trim() ?? '';
        const facts = moveFactsOf(standing, reason, today);
        const blockers = moveBlockers(asked.move, facts, actor.role);
        if (blockers.length) return refuse(...blockers);
        const result = moveResult(asked.move, facts);
        const change = { ...result.position, ...endOf(asked.move, result.position, reason, today) };
        if (!(await updateAt(tx, Renovation, { id: renovation.id, version: asked.version }, change)))
          return refuse(stale);
        await this.writeDays(tx, standing, result, today);
        await this.writeHistory(tx, actor, standing, { move: asked.move, reason, to: result.position });
        return done(stagesPaths.index(code));
      }),
    );
  }

  /** The actual days of every stage the move began, ended or took up again. */
  private async writeDays(
    tx: EntityManager,
    standing: Standing,
    result: MoveResult,
    today: CalendarDate,
  ): Promise<void> {
    const rows = await this.desk.schedulesFor(tx, standing);
    const write = async (stages: StageCode[], change: (row: StageSchedule) => Partial<StageSchedule>) => {
      for (const row of rows.filter(({ stage }) => stages.includes(stage))) {
        await updateAt(tx, StageSchedule, { id: row.id, version: row.version }, change(row));
      }
    };
    await write(result.opened, () => ({ startedOn: today, endedOn: null }));
    await write(result.finished, (row) => ({ startedOn: row.startedOn ?? today, endedOn: today }));
    await write(result.reopened, () => ({ endedOn: null }));
    await write(result.withdrawn, () => ({ startedOn: null, endedOn: null }));
  }

  private async writeHistory(
    tx: EntityManager,
    actor: Actor,
    { compound, renovation }: Standing,
    made: { move: Move; reason: string; to: Position },
  ): Promise<void> {
    const { move, to } = made;
    const reason = made.reason || null;
    const inserted = await tx.insert(StageMove, {
      renovationId: renovation.id,
      move,
      fromStage: renovation.stage,
      toStage: to.stage,
      fromState: renovation.state,
      toState: to.state,
      fromRemoval: renovation.removal,
      toRemoval: to.removal,
      reason,
      movedBy: actor.userId,
      movedByRole: actor.role,
      movedOn: this.clock.today(),
      movedAt: this.clock.nowAt(),
    });
    await this.audit.record(tx, {
      actor,
      action: `stage.${move}`,
      subject: { kind: 'stage-move', id: inserted.identifiers[0].id as number },
      compoundId: compound.id,
      from: positionInWords(renovation),
      to: positionInWords(to),
      reason,
    });
  }
}

/** Why it stands still, and since when it is over. */
function endOf(move: Move, { state }: Position, reason: string, today: CalendarDate): Partial<Renovation> {
  if (state === 'paused' || state === 'cancelled') {
    return { stateReason: reason, closedOn: state === 'cancelled' ? today : null };
  }
  return { stateReason: null, ...(move === 'close' && { closedOn: today }) };
}
