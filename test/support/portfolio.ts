import { INestApplicationContext } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Organisations } from '../../src/access/organisations.service';
import { AuditTrail } from '../../src/audit/audit.service';
import { Compound } from '../../src/compounds/compound.entity';
import { Compounds } from '../../src/compounds/compounds.service';
import { Renovation } from '../../src/compounds/renovation.entities';
import { done } from '../../src/domain/kernel/outcome';
import { firstPosition } from '../../src/domain/renovation/stages';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { StageSchedule } from '../../src/stages/schedule.entities';
import { places } from './cast';
import { granted } from './outcomes';
import { insert } from './rows';
import { sampleCompound } from './sample-compound';

/** What a compound of a list is, in a few words; everything else is that of 丰乐路106号院. */
export interface GivenYard {
  code: string;
  name: string;
  /** In 淮河路街道 of the other district instead of 刘寨街道. */
  foreign?: boolean;
  compound?: Partial<Compound>;
  /** null: no renovation was ever opened. */
  renovation?: Partial<Renovation> | null;
  schedule?: (Partial<StageSchedule> & { stage: StageSchedule['stage'] })[];
}

/** Writes inside a unit of work, and says if that was refused. */
export async function write<T>(
  app: INestApplicationContext,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return granted(await app.get(UnitOfWork).run(async (tx) => done(await work(tx))));
}

/** Puts a compound with a renovation and its dates into the database; recorded as registered just now. */
export async function givenYard(
  app: INestApplicationContext,
  yard: GivenYard,
): Promise<{ compoundId: number; renovationId: number }> {
  const row = { ...(await sampleCompound(app, yard.name, yard.code)), ...(await placeOf(app, yard.foreign)) };
  return write(app, async (tx) => {
    const compoundId = await app.get(Compounds).insert(tx, { ...row, ...yard.compound });
    const subject = { kind: 'compound', id: compoundId };
    await app.get(AuditTrail).record(tx, { actor: null, action: 'compound.registered', subject, compoundId });
    if (yard.renovation === null) return { compoundId, renovationId: 0 };
    const renovationId = await insert(tx, Renovation, {
      ...firstPosition,
      compoundId,
      sequence: 1,
      name: `${yard.name}改造`,
      track: 'micro',
      isCurrent: true,
      openedOn: '2026-03-01',
      ...yard.renovation,
    });
    for (const dates of yard.schedule ?? []) await tx.insert(StageSchedule, { ...dates, renovationId });
    return { compoundId, renovationId };
  });
}

/** Puts a compound into the database of which only the name is known; nothing of it is recorded. */
export async function givenBareCompound(
  app: INestApplicationContext,
  { code, name, foreign, compound }: Pick<GivenYard, 'code' | 'name' | 'foreign' | 'compound'>,
): Promise<number> {
  const { districtId, streetId, communityId } = {
    ...(await sampleCompound(app)),
    ...(await placeOf(app, foreign)),
  };
  const at = '2026-05-01T00:00:00.000Z';
  const row = {
    code,
    name,
    districtId,
    streetId,
    communityId,
    searchText: name,
    createdAt: at,
    updatedAt: at,
  };
  return write(app, (tx) => insert(tx, Compound, { ...row, ...compound }));
}

async function placeOf(app: INestApplicationContext, foreign = false) {
  if (!foreign) return {};
  const organisations = app.get(Organisations);
  const [district, street, community] = await Promise.all(
    [places.foreignDistrict, places.foreignStreet, places.foreignCommunity].map((one) =>
      organisations.byCode(one),
    ),
  );
  return { districtId: district!.id, streetId: street!.id, communityId: community!.id };
}
