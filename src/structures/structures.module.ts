import { Module, OnModuleInit } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { Grounds } from '../zones/grounds';
import { ZonesModule } from '../zones/zones.module';
import { IdentifiedStructures } from './identified-structures';
import { StructureFiles } from './structure-files.service';
import { StructureLocks } from './structure-locks';
import { StructureEvent, StructureFile, StructureRecord, StructureZone } from './structure.entities';
import { StructureDesk, toZoneStructure } from './structures.desk';

/** What stands in the way: the register of structures with their places and pictures. */
@Module({
  imports: [...recordsOf(StructureRecord, StructureZone, StructureFile, StructureEvent), ZonesModule],
  providers: [IdentifiedStructures, StructureDesk, StructureFiles, StructureLocks],
  exports: [IdentifiedStructures, StructureDesk, StructureFiles, StructureLocks],
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
