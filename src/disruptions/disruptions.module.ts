import { Module } from '@nestjs/common';
import { WorksModule } from '../works/works.module';

/** What residents will feel of the works, announced before. */
@Module({
  imports: [WorksModule],
})
export class DisruptionsModule {}
