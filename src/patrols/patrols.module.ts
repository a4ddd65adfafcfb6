import { Module } from '@nestjs/common';
import { StructuresModule } from '../structures/structures.module';

/** The living ledger: rounds after the removal, relapses, and the sign of every compound. */
@Module({ imports: [StructuresModule] })
export class PatrolsModule {}
