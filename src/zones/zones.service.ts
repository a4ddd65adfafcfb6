import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import type { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import type { Pin } from '../domain/removal/pin';
import { removalOverBlockers } from '../domain/removal/structure';
import {
  zoneCountBlockers,
  zoneDraftBlockers,
  zoneGivingUpBlockers,
  zoneLetter,
} from '../domain/removal/zone-draft';
import { PlanTotals } from '../plans/plans.totals';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { Grounds } from './grounds';
import { pinColumns } from './pin-picker';
import { EditZoneForm, NewZoneForm } from './zone.forms';
import { WorkZone, ZoneItemRecord } from './zone.entities';
import { noRenovation } from './zone-refusals';
import { ZoneDesk } from './zones.desk';
import { zonesPaths } from './zones.paths';

/** Zones of the works: added, changed, marked on the sketch, given up; each change tells the firms what it frees or holds. */
@Injectable()
export class Zones {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ZoneDesk,
    private readonly compounds: CompoundDesk,
    private readonly plans: PlanTotals,
    private readonly grounds: Grounds,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Adds a zone to the current renovation; sent twice it is one. */
  add(actor: Actor, code: string, form: NewZoneForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(noRenovation);
        const others = await this.desk.ofRenovation(renovation.id, tx);
        const blockers = [
          ...removalOverBlockers(renovation.state),
          ...zoneCountBlockers(others.length),
          ...(await this.draftBlockers(form, others, renovation.id)),
        ];
        if (blockers.length) return refuse(...blockers);
        const before = await this.grounds.of(renovation.id, tx);
        if (form.isFirst) await this.noneIsFirst(tx, renovation.id);
        const number = await this.nextNumber(tx, renovation.id);
        const zone = {
          ...{ compoundId: compound.id, renovationId: renovation.id, number },
          ...{ name: form.name.trim(), isFirst: form.isFirst },
        };
        const id = (await tx.insert(WorkZone, zone)).identifiers[0].id as number;
        await this.draw(tx, id, form.items);
        const after = await this.grounds.of(renovation.id, tx);
        await this.grounds.drawn(tx, actor, renovation, { before, after });
        await this.record(tx, actor, 'zone.added', { ...zone, id });
        return done(zonesPaths.pin(id));
      }),
    );
  }

  /** Renames a zone, chooses what lies on it, and whether the works begin there. */
  update(actor: Actor, id: number, form: EditZoneForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { zone, compound, renovation } = await this.desk.find(actor, id, tx);
      const others = (await this.desk.ofRenovation(renovation.id, tx)).filter((one) => one.id !== id);
      const blockers = [
        ...removalOverBlockers(renovation.state),
        ...(await this.draftBlockers(form, others, renovation.id)),
      ];
      if (blockers.length) return refuse(...blockers);
      const before = await this.grounds.of(renovation.id, tx);
      const { version, isFirst } = form;
      if (isFirst && !zone.isFirst) await this.noneIsFirst(tx, renovation.id);
      const change = { name: form.name.trim(), isFirst };
      if (!(await updateAt(tx, WorkZone, { id, version }, change))) return refuse(stale);
      await tx.delete(ZoneItemRecord, { zoneId: id });
      await this.draw(tx, id, form.items);
      const after = await this.grounds.of(renovation.id, tx);
      await this.grounds.drawn(tx, actor, renovation, { before, after });
      await this.record(tx, actor, 'zone.changed', zone);
      return done(zonesPaths.ground(compound.code));
    });
  }

  /** Marks a zone on the sketch, or takes its mark off. */
  pin(actor: Actor, id: number, version: number, pin: Pin | null): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { zone, compound, renovation } = await this.desk.find(actor, id, tx);
      const blockers = removalOverBlockers(renovation.state);
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, WorkZone, { id, version }, pinColumns(pin)))) return refuse(stale);
      await this.record(tx, actor, 'zone.pinned', zone);
      return done(zonesPaths.ground(compound.code));
    });
  }

  /** Gives a zone up; it stays on record, and its letter is not used again. */
  giveUp(actor: Actor, id: number, version: number): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { zone, compound, renovation } = await this.desk.find(actor, id, tx);
      const blockers = [
        ...removalOverBlockers(renovation.state),
        ...(await this.givingUpBlockers({ zone, renovation }, tx)),
      ];
      if (blockers.length) return refuse(...blockers);
      const change = { removedOn: this.clock.today(), isFirst: false };
      if (!(await updateAt(tx, WorkZone, { id, version }, change))) return refuse(stale);
      await this.record(tx, actor, 'zone.removed', zone);
      return done(zonesPaths.ground(compound.code));
    });
  }

  /** What speaks against giving this zone up now. */
  async givingUpBlockers(
    { zone, renovation }: { zone: WorkZone & { lines: number[] }; renovation: { id: number } },
    tx?: EntityManager,
  ): Promise<Blocker[]> {
    const names = await this.plans.itemNames([renovation.id]);
    const items = zone.lines.map((line) => names.get(renovation.id)?.get(line) ?? `第 ${line} 项`);
    return zoneGivingUpBlockers(zone, await this.grounds.standing(renovation.id, tx), items);
  }

  private async draftBlockers(
    { name, items }: Pick<NewZoneForm, 'name' | 'items'>,
    others: readonly WorkZone[],
    renovationId: number,
  ): Promise<Blocker[]> {
    const plan = await this.plans.currentItems(renovationId);
    const planLines = plan && plan.items.map(({ line }) => line);
    return zoneDraftBlockers({ name, lines: items }, { others, planLines });
  }

  /** The works begin in one zone; whoever had it open to change it looks again. */
  private async noneIsFirst(tx: EntityManager, renovationId: number): Promise<void> {
    const first = { renovationId, isFirst: true };
    await tx.increment(WorkZone, first, 'version', 1);
    await tx.update(WorkZone, first, { isFirst: false });
  }

  private async nextNumber(tx: EntityManager, renovationId: number): Promise<number> {
    return ((await tx.maximum(WorkZone, 'number', { renovationId })) ?? 0) + 1;
  }

  private async draw(tx: EntityManager, zoneId: number, lines: readonly number[]): Promise<void> {
    for (const line of new Set(lines)) await tx.insert(ZoneItemRecord, { zoneId, line });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    zone: Pick<WorkZone, 'id' | 'number' | 'compoundId'>,
  ): Promise<void> {
    const subject = { kind: 'zone', id: zone.id };
    const to = zoneLetter(zone.number);
    return this.audit.record(tx, { actor, action, subject, compoundId: zone.compoundId, to });
  }
}
