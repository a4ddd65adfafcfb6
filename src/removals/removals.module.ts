import { Module } from '@nestjs/common';
import { StructuresModule } from '../structures/structures.module';

/** Removals: the case of a structure, the ways to remove it, what came of it, and who verified it. */
@Module({ imports: [StructuresModule] })
export class RemovalsModule {}
