import 'reflect-metadata';
import { AuditTrail } from '../../src/audit/audit.service';
import { OnceKeyRecord, UserAccount } from '../../src/access/entities';
import { createApp } from '../../src/create-app';
import { done } from '../../src/domain/kernel/outcome';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { testConfig } from './config';

/** Eight writers without a pause; prints a key only after its unit of work was acknowledged. Ends by being killed. */
async function main(): Promise<void> {
  const [dataDir, life] = process.argv.slice(2);
  const app = await createApp(testConfig(dataDir));
  const work = app.get(UnitOfWork);
  const audit = app.get(AuditTrail);
  let count = 0;
  const writer = async (): Promise<void> => {
    for (;;) {
      const key = `life-${life}-${(count += 1)}`;
      await work.run(async (tx) => {
        const user = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
        const row = { userId: user.id, path: '/', createdAt: new Date().toISOString() };
        await tx.insert(OnceKeyRecord, { ...row, key: `${key}-a` });
        await audit.record(tx, {
          actor: null,
          action: 'access.signed-in',
          subject: { kind: 'life', id: life },
        });
        await tx.insert(OnceKeyRecord, { ...row, key: `${key}-b` });
        return done(undefined);
      });
      process.stdout.write(`${key}-b\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
}

void main();
