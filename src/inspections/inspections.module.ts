import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { WorksModule } from '../works/works.module';
import { ZonesModule } from '../zones/zones.module';
import { CheckPhotos } from './check-photos';
import { CheckPages } from './check-pages';
import { CheckRecords } from './check-records';
import { CheckSites } from './check-sites';
import { CheckTotals } from './check.totals';
import { ChecksController } from './checks.controller';
import { ChecksWaiting } from './checks.waiting';
import { ConcealedController } from './concealed.controller';
import { ConcealedDesk } from './concealed.desk';
import { ConcealedFile, ConcealedRecord, ConcealedStepRecord } from './concealed.entities';
import { ConcealedPages } from './concealed-pages';
import { ConcealedWorks } from './concealed-works.service';
import { FindingFile, FindingRecord, FindingStepRecord, InspectionRecord } from './finding.entities';
import { FindingPages } from './finding-pages';
import { FindingsController } from './findings.controller';
import { FindingDesk } from './findings.desk';
import { Findings } from './findings.service';
import { InspectionPages } from './inspection-pages';
import { InspectionsController } from './inspections.controller';
import { inspectionPaths } from './inspections.paths';
import { Inspections } from './inspections.service';
import { OpenFindings } from './open-findings';
import { StopFinding, StopItem, StopRecord, StopZone } from './stop.entities';
import { StopPages } from './stop-pages';
import { StopsController } from './stops.controller';
import { StopDesk } from './stops.desk';
import { StopOrders } from './stops.service';

/** Concealed works, rounds and findings, orders to stop, the punch list. */
@Module({
  imports: [
    ...recordsOf(ConcealedRecord, ConcealedStepRecord, ConcealedFile),
    ...recordsOf(InspectionRecord, FindingRecord, FindingStepRecord, FindingFile),
    ...recordsOf(StopRecord, StopItem, StopZone, StopFinding),
    ...[WorksModule, ZonesModule],
  ],
  controllers: [
    ...[ChecksController, ConcealedController, FindingsController, InspectionsController],
    StopsController,
  ],
  providers: [
    ...[CheckPages, CheckPhotos, CheckRecords, CheckSites, CheckTotals, ChecksWaiting],
    ...[ConcealedDesk, ConcealedPages, ConcealedWorks],
    ...[FindingDesk, FindingPages, Findings, InspectionPages, Inspections, OpenFindings],
    ...[StopDesk, StopOrders, StopPages],
  ],
  exports: [
    ...[CheckRecords, CheckSites, CheckTotals],
    ...[ConcealedWorks, Findings, Inspections, OpenFindings, StopOrders],
  ],
})
export class InspectionsModule implements OnModuleInit {
  constructor(private readonly workspace: Workspace) {}

  onModuleInit(): void {
    this.workspace.register({
      ...{ key: 'checks', label: '检查整改', link: (code) => inspectionPaths.checks(code) },
      ...{ action: 'check.read', position: 53, group: 'works' },
    });
  }
}
