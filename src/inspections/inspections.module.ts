import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { WorksModule } from '../works/works.module';
import { CheckRecords } from './check-records';
import { CheckSites } from './check-sites';
import { CheckTotals } from './check.totals';
import { ConcealedFile, ConcealedRecord, ConcealedStepRecord } from './concealed.entities';
import { FindingFile, FindingRecord, FindingStepRecord, InspectionRecord } from './finding.entities';
import { FindingDesk } from './findings.desk';
import { Findings } from './findings.service';
import { OpenFindings } from './open-findings';
import { StopFinding, StopItem, StopRecord, StopZone } from './stop.entities';

/** Concealed works, rounds and findings, orders to stop, the punch list. */
@Module({
  imports: [
    ...recordsOf(ConcealedRecord, ConcealedStepRecord, ConcealedFile),
    ...recordsOf(InspectionRecord, FindingRecord, FindingStepRecord, FindingFile),
    ...recordsOf(StopRecord, StopItem, StopZone, StopFinding),
    WorksModule,
  ],
  providers: [CheckRecords, CheckSites, CheckTotals, FindingDesk, Findings, OpenFindings],
  exports: [CheckRecords, CheckSites, CheckTotals, Findings, OpenFindings],
})
export class InspectionsModule {}
