import { Module } from '@nestjs/common';
import { WorksModule } from '../works/works.module';

/** Concealed works, rounds and findings, orders to stop, the punch list. */
@Module({
  imports: [WorksModule],
})
export class InspectionsModule {}
