import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { WishEntry, WishRecord } from './wish.entities';
import { WishSteps } from './wish-steps';
import { Wishes } from './wishes.service';

/** What residents wish or object to, and what became of it. */
@Module({
  imports: recordsOf(WishRecord, WishEntry),
  providers: [Wishes, WishSteps],
  exports: [Wishes, WishSteps],
})
export class WishesModule {}
