import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { StructuresModule } from '../structures/structures.module';
import { RemovalCases } from './removal-cases';
import { RemovalSteps } from './removal-steps.service';
import { RemovalCheck } from './removal.entities';
import { RemovalTotals } from './removals.totals';

/** Removals: the case of a structure, the ways to remove it, what came of it, and who verified it. */
@Module({
  imports: [...recordsOf(RemovalCheck), StructuresModule],
  providers: [RemovalCases, RemovalSteps, RemovalTotals],
  exports: [RemovalCases, RemovalSteps, RemovalTotals],
})
export class RemovalsModule {}
