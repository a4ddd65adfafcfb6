import { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../../src/compounds/compound.entity';
import { done } from '../../src/domain/kernel/outcome';
import { Files } from '../../src/files/files.service';
import {
  StatutoryPaper,
  StatutoryPaperFile,
  StatutoryStanding,
} from '../../src/enforcement/enforcement.entities';
import { papers } from '../../src/domain/removal/given-removal';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { StructureFiles } from '../../src/structures/structure-files.service';
import { StructureFile, StructureFileKind, StructureRecord } from '../../src/structures/structure.entities';
import { photo } from '../fixtures/files/photos';
import { actorOf } from './actors';
import { givenStructure } from './removal-rows';
import { insert, newest } from './rows';

interface Where {
  compoundId: number;
  renovationId: number;
}

/** A garage whose people asked the office in writing to take it down: signed, checked, scanned, photographed. */
export async function givenAgreed(
  app: INestApplicationContext,
  where: Where,
  change: Partial<StructureRecord> = {},
): Promise<number> {
  const id = await givenStructure(app, where, {
    ...{ state: 'agreed', way: 'assisted', consentSignedOn: '2026-05-10', identityChecked: true },
    ...change,
  });
  for (const kind of ['before', 'consent'] as const) await givenScan(app, id, kind);
  return id;
}

/** A garage that is to go by force: the enforcement is decided, and nothing else is on record yet. */
export async function givenForced(app: INestApplicationContext, where: Where): Promise<number> {
  const id = await givenStructure(app, where, { place: '北墙棚屋' });
  const { userId } = await actorOf(app, 'manager');
  await app.get(UnitOfWork).run(async (tx) => {
    await tx.insert(StatutoryPaper, {
      ...{ structureId: id, round: 0, step: 'enforcement-decided', issuedOn: '2026-05-08' },
      ...{ organ: 'city-management', officers: 2, documentNumber: '〔2026〕8号' },
      ...{ recordedBy: userId, recordedAt: '2026-05-08T02:00:00.000Z' },
    });
    return done(undefined);
  });
  return id;
}

/** A shed against which every paper of a forced removal is on record, so that it may go from 27 March 2026 on. */
export async function givenForcible(app: INestApplicationContext, where: Where): Promise<number> {
  const id = await givenStructure(app, where, { place: '西墙棚屋', foundOn: '2025-08-20' });
  const [paperFile, proofFile] = [await givenScan(app, id, 'document'), await givenScan(app, id, 'document')];
  await givenScan(app, id, 'before');
  const { userId } = await actorOf(app, 'manager');
  await app.get(UnitOfWork).run(async (tx) => {
    for (const { carries, service, files: _, ...record } of papers) {
      const paperId = await insert(tx, StatutoryPaper, {
        ...{ ...record, structureId: id, round: 0, carries: carries.join(',') },
        ...{ serviceMethod: service?.method ?? null, servedOn: service?.servedOn ?? null },
        ...{ recordedBy: userId, recordedAt: '2026-03-13T02:00:00.000Z' },
      });
      await tx.insert(StatutoryPaperFile, [
        { paperId, fileId: paperFile, kind: 'paper' },
        { paperId, fileId: proofFile, kind: 'proof' },
      ]);
    }
    await tx.insert(StatutoryStanding, { structureId: id, round: 0, conclusion: 'must-remove' });
    return done(undefined);
  });
  return id;
}

async function givenScan(
  app: INestApplicationContext,
  structureId: number,
  kind: StructureFileKind,
): Promise<number> {
  const bytes = await photo('jpeg');
  const taken = await app.get(Files).accept({ name: '签字.jpg', declaredType: 'image/jpeg', bytes });
  if (!taken.ok) throw new Error(taken.blockers[0].text);
  const actor = await actorOf(app, 'worker');
  const { manager } = app.get<DataSource>(getDataSourceToken());
  const structure = await manager.findOneByOrFail(StructureRecord, { id: structureId });
  const compound = await manager.findOneByOrFail(Compound, { id: structure.compoundId });
  const found = { structure: { ...structure, zoneIds: [] }, compound };
  await app.get(UnitOfWork).run(async (tx) => {
    await app.get(StructureFiles).attach(tx, actor, found, [taken.value], kind);
    return done(undefined);
  });
  return (await newest(manager, StructureFile, { structureId })).fileId;
}
