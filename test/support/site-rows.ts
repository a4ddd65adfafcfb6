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

/** A contract that runs from 19 May to 18 June 2026, of the builder unless another firm is named, without walking its forms. */
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
      ...{ ...where, organisationId: organisation!.id, role: 'contractor', name: '施工合同' },
      ...{ number: 'SG-1', signedOn: '2026-05-15', startsOn: '2026-05-19', finishOn: '2026-06-18' },
      ...{ state: 'running', recordedBy, recordedAt: '2026-05-15T02:00:00.000Z', ...change },
    });
  });
}

/** An open item of a contract: thirty charging points, planned from 1 to 12 June 2026. */
export async function openItem(
  app: INestApplicationContext,
  { compoundId, renovationId, contractId }: Where & { contractId: number },
  change: Partial<WorkItemRecord> = {},
): Promise<number> {
  return write(app, async (tx) => {
    const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
    return insert(tx, WorkItemRecord, {
      ...{
        compoundId,
        renovationId,
        contractId,
        line: 3,
        name: '充电桩',
        unit: '组',
        quantity: 30_00,
        measure: 'quantity',
      },
      ...{ plannedStartOn: '2026-06-01', plannedFinishOn: '2026-06-12', state: 'open', traits: [] },
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
