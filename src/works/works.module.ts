import { Module, OnModuleInit } from '@nestjs/common';
import { StageFacts } from '../compounds/stage-facts';
import { Workspace } from '../compounds/workspace';
import { PlansModule } from '../plans/plans.module';
import { recordsOf } from '../platform/database/database.module';
import { ZonesModule } from '../zones/zones.module';
import { ContractsController } from './contracts.controller';
import { Contracts } from './contracts.service';
import { Drawing } from './drawing.service';
import { ItemPages } from './item-pages';
import { ItemStandings } from './item-standings';
import { ItemSteps } from './item-steps.service';
import { ItemsController } from './items.controller';
import { WorkItems } from './items.service';
import { SiteProgress } from './site-progress';
import { SiteRecords } from './site-records';
import { StepPages } from './step-pages';
import { WorkLinks } from './work-links';
import { ContractRecord, WorkItemRecord, WorkItemStepRecord } from './work.entities';
import { WorksDesk } from './works.desk';
import { WorksFactSource } from './works.facts';
import { WorksPages } from './works-pages';
import { worksPaths } from './works.paths';
import { WorkTotals } from './works.totals';
import { WorksWaiting } from './works.waiting';

/** Contracts, and the items of the plan they build. */
@Module({
  imports: [...recordsOf(ContractRecord, WorkItemRecord, WorkItemStepRecord), PlansModule, ZonesModule],
  controllers: [ContractsController, ItemsController],
  providers: [
    ...[Contracts, Drawing, ItemPages, ItemStandings, ItemSteps, SiteProgress, SiteRecords, StepPages],
    ...[WorkItems, WorkLinks, WorksDesk, WorksFactSource, WorksPages, WorksWaiting, WorkTotals],
  ],
  exports: [ItemStandings, SiteProgress, SiteRecords, WorkLinks, WorksDesk, WorkTotals],
})
export class WorksModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly facts: StageFacts,
    private readonly source: WorksFactSource,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      ...{ key: 'works', label: '合同和项目', link: (code) => worksPaths.index(code) },
      ...{ action: 'works.read', position: 50, group: 'works' },
    });
    this.facts.register(this.source);
  }
}
