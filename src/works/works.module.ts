import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { ZonesModule } from '../zones/zones.module';
import { ItemStandings } from './item-standings';
import { SiteProgress } from './site-progress';
import { SiteRecords } from './site-records';
import { ContractRecord, WorkItemRecord, WorkItemStepRecord } from './work.entities';
import { WorksDesk } from './works.desk';

/** Contracts, and the items of the plan they build. */
@Module({
  imports: [...recordsOf(ContractRecord, WorkItemRecord, WorkItemStepRecord), ZonesModule],
  providers: [ItemStandings, SiteProgress, SiteRecords, WorksDesk],
  exports: [ItemStandings, SiteProgress, SiteRecords, WorksDesk],
})
export class WorksModule {}
