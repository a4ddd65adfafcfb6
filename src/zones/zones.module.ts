import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { PlanLineMarks } from '../plans/plan-line-marks';
import { PlansModule } from '../plans/plans.module';
import { GroundNewsDesk } from './ground-news.service';
import { GroundPages } from './ground-pages';
import { GroundController } from './ground.controller';
import { groundMark } from './ground-tables.presenter';
import { Grounds } from './grounds';
import { MapPins } from './map-pins';
import { Sketches } from './sketches.service';
import { CompoundSketch, GroundChange, GroundReading, WorkZone, ZoneItemRecord } from './zone.entities';
import { ZonePages } from './zone-pages';
import { ZonesController } from './zones.controller';
import { ZoneDesk } from './zones.desk';
import { zonesPaths } from './zones.paths';
import { Zones } from './zones.service';
import { ZonesWaiting } from './zones.waiting';

/** The ground of the works: sketch, work zones, the plan items on them, and what holds them back. */
@Module({
  imports: [...recordsOf(CompoundSketch, WorkZone, ZoneItemRecord, GroundChange, GroundReading), PlansModule],
  controllers: [GroundController, ZonesController],
  providers: [
    GroundNewsDesk,
    GroundPages,
    Grounds,
    MapPins,
    Sketches,
    ZoneDesk,
    ZonePages,
    Zones,
    ZonesWaiting,
  ],
  exports: [Grounds, MapPins, Sketches, ZoneDesk, Zones],
})
export class ZonesModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly lineMarks: PlanLineMarks,
    private readonly grounds: Grounds,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'ground',
      label: '作战图',
      link: (code) => zonesPaths.ground(code),
      action: 'zone.read',
      position: 46,
      group: 'removal',
    });
    this.lineMarks.register({
      marksOf: async (renovationId) =>
        new Map((await this.grounds.of(renovationId)).map((one) => [one.line, groundMark(one)])),
    });
  }
}
