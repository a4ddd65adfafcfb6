import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { DoorLine, Doors } from '../compounds/doors.service';
import { Renovation } from '../compounds/renovation.entities';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import {
  CallOutcome,
  HouseholdCall,
  callBlockers,
  callOutcomeNames,
  householdBlockers,
  outcomeOf,
} from '../domain/meeting/household-call';
import { HouseholdAnswers, answered } from '../domain/meeting/household-questions';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { doorAfter } from '../surveys/visits.service';
import { Wishes } from '../wishes/wishes.service';
import { HouseholdAnswerRecord, HouseholdCallRecord } from './household-call.entities';
import { CallForm, CallWithdrawalForm } from './household.forms';
import { HouseholdDesk, walkPast } from './households.desk';
import { householdPaths } from './households.paths';

/** A call as it is written down. */
interface CallToWrite extends HouseholdCall {
  dwellingId: number;
  note: string;
}

/** Calls from door to door: each is kept; what is wrong is taken back, never changed. */
@Injectable()
export class Calls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: HouseholdDesk,
    private readonly compounds: CompoundDesk,
    private readonly doors: Doors,
    private readonly wishes: Wishes,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes one call down, with a wish that was heard; the value is the page to go on with. */
  async add(actor: Actor, dwellingId: number, form: CallForm): Promise<Outcome<string>> {
    const { door, compound } = await this.doors.find(actor, dwellingId);
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const renovation = await this.compounds.currentRenovation(compound.id, tx);
        const call = callOf(form, dwellingId);
        const blockers = [
          ...householdBlockers(renovation?.state ?? null),
          ...this.blockersOf(call, renovation),
        ];
        if (blockers.length || !renovation || !isWhole(call)) return refuse(...blockers);
        const id = await this.insert(tx, actor, renovation, call);
        await this.audit.record(tx, {
          actor,
          action: 'household.called',
          subject: { kind: 'call', id },
          compoundId: compound.id,
          to: callOutcomeNames[call.outcome],
        });
        const wish = await this.takeWish(tx, actor, { compound, renovation, call }, form);
        if (!wish.ok) return wish;
        return done(form.next ? await this.nextPage(compound, door, tx) : householdPaths.history(dwellingId));
      }),
    );
  }

  /** Takes back a call that was written down by mistake; it stays readable and counts nowhere. */
  withdraw(actor: Actor, id: number, form: CallWithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { call, renovation, compound } = await this.desk.call(actor, id, tx);
      const blockers = householdBlockers(renovation.state);
      if (call.withdrawnOn) blockers.push(houseRule('call.withdrawn', '这条走访记录已经作废'));
      if (blockers.length) return refuse(...blockers);
      const change = { withdrawnOn: this.clock.today(), withdrawnReason: form.reason };
      if (!(await updateAt(tx, HouseholdCallRecord, { id, version: form.version }, change)))
        return refuse(stale);
      await this.audit.record(tx, {
        actor,
        action: 'call.withdrawn',
        subject: { kind: 'call', id },
        compoundId: compound.id,
        reason: form.reason,
      });
      return done(householdPaths.history(call.dwellingId));
    });
  }

  /** Writes the row of a call and those of its answers, inside a unit of work; the value is its id. */
  async insert(
    tx: EntityManager,
    actor: Actor,
    { id: renovationId }: Renovation,
    call: CallToWrite,
  ): Promise<number> {
    const { dwellingId, calledOn, callers, outcome, note, answers } = call;
    const inserted = await tx.insert(HouseholdCallRecord, {
      renovationId,
      dwellingId,
      calledOn,
      callers: callers.join(','),
      outcome,
      note,
      recordedBy: actor.userId,
      recordedAt: this.clock.nowAt(),
    });
    const callId = inserted.identifiers[0].id as number;
    const rows = answered(answers).map((question) => ({ callId, question, answer: answers[question]! }));
    if (rows.length) await tx.insert(HouseholdAnswerRecord, rows);
    return callId;
  }

  private blockersOf(call: TypedCall, renovation: Renovation | null): Blocker[] {
    const found: Blocker[] = [];
    if (!call.calledOn) found.push(houseRule('call.day', '请填写「走访日期」'));
    if (!call.outcome) found.push(houseRule('call.outcome', '请选择「到户结果」'));
    if (!renovation || !isWhole(call)) return found;
    return [...found, ...callBlockers(call, { today: this.clock.today(), openedOn: renovation.openedOn })];
  }

  private async takeWish(
    tx: EntityManager,
    actor: Actor,
    { compound, renovation, call }: { compound: Compound; renovation: Renovation; call: CallToWrite },
    { wishText = '', wishKind = 'wish' }: CallForm,
  ): Promise<Outcome<unknown>> {
    if (!wishText.trim()) return done(undefined);
    return this.wishes.take(tx, actor, {
      compoundId: compound.id,
      renovationId: renovation.id,
      kind: wishKind,
      source: 'door',
      text: wishText,
      heardOn: call.calledOn,
      dwellingId: call.dwellingId,
    });
  }

  private async nextPage(compound: Compound, door: DoorLine, tx: EntityManager): Promise<string> {
    const next = doorAfter(walkPast(await this.doors.doorsOf(compound.id, tx), door), door.id);
    return next ? householdPaths.history(next.id) : householdPaths.matrix(compound.code);
  }
}

/** A call as it was typed: the day and the outcome may be missing. */
type TypedCall = Omit<CallToWrite, 'calledOn' | 'outcome'> & { calledOn?: string; outcome?: CallOutcome };

const isWhole = (call: TypedCall): call is CallToWrite => Boolean(call.calledOn && call.outcome);

function callOf(form: CallForm, dwellingId: number): TypedCall {
  const { renovation, removal, fee, satisfaction, gateCard, callers, note = '' } = form;
  const typed: HouseholdAnswers = { renovation, removal, fee, satisfaction, 'gate-card': gateCard };
  const answers = Object.fromEntries(answered(typed).map((question) => [question, typed[question]]));
  const calledOn = form.otherOn ?? form.calledOn;
  return { dwellingId, calledOn, callers, outcome: outcomeOf(form.outcome, answers), note, answers };
}
