import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Organisations } from '../../src/access/organisations.service';
import { People } from '../../src/access/people.service';
import { readOrganisations } from '../../src/cli/seed/reference';
import { Compounds } from '../../src/compounds/compounds.service';
import { Renovation } from '../../src/compounds/renovation.entities';
import { createApp } from '../../src/create-app';
import { done } from '../../src/domain/kernel/outcome';
import { stages } from '../../src/domain/renovation/stages';
import { migrate } from '../../src/platform/database/migrate';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { PatrolRecord } from '../../src/patrols/patrol.entities';
import { StructureRecord } from '../../src/structures/structure.entities';
import { places, testPassword } from '../support/cast';
import { testConfig } from '../support/config';
import { Person } from '../support/person';
import { sampleCompound } from '../support/sample-compound';

const sizes = [300, 3000];
const rounds = 7;
const pages = [
  '/compounds',
  '/compounds?q=fl',
  '/compounds?sort=households&order=desc&page=6',
  '/board',
  '/board?late=1',
  '/work',
  '/ledger',
  '/ledger?sign=failing',
  '/compounds/fl3/removals',
  '/?q=丰乐',
];

interface Register {
  app: NestFastifyApplication;
  officer: Person;
  dataDir: string;
}

/** A district with so many compounds, each with a renovation in one of the six stages. */
async function registerOf(size: number): Promise<Register> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yuanxin-bench-'));
  const config = testConfig(dataDir);
  await migrate(config);
  const app = await createApp(config);
  await app.get(Organisations).load(readOrganisations());
  const district = await app.get(Organisations).byCode(places.district);
  const person = {
    login: 'officer',
    name: '区改造办',
    role: 'district-officer' as const,
    organisationId: district!.id,
  };
  const created = await app.get(People).create(null, person);
  if (created.ok) await app.get(People).setPassword(created.value.id, testPassword, false);
  const row = await sampleCompound(app);
  const recordedBy = created.ok ? created.value.id : 0;
  await app.get(UnitOfWork).run(async (tx) => {
    for (let index = 1; index <= size; index += 1) {
      const more = {
        name: `丰乐路${index}号院`,
        code: `fl${index}`,
        householdCount: 20 + (index % 90),
        communityId: null,
      };
      const compoundId = await app.get(Compounds).insert(tx, { ...row, ...more });
      const renovation = await tx.insert(Renovation, {
        compoundId,
        sequence: 1,
        name: '2026年改造',
        track: 'micro',
        stage: stages[index % stages.length],
        state: 'active',
        removal: 'waiting',
        isCurrent: true,
        openedOn: '2026-03-01',
      });
      const renovationId = renovation.identifiers[0].id as number;
      await tx.insert(StructureRecord, structuresOf({ compoundId, renovationId, index, recordedBy }));
      await tx.insert(PatrolRecord, patrolOf(compoundId, recordedBy));
    }
    return done(undefined);
  });
  await app.listen(0, '127.0.0.1');
  const officer = new Person(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
  await officer.signIn('officer');
  return { app, officer, dataDir };
}

/** Five garages, some of them gone and verified. */
const structuresOf = (of: { compoundId: number; renovationId: number; index: number; recordedBy: number }) =>
  [1, 2, 3, 4, 5].map((number): Partial<StructureRecord> => {
    const isGone = (of.index + number) % 3 > 0;
    const { index: _, ...where } = of;
    return {
      ...{
        ...where,
        number,
        kind: 'building',
        place: `院门东侧第 ${number} 间`,
        area: 15_00,
        use: 'parking',
      },
      ...{ material: 'steel-sheet', party: 'owner', ownership: 'no-claim', foundOn: '2026-03-10' },
      state: isGone ? 'verified' : 'standing',
      ...(isGone && {
        ...{ way: 'voluntary' as const, removedOn: '2026-05-18', removedBy: of.recordedBy },
        ...{ removedArea: 15_00, closedOn: '2026-05-18' },
      }),
    };
  });

const patrolOf = (compoundId: number, recordedBy: number): Partial<PatrolRecord> => ({
  ...{ compoundId, kind: 'structures', lookedOn: '2026-06-20', finding: 'clear', rounds: 'community' },
  ...{ recordedBy, recordedAt: '2026-06-20T02:00:00.000Z' },
});

async function timeOf(person: Person, path: string): Promise<number> {
  const started = performance.now();
  const { status } = await person.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return performance.now() - started;
}

async function main(): Promise<void> {
  const registers: Register[] = [];
  for (const size of sizes) registers.push(await registerOf(size));
  console.log(
    `one page after the other, ${rounds} rounds interleaved, medians; ${sizes.join(' and ')} compounds`,
  );
  for (const path of pages) {
    const times: number[][] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, { officer }] of registers.entries()) times[index].push(await timeOf(officer, path));
    }
    const [small, large] = times.map((list) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
    console.log(
      `${path.padEnd(48)} ${small.toFixed(0)} ms   ${large.toFixed(0)} ms   ratio ${(large / small).toFixed(1)} for ten times the rows`,
    );
  }
  for (const { app, dataDir } of registers) {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

void main();
