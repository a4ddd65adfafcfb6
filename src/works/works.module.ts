import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module';
import { recordsOf } from '../platform/database/database.module';
import { ZonesModule } from '../zones/zones.module';
import { Contracts } from './contracts.service';
import { Drawing } from './drawing.service';
import { ItemStandings } from './item-standings';
import { ItemSteps } from './item-steps.service';
import { WorkItems } from './items.service';
import { SiteProgress } from './site-progress';
import { SiteRecords } from './site-records';
import { ContractRecord, WorkItemRecord, WorkItemStepRecord } from './work.entities';
import { WorksDesk } from './works.desk';

/** Contracts, and the items of the plan they build. */
@Module({
  imports: [...recordsOf(ContractRecord, WorkItemRecord, WorkItemStepRecord), PlansModule, ZonesModule],
  providers: [Contracts, Drawing, ItemStandings, ItemSteps, WorkItems, SiteProgress, SiteRecords, WorksDesk],
  exports: [ItemStandings, SiteProgress, SiteRecords, WorksDesk],
})
export class WorksModule {}
