import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { openFindingStates } from '../domain/construction/finding';
import { ContractRecord, WorkItemRecord } from '../works/work.entities';
import { FindingRecord } from './finding.entities';
import { FindingDesk, SeenFinding } from './findings.desk';

/** A finding that waits, with the name of its item; empty where it belongs to none. */
export type OpenFinding = SeenFinding & { itemName: string };

/** What whoever builds under a contract has to mend. Whether the asker may see the contract is their question. */
@Injectable()
export class OpenFindings {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: FindingDesk,
  ) {}

  /**
   * Findings that are open or wait for their second look, by contract: about its items or about none, by their due day. In as many
   * statements for many contracts as for one.
   */
  async ofContracts(
    contractIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, OpenFinding[]>> {
    if (!contractIds.length) return new Map();
    const contracts = await from.findBy(ContractRecord, { id: In([...contractIds]) });
    const items = await from.findBy(WorkItemRecord, { contractId: In([...contractIds]) });
    const rows = await from.find(FindingRecord, {
      where: {
        renovationId: In(contracts.map(({ renovationId }) => renovationId)),
        state: In([...openFindingStates]),
      },
      order: { dueOn: 'ASC', id: 'ASC' },
    });
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const mayConcern = rows.filter(({ itemId }) => itemId === null || itemOf.has(itemId));
    const seen = (await this.desk.seen(mayConcern, from)).map((finding) => ({
      ...finding,
      item: finding.itemId === null ? undefined : itemOf.get(finding.itemId),
    }));
    return new Map(
      contracts.map(({ id, renovationId }) => [
        id,
        seen
          .filter((one) => one.renovationId === renovationId && (!one.item || one.item.contractId === id))
          .map(({ item, ...finding }) => ({ ...finding, itemName: item?.name ?? '' })),
      ]),
    );
  }
}
