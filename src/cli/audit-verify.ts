import 'reflect-metadata';
import { AuditTrail } from '../audit/audit.service';
import { CommandError, runCommand, withApp } from './command';

runCommand(() =>
  withApp(async (app) => {
    const { broken, entries } = await app.get(AuditTrail).verify();
    if (broken) throw new CommandError(`the audit chain is broken at entry ${broken.id}: ${broken.reason}`);
    return `the audit chain holds: ${entries} entries`;
  }),
);
