import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { itemBlockers, removalBlockers } from '../domain/plan/plan-item';
import { parseQuantity } from '../domain/plan/quantity';
import { Files } from '../files/files.service';
import { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { PlanItemRecord, PlanVersion } from './plan.entities';
import { EditItemForm, NewItemForm, RemovalForm } from './plan.forms';
import { PlanRecords, writeBlockers } from './plan-records';
import { noPlan, noRenovation } from './plan-refusals';
import { PlanAnswers } from './plan-answers.service';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** Items of a draft: added, corrected, taken out; wishes they answer are adopted and opened again with them. */
@Injectable()
export class PlanItems {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PlanDesk,
    private readonly answers: PlanAnswers,
    private readonly files: Files,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Adds an item to the draft of this compound; sent twice it is one. */
  async add(
    actor: Actor,
    code: string,
    form: NewItemForm,
    permits: PreparedFile[],
  ): Promise<Outcome<string>> {
    let attached = false;
    const outcome = await this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { renovation, version } = await this.desk.open(actor, code, tx);
        if (!renovation) return refuse(noRenovation);
        if (!version) return refuse(noPlan);
        const records = await this.desk.records(version, tx);
        const values = valuesOf(form);
        const blockers = [
          ...writeBlockers(records),
          ...itemBlockers({ ...values, permitFileId: permits.length ? 0 : null }),
        ];
        if (blockers.length) return refuse(...blockers);
        const permitFileId = await this.attach(tx, actor, records, permits);
        attached = true;
        const line = await this.nextLine(tx, renovation.id);
        const row = { ...values, permitFileId, line, versionId: version.id };
        const id = (await tx.insert(PlanItemRecord, row)).identifiers[0].id as number;
        const linked = await this.link(tx, actor, records, { id, ...values, form });
        if (!linked.ok) return linked;
        await this.record(tx, actor, 'plan.item-added', records, { to: values.code });
        return done(plansPaths.items(code));
      }),
    );
    if (outcome.ok) await this.forget(attached ? permits.slice(0, -1) : permits);
    return outcome;
  }

  /** Corrects an item of a draft. */
  async update(
    actor: Actor,
    id: number,
    form: EditItemForm,
    permits: PreparedFile[],
  ): Promise<Outcome<string>> {
    let attached = false;
    const outcome = await this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { item, records } = await this.desk.item(actor, id, tx);
        const values = valuesOf(form);
        const kept =
          item.permitFileId !== null && form.drop.includes(item.permitFileId) ? null : item.permitFileId;
        const blockers = [
          ...writeBlockers(records),
          ...removalBlockers({ wishes: 0, isRemoved: item.removedOn !== null }, ''),
          ...itemBlockers({ ...values, permitFileId: permits.length ? 0 : kept }),
        ];
        if (blockers.length) return refuse(...blockers);
        const permitFileId = (await this.attach(tx, actor, records, permits)) ?? kept;
        attached = true;
        const change = { ...values, permitFileId };
        if (!(await updateAt(tx, PlanItemRecord, { id, version: form.version }, change)))
          return refuse(stale);
        const linked = await this.link(tx, actor, records, { id, ...values, form });
        if (!linked.ok) return linked;
        await this.record(tx, actor, 'plan.item-changed', records, { to: values.code });
        return done(plansPaths.items(records.compound.code));
      }),
    );
    if (outcome.ok) await this.forget(attached ? permits.slice(0, -1) : permits);
    return outcome;
  }

  /** Takes an item out of the draft; what it answered is open again. */
  remove(actor: Actor, id: number, form: RemovalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { item, records } = await this.desk.item(actor, id, tx);
      const reason = form.reason?.trim() ?? '';
      const isRemoved = item.removedOn !== null;
      const blockers = [
        ...writeBlockers(records),
        ...removalBlockers({ wishes: item.wishIds.length, isRemoved }, reason),
      ];
      if (blockers.length) return refuse(...blockers);
      const change = { removedOn: this.clock.today(), removedReason: reason };
      if (!(await updateAt(tx, PlanItemRecord, { id, version: form.version }, change))) return refuse(stale);
      const released = await this.answers.release(tx, actor, item, reason);
      if (!released.ok) return released;
      await this.record(tx, actor, 'plan.item-removed', records, { from: item.code, reason: reason || null });
      return done(plansPaths.items(records.compound.code));
    });
  }

  /** Makes hazards and wishes of an item those that were chosen. */
  private async link(
    tx: EntityManager,
    actor: Actor,
    { version }: PlanRecords,
    item: { id: number; name: string; place: string | null; form: NewItemForm },
  ): Promise<Outcome<void>> {
    const { hazards, wishes, answer } = item.form;
    const mends = await this.answers.chooseHazards(tx, item.id, version.compoundId, [...new Set(hazards)]);
    if (!mends.ok) return mends;
    const answering = { ...item, renovationId: version.renovationId, answer };
    return this.answers.chooseWishes(tx, actor, answering, [...new Set(wishes)]);
  }

  /** The approval that was sent last is the one on file; null where none was sent. */
  private async attach(
    tx: EntityManager,
    actor: Actor,
    { compound }: PlanRecords,
    permits: readonly PreparedFile[],
  ): Promise<number | null> {
    const permit = permits.at(-1);
    if (!permit) return null;
    const belonging = { compoundId: compound.id, purpose: 'plan' as const, actor, caption: '树木许可文件' };
    return (await this.files.attach(tx, permit, belonging)).id;
  }

  private async nextLine(tx: EntityManager, renovationId: number): Promise<number> {
    const versions = await this.desk.all(renovationId, tx);
    const versionId = In(versions.map(({ id }) => id));
    return ((await tx.maximum(PlanItemRecord, 'line', { versionId })) ?? 0) + 1;
  }

  private async forget(files: readonly PreparedFile[]): Promise<void> {
    await Promise.all(files.map((file) => this.files.discard(file)));
  }

  /** Every change of an item is a change of the version's content. */
  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { version, compound }: PlanRecords,
    more: { from?: string; to?: string; reason?: string | null },
  ): Promise<void> {
    await tx.increment(PlanVersion, { id: version.id }, 'contentVersion', 1);
    const subject = { kind: 'plan', id: version.id };
    await this.audit.record(tx, { actor, action, subject, compoundId: compound.id, ...more });
  }
}

const valuesOf = (form: NewItemForm) => ({
  code: form.code,
  name: form.name,
  note: form.note ?? null,
  quantity: parseQuantity(form.quantity) ?? 0,
  unit: form.unit,
  place: form.place ?? null,
  estimatedFen: form.estimated ?? null,
  treeWork: form.treeWork,
  permitNumber: form.permitNumber ?? null,
  matters: form.matters,
});
