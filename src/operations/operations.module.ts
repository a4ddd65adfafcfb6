import { Module } from '@nestjs/common';
import { StructuresModule } from '../structures/structures.module';

/** Removal days with several agencies, and how much still stands day by day. */
@Module({ imports: [StructuresModule] })
export class OperationsModule {}
