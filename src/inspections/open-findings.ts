import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource, EntityManager } from 'typeorm';
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

  /** Findings that are open or wait for their second look, about items of this contract or about none, by their due day. */
  async ofContract(contractId: number, from: EntityManager = this.reader.manager): Promise<OpenFinding[]> {
    const contract = await from.findOneByOrFail(ContractRecord, { id: contractId });
    const items = await from.findBy(WorkItemRecord, { contractId });
    const rows = await from
      .createQueryBuilder(FindingRecord, 'finding')
      .where('finding.renovationId = :renovationId', { renovationId: contract.renovationId })
      .andWhere('finding.state IN (:...openFindingStates)', { openFindingStates })
      .andWhere(
        new Brackets((about) => {
          about.where('finding.itemId IS NULL');
          if (items.length)
            about.orWhere('finding.itemId IN (:...itemIds)', { itemIds: items.map(({ id }) => id) });
        }),
      )
      .orderBy('finding.dueOn')
      .addOrderBy('finding.id')
      .getMany();
    const names = new Map(items.map(({ id, name }) => [id, name]));
    const seen = await this.desk.seen(rows, from);
    return seen.map((one) => ({ ...one, itemName: (one.itemId !== null && names.get(one.itemId)) || '' }));
  }
}
