import { Module } from '@nestjs/common';
import { InspectionsModule } from '../inspections/inspections.module';
import { PostsModule } from '../posts/posts.module';
import { ProgressModule } from '../progress/progress.module';
import { WorksModule } from '../works/works.module';

/** The diary of the site and the weekly bulletin, which write themselves. */
@Module({
  imports: [WorksModule, InspectionsModule, PostsModule, ProgressModule],
})
export class DiariesModule {}
