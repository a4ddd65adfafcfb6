import { Module } from '@nestjs/common';
import { StructuresModule } from '../structures/structures.module';

/** The statutory case against a structure: papers, service, halts, remedies, and the clock. */
@Module({ imports: [StructuresModule] })
export class EnforcementModule {}
