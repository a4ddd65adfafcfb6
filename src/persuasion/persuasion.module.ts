import { Module, OnModuleInit } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { StructureLocks } from '../structures/structure-locks';
import { StructuresModule } from '../structures/structures.module';
import { PersuasionColumns } from './persuasion-columns';
import { PersuasionPages } from './persuasion-pages';
import { PersuasionController } from './persuasion.controller';
import { PersuasionDesk } from './persuasion.desk';
import { PersuasionVisitRecord } from './persuasion.entity';
import { Persuasion } from './persuasion.service';
import { PersuasionTotals } from './persuasion.totals';
import { PersuasionWaiting } from './persuasion.waiting';

/** Persuasion: who went to see whom about a structure, what was said, and when to go again. */
@Module({
  imports: [...recordsOf(PersuasionVisitRecord), StructuresModule],
  controllers: [PersuasionController],
  providers: [
    Persuasion,
    PersuasionColumns,
    PersuasionDesk,
    PersuasionPages,
    PersuasionTotals,
    PersuasionWaiting,
  ],
  exports: [PersuasionColumns, PersuasionTotals],
})
export class PersuasionModule implements OnModuleInit {
  constructor(
    private readonly locks: StructureLocks,
    private readonly totals: PersuasionTotals,
  ) {}

  onModuleInit(): void {
    this.locks.registerFirstDay((tx, structureId) => this.totals.firstDay(structureId, tx));
  }
}
