import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Organisation } from '../access/entities';
import { Organisations } from '../access/organisations.service';
import { People } from '../access/people.service';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { DryRun } from '../exchange/dry-run';
import { toDryRunText } from '../exchange/dry-run.presenter';
import { CommandError, runCommand, withApp } from './command';

const usage = 'npm run import -- FILE --dry-run [--as LOGIN] [--street CODE], with at least one of the two';

/** Shows in the shell what importing a list would do; importing itself is confirmed by a person on the site. */
runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, as: { type: 'string' }, street: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file || !values['dry-run'] || !(values.as ?? values.street)) throw new CommandError(usage);
  if (!existsSync(file)) throw new CommandError(`there is no file ${file}`);
  return withApp(async (app) => {
    const street = values.street ? await app.get(Organisations).byCode(values.street) : null;
    if (values.street && street?.kind !== 'street')
      throw new CommandError(`there is no street ${values.street}`);
    const actor = values.as ? await actorOf(app, values.as) : managerOf(street!);
    const outcome = await app.get(DryRun).of(actor, file, street?.id);
    if (!outcome.ok) throw new CommandError(outcome.blockers.map(({ text }) => text).join('\n'));
    return toDryRunText(outcome.value);
  });
});

/** Somebody who may see and import what the manager of that street may. */
const managerOf = ({ id, name }: Organisation): Actor => ({
  userId: 0,
  name: '',
  role: 'street-manager',
  organisationId: id,
  organisationName: name,
});

async function actorOf(app: NestFastifyApplication, login: string): Promise<Actor> {
  const person = (await app.get(People).all()).find((one) => one.login === login && one.disabledAt === null);
  if (!person) throw new CommandError(`there is no account ${login}`);
  if (!mayDo(person.role, 'import.run')) throw new CommandError(`the account ${login} may not import`);
  const { id: userId, name, role, organisationId } = person;
  const [organisation] = await app.get(Organisations).byIds([organisationId]);
  return { userId, name, role, organisationId, organisationName: organisation.name };
}
