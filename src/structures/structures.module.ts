import { Module, OnModuleInit } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { Grounds } from '../zones/grounds';
import { MapPins } from '../zones/map-pins';
import { pinOf } from '../zones/pin-picker';
import { ZonesModule } from '../zones/zones.module';
import { IdentifiedStructures } from './identified-structures';
import { StructureEdits } from './structure-edits.service';
import { StructureFiles } from './structure-files.service';
import { StructureGround } from './structure-ground';
import { StructureLocks } from './structure-locks';
import { StructurePages } from './structure-pages';
import { StructureEvent, StructureFile, StructureRecord, StructureZone } from './structure.entities';
import { StructuresController } from './structures.controller';
import { StructureDesk, toZoneStructure } from './structures.desk';
import { structurePaths } from './structures.paths';
import { Structures } from './structures.service';

/** What stands in the way: the register of structures with their places and pictures. */
@Module({
  imports: [...recordsOf(StructureRecord, StructureZone, StructureFile, StructureEvent), ZonesModule],
  controllers: [StructuresController],
  providers: [
    IdentifiedStructures,
    StructureDesk,
    StructureEdits,
    StructureFiles,
    StructureGround,
    StructureLocks,
    StructurePages,
    Structures,
  ],
  exports: [IdentifiedStructures, StructureDesk, StructureFiles, StructureLocks],
})
export class StructuresModule implements OnModuleInit {
  constructor(
    private readonly grounds: Grounds,
    private readonly pins: MapPins,
    private readonly desk: StructureDesk,
  ) {}

  onModuleInit(): void {
    this.grounds.register(async (renovationId, from) =>
      (await this.desk.ofRenovation(renovationId, from)).map(toZoneStructure),
    );
    this.pins.register({
      pinsOf: async (renovationId) =>
        (await this.desk.ofRenovation(renovationId)).map((one) => ({
          ...toZoneStructure(one),
          pin: pinOf(one),
          link: structurePaths.show(one.id),
        })),
    });
  }
}
