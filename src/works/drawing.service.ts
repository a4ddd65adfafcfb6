import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { byOffice, worksOverBlockers } from '../domain/construction/blocked';
import { itemDays } from '../domain/construction/item-days';
import { itemDrawingBlockers } from '../domain/construction/item-drawing';
import type { WorkItem } from '../domain/construction/work-item';
import { Blocker, stopping } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { PlanTotals } from '../plans/plans.totals';
import { Grounds } from '../zones/grounds';
import type { DrawnRow } from './drawn-rows';
import { WorkItemRecord } from './work.entities';
import { ContractAtPlace, toContract, toWorkItem, WorksDesk } from './works.desk';
import { worksPaths } from './works.paths';

/** Rows with their days, the item each waits for by id: ids below 0 are rows of the same table. */
type Laid = { row: DrawnRow; sheet: WorkItem };

/** Items are drawn from the fixed plan, several at once: all of them, or none. */
@Injectable()
export class Drawing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: OnceKeys,
    private readonly desk: WorksDesk,
    private readonly plans: PlanTotals,
    private readonly grounds: Grounds,
    private readonly audit: AuditTrail,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** Draws these lines for a contract; sent twice they are drawn once. */
  draw(
    actor: Actor,
    contractId: number,
    rows: readonly DrawnRow[],
    onceKey: string,
  ): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.keys.once(tx, actor, onceKey, async () => {
        const found = await this.desk.contract(actor, contractId, tx);
        const { contract, renovation } = found;
        if (!rows.length) return refuse(byOffice('item-none', '请勾选要列入的内容，至少一项'));
        const { laid, blockers } = await this.laid(found, rows, tx);
        const all = [...worksOverBlockers(renovation.state), ...blockers];
        if (all.length) return refuse(...all);
        const ids = new Map<number, number>();
        for (const { row, sheet } of laid) ids.set(sheet.id, await this.insert(tx, actor, found, row, sheet));
        for (const { sheet } of laid) {
          if (sheet.predecessorId === null) continue;
          const predecessorId = ids.get(sheet.predecessorId) ?? sheet.predecessorId;
          await tx.update(WorkItemRecord, { id: ids.get(sheet.id)! }, { predecessorId });
        }
        await this.audit.record(tx, {
          ...{ actor, action: 'work-items.drawn', subject: { kind: 'contract', id: contract.id } },
          ...{ compoundId: contract.compoundId, to: `${rows.length} 项` },
        });
        return done(worksPaths.contract(contract.id));
      }),
    );
  }

  /** The rows with their days, and everything that speaks against them, with the row it stands in. */
  private async laid(
    { contract, renovation }: ContractAtPlace,
    rows: readonly DrawnRow[],
    tx: EntityManager,
  ): Promise<{ laid: Laid[]; blockers: Blocker[] }> {
    const plan = (await this.plans.currentItems(renovation.id))?.items ?? [];
    const zones = new Map(
      (await this.grounds.items(renovation.id, tx)).map((item) => [item.line, item.zones]),
    );
    const existing = (await this.desk.ofRenovation(renovation.id, tx)).items.map(toWorkItem);
    const blockers: Blocker[] = [];
    const against = (row: DrawnRow, found: readonly Blocker[]) =>
      blockers.push(...found.map((one) => ({ ...one, text: `「${row.name}」：${one.text}` })));
    const laid: Laid[] = [];
    const ordered = inOrder(rows);
    for (const row of ordered) {
      const predecessorId = idOf(row, ordered);
      const before = [...laid.map(({ sheet }) => sheet), ...existing].find(({ id }) => id === predecessorId);
      const around = { before: before?.plannedFinishOn ?? null, contractStartsOn: contract.startsOn };
      const found = itemDays(row.days, around, this.workDays.calendar);
      if ('blocker' in found) against(row, [found.blocker]);
      const days = 'days' in found ? found.days : sameDay(contract.startsOn);
      const { line, name, quantity, unit, measure, hasConcealed } = row;
      laid.push({
        row,
        sheet: {
          ...{
            id: temporary(row, ordered),
            state: 'planned',
            contractId: contract.id,
            line,
            name,
            quantity,
            unit,
            measure,
          },
          ...{ hasConcealed, predecessorId, zones: zones.get(line) ?? [], ...days },
        },
      });
    }
    const items = [...existing, ...laid.map(({ sheet }) => sheet)];
    for (const { row, sheet } of laid) {
      const place = { id: sheet.id, plan, contract: toContract(contract), items, value: 0 };
      against(row, stopping(itemDrawingBlockers(sheet, place)));
    }
    return { laid, blockers };
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    { contract }: ContractAtPlace,
    { contractFen }: DrawnRow,
    sheet: WorkItem,
  ): Promise<number> {
    const { line, name, unit, quantity, measure, plannedStartOn, plannedFinishOn, hasConcealed } = sheet;
    const inserted = await tx.insert(WorkItemRecord, {
      ...{ compoundId: contract.compoundId, renovationId: contract.renovationId, contractId: contract.id },
      ...{ line, name, unit, quantity, measure, plannedStartOn, plannedFinishOn, hasConcealed, contractFen },
      ...{ state: 'planned', traits: [], groundWork: 'none' },
      ...{ recordedBy: actor.userId, recordedAt: this.clock.nowAt() },
    });
    return inserted.identifiers[0].id as number;
  }
}

// Rows that are not written yet are told apart by ids below 0.
const temporary = (row: DrawnRow, rows: readonly DrawnRow[]): number => -1 - rows.indexOf(row);

const idOf = ({ after }: DrawnRow, rows: readonly DrawnRow[]): number | null => {
  if (after === null || 'item' in after) return after?.item ?? null;
  const before = rows.find(({ line }) => line === after.line);
  return before ? temporary(before, rows) : missing;
};

/** A row that is not in the table: no item has this id, and the law says so. */
const missing = 0;

const sameDay = (day: CalendarDate) => ({ plannedStartOn: day, plannedFinishOn: day });

/** Rows behind those of the same table they wait for; a circle ends where it began, and the law says so. */
function inOrder(rows: readonly DrawnRow[]): DrawnRow[] {
  const sorted: DrawnRow[] = [];
  const visit = (row: DrawnRow, way: readonly DrawnRow[]): void => {
    if (sorted.includes(row) || way.includes(row)) return;
    const { after } = row;
    const before =
      after !== null && 'line' in after ? rows.find(({ line }) => line === after.line) : undefined;
    if (before) visit(before, [...way, row]);
    sorted.push(row);
  };
  for (const row of rows) visit(row, []);
  return sorted;
}
