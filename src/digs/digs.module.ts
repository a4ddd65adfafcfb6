import { Module } from '@nestjs/common';
import { WorksModule } from '../works/works.module';

/** One dig only: who opens the ground where and when, and which utilities were asked. */
@Module({
  imports: [WorksModule],
})
export class DigsModule {}
