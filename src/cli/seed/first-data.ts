import { randomBytes } from 'node:crypto';
import { INestApplicationContext } from '@nestjs/common';
import { Organisations } from '../../access/organisations.service';
import { People } from '../../access/people.service';
import { roleNames } from '../../domain/people/roles';
import { Config } from '../../platform/config/config';
import { isDemoComplete, loadDemo, readDemoCast } from './load-demo';
import { readOrganisations } from './reference';

/** Puts what an empty database needs into it; returns what the person who started it should know. */
export async function loadFirstData(app: INestApplicationContext, config: Config): Promise<string[]> {
  await app.get(Organisations).load(readOrganisations());
  if (config.production) return firstAdministrator(app);
  if (!(await app.get(People).all()).length) await loadDemo(app, config, say);
  return demoAccounts(app);
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** In production the first account is made once, with a password nobody else knows, to be changed at first use. */
async function firstAdministrator(app: INestApplicationContext): Promise<string[]> {
  const people = app.get(People);
  if ((await people.all()).length) return [];
  const [district] = await app.get(Organisations).all();
  const person = {
    login: 'admin',
    name: '系统管理员',
    role: 'system-admin' as const,
    organisationId: district.id,
  };
  const created = await people.create(null, person);
  if (!created.ok) throw new Error(created.blockers.map((blocker) => blocker.text).join('; '));
  const password = randomBytes(15).toString('base64url');
  await people.setPassword(created.value.id, password, true);
  return [`first account: admin / ${password} (shown once, to be changed at the first sign-in)`];
}

/** How to sign in as the demo's cast, while it is there. */
async function demoAccounts(app: INestApplicationContext): Promise<string[]> {
  const logins = new Set((await app.get(People).all()).map(({ login }) => login));
  const { password, people } = readDemoCast();
  const shown = people.filter(({ login, shown: isShown }) => isShown && logins.has(login));
  if (!shown.length) return [];
  if (!(await isDemoComplete(app)))
    return ['the demo was not loaded to its end: npm run db:reset loads it anew'];
  const lines = shown.map(({ login, role, name }) => `  ${login.padEnd(9)} ${roleNames[role]}  ${name}`);
  return [`demo accounts, all with the password ${password}`, ...lines];
}
