import { Module } from '@nestjs/common';
import { WorksModule } from '../works/works.module';

/** Links and PINs that let a foreman's phone post for one contract. */
@Module({
  imports: [WorksModule],
})
export class InvitationsModule {}
