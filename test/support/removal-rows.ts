import { INestApplicationContext } from '@nestjs/common';
import { UserAccount } from '../../src/access/entities';
import { PlanItemRecord, PlanVersion } from '../../src/plans/plan.entities';
import { StructureRecord, StructureZone } from '../../src/structures/structure.entities';
import { WorkZone, ZoneItemRecord } from '../../src/zones/zone.entities';
import { write } from './portfolio';
import { insert } from './rows';

interface Where {
  compoundId: number;
  renovationId: number;
}

/** A garage of 丰乐路106号院 written down by the community, without walking the form. */
export async function givenStructure(
  app: INestApplicationContext,
  where: Where,
  change: Partial<StructureRecord> = {},
  zoneIds: number[] = [],
): Promise<number> {
  return write(app, async (tx) => {
    const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
    const number = 1 + (await tx.countBy(StructureRecord, { compoundId: where.compoundId }));
    const row = {
      ...{ ...where, number, kind: 'building', place: '院门东侧', area: 15_00, use: 'parking' },
      ...{ material: 'steel-sheet', party: 'owner', ownership: 'no-claim', foundOn: '2026-03-10' },
      ...{ state: 'standing', recordedBy, ...change },
    } as Partial<StructureRecord>;
    const structureId = await insert(tx, StructureRecord, row);
    for (const zoneId of zoneIds) await tx.insert(StructureZone, { structureId, zoneId });
    return structureId;
  });
}

/** A zone with one item of a fixed plan on it: the shed is built where the garages stood. */
export async function givenZone(
  app: INestApplicationContext,
  where: Where,
  change: Partial<WorkZone> = {},
): Promise<number> {
  return write(app, async (tx) => {
    const { id: begunBy } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
    const plan = {
      ...{ ...where, number: 1, state: 'fixed', begunBy, begunOn: '2026-03-20' },
      ...{ fixedBy: begunBy, fixedOn: '2026-04-10' },
    } as Partial<PlanVersion>;
    const versionId = await insert(tx, PlanVersion, plan);
    const item = { code: 'I06', name: '公共车棚', quantity: 100, unit: '座', matters: [] } as const;
    await tx.insert(PlanItemRecord, { ...item, versionId, line: 1 } as never);
    const zone = { ...where, number: 1, name: '院门东侧', isFirst: true, ...change };
    const zoneId = await insert(tx, WorkZone, zone);
    await tx.insert(ZoneItemRecord, { zoneId, line: 1 });
    return zoneId;
  });
}
