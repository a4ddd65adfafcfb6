import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSights } from '../files/file-sights';
import { ContractRecord, WorkItemRecord } from '../works/work.entities';
import { ConcealedFile, ConcealedRecord, ConcealedStepRecord } from './concealed.entities';
import { FindingFile, FindingRecord } from './finding.entities';

/** The photos of checks a builder sees: those about its own items and about none, wherever files are listed or opened. */
@Injectable()
export class CheckPhotos implements OnModuleInit {
  constructor(private readonly sights: FileSights) {}

  onModuleInit(): void {
    this.sights.register((query, { role, organisationId }) => {
      if (role !== 'contractor') return;
      const ofFindings = query
        .subQuery()
        .select('1')
        .from(FindingFile, 'shown')
        .innerJoin(FindingRecord, 'finding', 'finding.id = shown.findingId')
        .innerJoin(WorkItemRecord, 'item', 'item.id = finding.itemId')
        .innerJoin(ContractRecord, 'contract', 'contract.id = item.contractId')
        .where('shown.fileId = file.id')
        .andWhere('contract.organisationId <> :sightFirmId');
      const ofConcealed = query
        .subQuery()
        .select('1')
        .from(ConcealedFile, 'shown')
        .innerJoin(ConcealedStepRecord, 'step', 'step.id = shown.stepId')
        .innerJoin(ConcealedRecord, 'work', 'work.id = step.concealedId')
        .innerJoin(WorkItemRecord, 'item', 'item.id = work.itemId')
        .innerJoin(ContractRecord, 'contract', 'contract.id = item.contractId')
        .where('shown.fileId = file.id')
        .andWhere('contract.organisationId <> :sightFirmId');
      for (const others of [ofFindings, ofConcealed]) query.andWhere(`NOT EXISTS ${others.getQuery()}`);
      query.setParameter('sightFirmId', organisationId);
    });
  }
}
