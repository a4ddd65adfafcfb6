import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Organisations } from '../../src/access/organisations.service';
import { People } from '../../src/access/people.service';
import { readOrganisations } from '../../src/cli/seed/reference';
import { Compounds } from '../../src/compounds/compounds.service';
import { createApp } from '../../src/create-app';
import { likenessBands } from '../../src/domain/files/likeness';
import { done } from '../../src/domain/kernel/outcome';
import { StoredFile } from '../../src/files/stored-file.entity';
import { migrate } from '../../src/platform/database/migrate';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { PhotoHints } from '../../src/site-photos/photo-hints';
import { places, testPassword } from '../support/cast';
import { testConfig } from '../support/config';
import { sampleCompound } from '../support/sample-compound';

const sizes = [1_000, 100_000];
const looked = 200;

/** The hash of a photo; every fifth has a plain sky, so that its upper half says nothing. */
const hashOf = (number: number): string => {
  const hash = createHash('sha256').update(`photo ${number}`).digest('hex').slice(0, 16);
  return number % 5 === 0 ? `0000000${hash.slice(7)}` : hash;
};

/** A portfolio with so many photos. */
async function portfolioOf(
  size: number,
): Promise<{ app: NestFastifyApplication; dataDir: string; compoundId: number; userId: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yuanxin-bench-'));
  const config = testConfig(dataDir);
  await migrate(config);
  const app = await createApp(config);
  await app.init();
  await app.get(Organisations).load(readOrganisations());
  const district = await app.get(Organisations).byCode(places.district);
  const officer = { login: 'officer', name: '区改造办', role: 'district-officer' as const };
  const created = await app.get(People).create(null, { ...officer, organisationId: district!.id });
  if (!created.ok) throw new Error('no officer');
  await app.get(People).setPassword(created.value.id, testPassword, false);
  const row = await sampleCompound(app);
  let compoundId = 0;
  const userId = created.value.id;
  await app.get(UnitOfWork).run(async (tx) => {
    compoundId = await app.get(Compounds).insert(tx, row);
    for (let from = 0; from < size; from += 40) {
      const rows = Array.from({ length: 40 }, (_, at) => fileOf(from + at, compoundId, userId));
      await tx.createQueryBuilder().insert().into(StoredFile).values(rows).updateEntity(false).execute();
    }
    return done(undefined);
  });
  return { app, dataDir, compoundId, userId };
}

function fileOf(number: number, compoundId: number, uploadedBy: number): Partial<StoredFile> {
  const dHash = hashOf(number);
  return {
    ...{ publicId: randomBytes(11).toString('hex'), storedName: randomBytes(16).toString('hex') },
    ...{ kind: 'photo', originalName: 'x.jpg', mediaType: 'image/jpeg', bytes: 1, width: 1600, height: 1200 },
    ...{ sha256: createHash('sha256').update(String(number)).digest('hex'), dHash, ...likenessBands(dHash) },
    ...{ compoundId, purpose: 'view', caption: '', uploadedBy, createdAt: '2026-06-01T02:00:00.000Z' },
  };
}

/** How long looking at one photo takes, in milliseconds: the middle of all that were looked at, and the slowest. */
async function measure(size: number): Promise<{ middle: number; slowest: number }> {
  const { app, dataDir, compoundId, userId } = await portfolioOf(size);
  const took: number[] = [];
  for (let at = 0; at < looked; at += 1) {
    await app.get(UnitOfWork).run(async (tx) => {
      const file = fileOf(1_000_000 + at, compoundId, userId);
      const fileId = (await tx.insert(StoredFile, file)).identifiers[0].id as number;
      const claimed = {
        fileId,
        claimedOn: '2026-06-01',
        source: `post:${at}`,
        place: '丰乐路106号院 6月1日日报',
      };
      const began = performance.now();
      await app.get(PhotoHints).note(tx, claimed);
      took.push(performance.now() - began);
      return done(undefined);
    });
  }
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
  took.sort((one, other) => one - other);
  return { middle: took[looked / 2], slowest: took.at(-1)! };
}

async function main(): Promise<void> {
  const results: number[] = [];
  for (const size of sizes) {
    const { middle, slowest } = await measure(size);
    results.push(middle);
    console.log(
      `${String(size).padStart(7)} photos   one photo ${middle.toFixed(1)} ms, the slowest ${slowest.toFixed(1)} ms`,
    );
  }
  console.log(`ratio ${(results[1] / results[0]).toFixed(1)} for a hundred times as many (goal at most 10)`);
}

void main();
