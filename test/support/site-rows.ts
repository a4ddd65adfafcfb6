import { INestApplicationContext } from '@nestjs/common';
import { UserAccount } from '../../src/access/entities';
import { Organisations } from '../../src/access/organisations.service';
import { RenovationParty } from '../../src/compounds/renovation.entities';
import { ContractRecord, WorkItemRecord } from '../../src/works/work.entities';
import { places } from './cast';
import { write } from './portfolio';
import { insert } from './rows';

interface Where {
  compoundId: number;
  renovationId: number;
}

/** A contract that is running, of the builder unless another firm is named, without walking its forms. */
export async function runningContract(
  app: INestApplicationContext,
  where: Where,
  change: Partial<ContractRecord> = {},
  firm = places.builder,
): Promise<number> {
  const organisation = await app.get(Organisations).byCode(firm);
  return write(app, async (tx) => {
    const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
    return insert(tx, ContractRecord, {
      ...{ ...where, organisationId: organisation!.id, role: 'contractor', name: '丰乐路106号院改造施工' },
      ...{ signedOn: '2026-05-15', startsOn: '2026-05-19', finishOn: '2026-06-30', state: 'running' },
      ...{ recordedBy, recordedAt: '2026-05-15T02:00:00.000Z', ...change },
    });
  });
}

/** An open item of a contract. */
export async function openItem(
  app: INestApplicationContext,
  where: Where & { contractId: number },
  change: Partial<WorkItemRecord> = {},
): Promise<number> {
  return write(app, async (tx) => {
    const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
    return insert(tx, WorkItemRecord, {
      ...{ ...where, line: 1, name: '院墙、走廊粉刷', unit: '㎡', quantity: 1_200_00, measure: 'share' },
      ...{ plannedStartOn: '2026-05-19', plannedFinishOn: '2026-06-18', state: 'open', traits: [] },
      ...{ recordedBy, recordedAt: '2026-05-15T02:00:00.000Z', ...change },
    });
  });
}

/** Another firm works on the renovation too. */
export async function anotherParty(
  app: INestApplicationContext,
  { renovationId }: Where,
  firm: string,
  role: RenovationParty['role'] = 'contractor',
): Promise<void> {
  const organisation = await app.get(Organisations).byCode(firm);
  await write(app, (tx) =>
    tx.insert(RenovationParty, {
      ...{ renovationId, organisationId: organisation!.id, role, fromOn: '2026-03-01' },
    }),
  );
}
