import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { WorksModule } from '../works/works.module';
import { DisruptionPages } from './disruption-pages';
import { DisruptionRecord, QuietDayRecord } from './disruption.entities';
import { DisruptionTotals } from './disruption.totals';
import { DisruptionsController } from './disruptions.controller';
import { DisruptionDesk } from './disruptions.desk';
import { disruptionPaths } from './disruptions.paths';
import { Disruptions } from './disruptions.service';
import { QuietDayPages } from './quiet-day-pages';
import { QuietDays } from './quiet-days';
import { QuietDaysController } from './quiet-days.controller';
import { QuietDayDesk } from './quiet-days.desk';
import { QuietDayBook } from './quiet-days.service';

/** What residents will feel of the works, announced before; and the quiet days of examinations. */
@Module({
  imports: [...recordsOf(DisruptionRecord, QuietDayRecord), WorksModule],
  controllers: [DisruptionsController, QuietDaysController],
  providers: [
    DisruptionDesk,
    DisruptionPages,
    Disruptions,
    DisruptionTotals,
    QuietDayBook,
    QuietDayDesk,
    QuietDayPages,
    QuietDays,
  ],
  exports: [DisruptionDesk, Disruptions, DisruptionTotals, QuietDayBook, QuietDays],
})
export class DisruptionsModule implements OnModuleInit {
  constructor(private readonly workspace: Workspace) {}

  onModuleInit(): void {
    this.workspace.register({
      ...{ key: 'disruptions', label: '施工告知', link: (code) => disruptionPaths.index(code) },
      ...{ action: 'disruption.read', position: 55, group: 'works' },
    });
  }
}
