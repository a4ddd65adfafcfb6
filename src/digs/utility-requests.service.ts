import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import type { Renovation } from '../compounds/renovation.entities';
import { worksOpenBlockers } from '../domain/construction/blocked';
import {
  askedBeforeBlockers,
  DigPlace,
  Utility,
  UtilityRequest,
  utilityRequestBlockers,
} from '../domain/construction/one-dig';
import { onceEach, stopping } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { ZoneDesk } from '../zones/zones.desk';
import { UtilityRequestRecord, UtilityRequestZone } from './dig.entities';
import { AskUtilitiesForm, UtilityRequestForm } from './dig.forms';
import { DigDesk } from './digs.desk';
import { digsPaths } from './digs.paths';

/** Utilities are asked, and answer. */
@Injectable()
export class UtilityRequests {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: OnceKeys,
    private readonly compounds: CompoundDesk,
    private readonly desk: DigDesk,
    private readonly zones: ZoneDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes down that these utilities were asked; each once for a renovation. */
  ask(actor: Actor, code: string, form: AskUtilitiesForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.keys.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(...worksOpenBlockers(renovation, '登记管线单位征询'));
        const { askedOn, reference = null } = form;
        const known = (await this.desk.of(renovation.id, tx)).requests;
        const place = await this.placeOf(renovation, tx);
        const wanted = [...new Set(form.utilities)];
        const blockers = wanted.flatMap((utility) => [
          ...utilityRequestBlockers({ ...unanswered, utility, askedOn }, place, this.clock.today()),
          ...askedBeforeBlockers(utility, known),
        ]);
        if (stopping(blockers).length) return refuse(...onceEach(stopping(blockers)));
        for (const utility of wanted) {
          const written = { recordedBy: actor.userId, recordedAt: this.clock.nowAt() };
          const where = { compoundId: compound.id, renovationId: renovation.id };
          const row = { ...where, ...written, utility, askedOn, reference };
          const id = (await tx.insert(UtilityRequestRecord, row)).identifiers[0].id as number;
          await this.record(tx, actor, 'dig.utility-asked', { id, utility, compoundId: compound.id });
        }
        return done(digsPaths.index(code));
      }),
    );
  }

  /** Changes what one utility was asked, or writes down its answer. */
  change(actor: Actor, id: number, form: UtilityRequestForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { request, compound, renovation } = await this.desk.request(actor, id, tx);
      const { askedOn, reference = null, answeredOn = null, answer = null } = form;
      const { fromOn = null, untilOn = null, note = null } = form;
      const zones = answer === 'digs-itself' ? [...new Set(form.zones)] : [];
      const { utility } = request;
      const told: UtilityRequest = { utility, askedOn, answeredOn, answer, fromOn, untilOn, zones };
      const place = await this.placeOf(renovation, tx);
      const blockers = stopping(utilityRequestBlockers(told, place, this.clock.today()));
      if (blockers.length) return refuse(...blockers);
      const change = { askedOn, reference, answeredOn, answer, fromOn, untilOn, note };
      if (!(await updateAt(tx, UtilityRequestRecord, { id, version: form.version }, change))) {
        return refuse(stale);
      }
      await tx.delete(UtilityRequestZone, { requestId: id });
      for (const zoneId of zones) await tx.insert(UtilityRequestZone, { requestId: id, zoneId });
      const action = answer === null ? 'dig.utility-asked' : 'dig.utility-answered';
      await this.record(tx, actor, action, { id, utility, compoundId: compound.id });
      return done(digsPaths.index(compound.code));
    });
  }

  private async placeOf({ id, state, openedOn }: Renovation, tx: EntityManager): Promise<DigPlace> {
    const zones = await this.zones.ofRenovation(id, tx);
    return { renovation: state, openedOn, zones: zones.map((zone) => zone.id) };
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, utility, compoundId }: { id: number; utility: Utility; compoundId: number },
  ): Promise<void> {
    const subject = { kind: 'utility-request', id };
    return this.audit.record(tx, { actor, action, subject, compoundId, to: utility });
  }
}

const unanswered = { answeredOn: null, answer: null, fromOn: null, untilOn: null, zones: [] };
