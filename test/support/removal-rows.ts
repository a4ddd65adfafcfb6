import { INestApplicationContext } from '@nestjs/common';
import { UserAccount } from '../../src/access/entities';
import { done } from '../../src/domain/kernel/outcome';
import { PlanItemRecord, PlanVersion } from '../../src/plans/plan.entities';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { StructureRecord, StructureZone } from '../../src/structures/structure.entities';
import { WorkZone, ZoneItemRecord } from '../../src/zones/zone.entities';

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
  const outcome = await app.get(UnitOfWork).run(async (tx) => {
    const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
    const number = 1 + (await tx.countBy(StructureRecord, { compoundId: where.compoundId }));
    const row = {
      ...{ ...where, number, kind: 'building', place: '院门东侧', area: 15_00, use: 'parking' },
      ...{ material: 'steel-sheet', party: 'owner', ownership: 'no-claim', foundOn: '2026-03-10' },
      ...{ state: 'standing', recordedBy, ...change },
    } as Partial<StructureRecord>;
    const structureId = (await tx.insert(StructureRecord, row)).identifiers[0].id as number;
    for (const zoneId of zoneIds) await tx.insert(StructureZone, { structureId, zoneId });
    return done(structureId);
  });
  if (!outcome.ok) throw new Error(outcome.blockers[0].text);
  return outcome.value;
}

/** A zone with one item of a fixed plan on it: the shed is built where the garages stood. */
export async function givenZone(
  app: INestApplicationContext,
  where: Where,
  change: Partial<WorkZone> = {},
): Promise<number> {
  const outcome = await app.get(UnitOfWork).run(async (tx) => {
    const { id: begunBy } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
    const plan = {
      ...{ ...where, number: 1, state: 'fixed', begunBy, begunOn: '2026-03-20' },
      ...{ fixedBy: begunBy, fixedOn: '2026-04-10' },
    } as Partial<PlanVersion>;
    const versionId = (await tx.insert(PlanVersion, plan)).identifiers[0].id as number;
    const item = { code: 'I06', name: '公共车棚', quantity: 100, unit: '座', matters: [] } as const;
    await tx.insert(PlanItemRecord, { ...item, versionId, line: 1 } as never);
    const zone = { ...where, number: 1, name: '院门东侧', isFirst: true, ...change };
    const zoneId = (await tx.insert(WorkZone, zone)).identifiers[0].id as number;
    await tx.insert(ZoneItemRecord, { zoneId, line: 1 });
    return done(zoneId);
  });
  if (!outcome.ok) throw new Error(outcome.blockers[0].text);
  return outcome.value;
}
