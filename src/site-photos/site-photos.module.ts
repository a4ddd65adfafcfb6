import { Module } from '@nestjs/common';
import { WorksModule } from '../works/works.module';

/** Fixed photo points, and hints about photos that were used before. */
@Module({
  imports: [WorksModule],
})
export class SitePhotosModule {}
