import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { WorksModule } from '../works/works.module';
import { ZonesModule } from '../zones/zones.module';
import { UtilityRequestRecord, UtilityRequestZone } from './dig.entities';
import { DigPages } from './dig-pages';
import { DigsController } from './digs.controller';
import { DigDesk } from './digs.desk';
import { digsPaths } from './digs.paths';
import { DigsWaiting } from './digs.waiting';
import { UtilityRequests } from './utility-requests.service';

/** One dig only: who opens the ground where and when, and which utilities were asked. */
@Module({
  imports: [...recordsOf(UtilityRequestRecord, UtilityRequestZone), WorksModule, ZonesModule],
  controllers: [DigsController],
  providers: [DigDesk, DigPages, DigsWaiting, UtilityRequests],
})
export class DigsModule implements OnModuleInit {
  constructor(private readonly workspace: Workspace) {}

  onModuleInit(): void {
    this.workspace.register({
      ...{ key: 'digs', label: '一次开挖', link: (code) => digsPaths.index(code) },
      ...{ action: 'dig.read', position: 57, group: 'works' },
    });
  }
}
