import { Module, OnModuleInit } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { Grounds } from '../zones/grounds';
import { ZonesModule } from '../zones/zones.module';
import { StructureEvent, StructureFile, StructureRecord, StructureZone } from './structure.entities';
import { StructureDesk, toZoneStructure } from './structures.desk';

/** What stands in the way: the register of structures with their places and pictures. */
@Module({
  imports: [...recordsOf(StructureRecord, StructureZone, StructureFile, StructureEvent), ZonesModule],
  providers: [StructureDesk],
  exports: [StructureDesk],
})
export class StructuresModule implements OnModuleInit {
  constructor(
    private readonly grounds: Grounds,
    private readonly desk: StructureDesk,
  ) {}

  onModuleInit(): void {
    this.grounds.register(async (renovationId, from) =>
      (await this.desk.ofRenovation(renovationId, from)).map(toZoneStructure),
    );
  }
}
