import { Module } from '@nestjs/common';
import { StructuresModule } from '../structures/structures.module';

/** Persuasion: who went to see whom about a structure, what was said, and when to go again. */
@Module({ imports: [StructuresModule] })
export class PersuasionModule {}
