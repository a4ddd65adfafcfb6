import { INestApplicationContext } from '@nestjs/common';
import { UserAccount } from '../../src/access/entities';
import { Renovation } from '../../src/compounds/renovation.entities';
import { sevenItems } from '../../src/domain/progress/given-progress';
import { PlanItemRecord, PlanVersion } from '../../src/plans/plan.entities';
import { ContractRecord, WorkItemRecord } from '../../src/works/work.entities';
import { WorkZone, ZoneItemRecord } from '../../src/zones/zone.entities';
import { places } from './cast';
import { write } from './portfolio';
import { openedRenovation } from './renovation';
import { insert } from './rows';
import { anotherParty, runningContract } from './site-rows';

/** 丰乐路106号院 under construction: where it is, its contract, its items by name. */
export interface GivenWorks {
  compoundId: number;
  renovationId: number;
  contractId: number;
  /** Ids of the items by their names; the ground of 公共车棚 and 充电桩 is the zone. */
  items: Record<string, number>;
  zoneId: number;
}

/** How the works of the tests differ; `supervised` puts the supervisor of the cast on the renovation. */
export interface WorksChange {
  renovation?: Partial<Renovation>;
  contract?: Partial<ContractRecord>;
  item?: Partial<WorkItemRecord>;
  supervised?: boolean;
}

/** 丰乐路106号院 with a fixed plan of seven items (case C1), a contract that runs from 19 May to 18 June 2026, and open items. */
export async function givenWorks(
  app: INestApplicationContext,
  change: WorksChange = {},
): Promise<GivenWorks> {
  const where = await openedRenovation(app, { stage: 'construction', ...change.renovation });
  const zoneId = await givenPlan(app, where);
  if (change.supervised !== false) await anotherParty(app, where, places.watcher, 'supervisor');
  const contractId = await runningContract(app, where, { number: 'SG-2026-1', ...change.contract });
  return write(app, async (tx) => {
    const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
    const written = { recordedBy, recordedAt: '2026-05-15T02:00:00.000Z' };
    const items: Record<string, number> = {};
    for (const { name, line, unit, quantity, measure, traits, contractFen, ...days } of sevenItems) {
      items[name] = await insert(tx, WorkItemRecord, {
        ...{ ...where, ...written, contractId, line, name, unit, quantity, measure, contractFen },
        ...{ plannedStartOn: days.plannedStartOn, plannedFinishOn: days.plannedFinishOn },
        ...{ traits: [...traits], state: 'open', ...change.item },
      });
    }
    return { ...where, contractId, items, zoneId };
  });
}

/** A fixed plan of seven lines; the shed and the charging points lie on one zone, where nothing stands. */
export async function givenPlan(
  app: INestApplicationContext,
  where: { compoundId: number; renovationId: number },
): Promise<number> {
  return write(app, async (tx) => {
    const { id: begunBy } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
    const versionId = await insert(tx, PlanVersion, {
      ...{ ...where, number: 1, state: 'fixed', begunBy, begunOn: '2026-03-20' },
      ...{ fixedBy: begunBy, fixedOn: '2026-04-10' },
    });
    for (const { line, name, quantity, unit } of sevenItems) {
      const item = { versionId, line, code: 'I06' as const, name, quantity, unit, matters: [] };
      await tx.insert(PlanItemRecord, item);
    }
    const zoneId = await insert(tx, WorkZone, { ...where, number: 1, name: '院门东侧', isFirst: true });
    for (const line of [5, 6]) await tx.insert(ZoneItemRecord, { zoneId, line });
    return zoneId;
  });
}
