import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { Grounds } from './grounds';
import { CompoundSketch, GroundChange, WorkZone, ZoneItemRecord } from './zone.entities';
import { ZoneDesk } from './zones.desk';

/** The ground of the works: sketch, work zones, the plan items on them, and what holds them back. */
@Module({
  imports: recordsOf(CompoundSketch, WorkZone, ZoneItemRecord, GroundChange),
  providers: [Grounds, ZoneDesk],
  exports: [Grounds, ZoneDesk],
})
export class ZonesModule {}
