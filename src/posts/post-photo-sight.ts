import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSights } from '../files/file-sights';
import { PointPhotoRecord } from '../site-photos/site-photo.entities';
import { ContractRecord } from '../works/work.entities';
import { PostPhoto } from './post.entities';

/**
 * The photos of posts a builder sees: its own, wherever files are listed or opened. One taken at a fixed point stands among
 * the photos of that point, which everybody on the site compares.
 */
@Injectable()
export class PostPhotoSight implements OnModuleInit {
  constructor(private readonly sights: FileSights) {}

  onModuleInit(): void {
    this.sights.register((query, { role, organisationId }) => {
      if (role !== 'contractor') return;
      const ofOthers = query
        .subQuery()
        .select('1')
        .from(PostPhoto, 'sent')
        .innerJoin(ContractRecord, 'contract', 'contract.id = sent.contractId')
        .where('sent.fileId = file.id')
        .andWhere('contract.organisationId <> :sightFirmId');
      const atPoint = query
        .subQuery()
        .select('1')
        .from(PointPhotoRecord, 'compared')
        .where('compared.fileId = file.id');
      query.andWhere(`(NOT EXISTS ${ofOthers.getQuery()} OR EXISTS ${atPoint.getQuery()})`);
      query.setParameter('sightFirmId', organisationId);
    });
  }
}
