import 'reflect-metadata';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/create-app';
import { Organisations } from '../../src/access/organisations.service';
import { People } from '../../src/access/people.service';
import { readOrganisations } from '../../src/cli/seed/reference';
import { migrate } from '../../src/platform/database/migrate';
import { cast, firms, testPassword } from './cast';
import { testConfig } from './config';

/** Where the database lies that every journey copies: migrated, with the organisation tree and the cast. */
export const templateFolder = join(tmpdir(), `yuanxin-template-${process.ppid}`);

export default async function makeTemplate(): Promise<void> {
  process.env.YUANXIN_TEMPLATE = templateFolder;
  if (existsSync(join(templateFolder, 'app.sqlite'))) rmSync(templateFolder, { recursive: true });
  mkdirSync(templateFolder, { recursive: true });
  const config = testConfig(templateFolder);
  await migrate(config);
  const app = await createApp(config);
  try {
    await app.get(Organisations).load([...readOrganisations(), ...firms]);
    const people = app.get(People);
    for (const { organisationCode, ...person } of cast) {
      const organisation = await app.get(Organisations).byCode(organisationCode);
      const created = await people.create(null, { ...person, organisationId: organisation!.id });
      if (!created.ok) throw new Error(created.blockers[0].text);
      await people.setPassword(created.value.id, testPassword, false);
    }
  } finally {
    await app.close();
  }
}
