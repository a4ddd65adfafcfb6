import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressInfo } from 'node:net';
import { Organisations } from '../../src/access/organisations.service';
import { readOrganisations } from '../../src/cli/seed/reference';
import { Compounds } from '../../src/compounds/compounds.service';
import { createApp } from '../../src/create-app';
import { done } from '../../src/domain/kernel/outcome';
import { migrate } from '../../src/platform/database/migrate';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { sampleCompound } from '../support/sample-compound';
import { testConfig } from '../support/config';
import { report } from './served';

/** The product with one compound, on a database of its own. */
async function main(): Promise<void> {
  const config = testConfig(mkdtempSync(join(tmpdir(), 'yuanxin-bench-')));
  await migrate(config);
  const app = await createApp(config);
  await app.get(Organisations).load(readOrganisations());
  const row = await sampleCompound(app);
  await app.get(UnitOfWork).run(async (tx) => done(await app.get(Compounds).insert(tx, row)));
  await app.listen(0, '127.0.0.1');
  report((app.getHttpServer().address() as AddressInfo).port);
}

void main();
