import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { StructuresModule } from '../structures/structures.module';
import { PersuasionColumns } from './persuasion-columns';
import { PersuasionVisitRecord } from './persuasion.entity';
import { PersuasionTotals } from './persuasion.totals';

/** Persuasion: who went to see whom about a structure, what was said, and when to go again. */
@Module({
  imports: [...recordsOf(PersuasionVisitRecord), StructuresModule],
  providers: [PersuasionColumns, PersuasionTotals],
  exports: [PersuasionColumns, PersuasionTotals],
})
export class PersuasionModule {}
