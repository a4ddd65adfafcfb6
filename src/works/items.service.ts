import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { worksOverBlockers } from '../domain/construction/blocked';
import { DrawingPlace, itemDrawingBlockers } from '../domain/construction/item-drawing';
import { WorkItemSheet } from '../domain/construction/work-item';
import { stopping } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { parseQuantity } from '../domain/plan/quantity';
import { isTold } from '../domain/construction/daily-post';
import { parseShare } from '../domain/construction/work-item';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { PlanTotals } from '../plans/plans.totals';
import { SiteRecords } from './site-records';
import { spanInWords } from './work-words';
import { ContractRecord, WorkItemRecord } from './work.entities';
import { EditWorkItemForm } from './work.forms';
import { ItemAtPlace, toContract, toWorkItem, WorksDesk } from './works.desk';
import { worksPaths } from './works.paths';

/** Work items are changed: amount, days, contract, what they do to the ground. */
@Injectable()
export class WorkItems {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: WorksDesk,
    private readonly plans: PlanTotals,
    private readonly sites: SiteRecords,
    private readonly audit: AuditTrail,
  ) {}

  change(actor: Actor, id: number, form: EditWorkItemForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.item(actor, id, tx);
      const { item, renovation } = found;
      const sheet = sheetOf(found, form);
      const place = await this.placeOf(found, form.contract, tx);
      const blockers = stopping([
        ...worksOverBlockers(renovation.state),
        ...itemDrawingBlockers(sheet, place),
      ]);
      if (blockers.length) return refuse(...blockers);
      const { zones: _zones, line: _line, ...written } = sheet;
      const digs = form.groundWork === 'digs';
      const change = {
        ...{ ...written, traits: form.traits, groundWork: form.groundWork },
        utility: digs ? (form.utility ?? null) : null,
        ...{ contractFen: form.amount ?? null, handShare: parseShare(form.handShare ?? '') ?? null },
      };
      if (!(await updateAt(tx, WorkItemRecord, { id, version: form.version }, change))) return refuse(stale);
      const [from, to] = [item, sheet].map((one) => spanInWords(one.plannedStartOn, one.plannedFinishOn));
      await this.audit.record(tx, {
        ...{ actor, action: 'work-item.changed', subject: { kind: 'work-item', id } },
        ...{ compoundId: item.compoundId, ...(from !== to && { from, to }) },
      });
      return done(worksPaths.item(id));
    });
  }

  /** What a change of this item is judged by; `contractId` is the contract that shall build it. */
  async placeOf(
    { item, renovation }: ItemAtPlace,
    contractId: number,
    from?: EntityManager,
  ): Promise<DrawingPlace> {
    const { contracts, items } = await this.desk.ofRenovation(renovation.id, from);
    const contract: ContractRecord | undefined = contracts.find(({ id }) => id === contractId);
    const posts = await this.sites.posts(renovation.id, from);
    const told = posts
      .filter(isTold)
      .flatMap(({ values }) => values.filter(({ itemId }) => itemId === item.id));
    return {
      id: item.id,
      plan: (await this.plans.currentItems(renovation.id))?.items ?? [],
      contract: contract ? toContract(contract) : null,
      items: items.map(toWorkItem),
      value: Math.max(0, ...told.map(({ value }) => value)),
    };
  }
}

const sheetOf = ({ item }: ItemAtPlace, form: EditWorkItemForm): WorkItemSheet => ({
  ...{ line: item.line, zones: item.zoneIds, contractId: form.contract, name: form.name, unit: form.unit },
  ...{ quantity: parseQuantity(form.quantity) ?? 0, measure: form.measure },
  ...{ plannedStartOn: form.plannedStartOn, plannedFinishOn: form.plannedFinishOn },
  ...{ predecessorId: form.predecessor ?? null, hasConcealed: form.hasConcealed },
});
