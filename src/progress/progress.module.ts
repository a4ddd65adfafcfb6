import { Module } from '@nestjs/common';
import { InspectionsModule } from '../inspections/inspections.module';
import { PostsModule } from '../posts/posts.module';
import { WorksModule } from '../works/works.module';

/** How far the works are, how far they should be, and when they will be finished. */
@Module({
  imports: [WorksModule, InspectionsModule, PostsModule],
})
export class ProgressModule {}
