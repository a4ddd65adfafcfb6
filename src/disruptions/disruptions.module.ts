import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { WorksModule } from '../works/works.module';
import { DisruptionRecord, QuietDayRecord } from './disruption.entities';
import { DisruptionTotals } from './disruption.totals';
import { QuietDays } from './quiet-days';

/** What residents will feel of the works, announced before; and the quiet days of examinations. */
@Module({
  imports: [...recordsOf(DisruptionRecord, QuietDayRecord), WorksModule],
  providers: [DisruptionTotals, QuietDays],
  exports: [DisruptionTotals, QuietDays],
})
export class DisruptionsModule {}
