import { Module, OnModuleInit } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { SiteRecords } from '../works/site-records';
import { WorksModule } from '../works/works.module';
import { ZonesModule } from '../zones/zones.module';
import { HintAnswers } from './hint-answers.service';
import { HintPages } from './hint-pages';
import { HintsController } from './hints.controller';
import { HintsWaiting } from './hints.waiting';
import { PhotoHints } from './photo-hints';
import { PhotoPointDesk } from './photo-points.desk';
import { PhotoPoints } from './photo-points.service';
import { PointPages } from './point-pages';
import { PointPhotos } from './point-photos';
import { PointSeriesOf } from './point-series';
import { PointShots } from './point-shots.service';
import { PointController } from './point.controller';
import { PointsController } from './points.controller';
import { PointTotals } from './points.totals';
import { PhotoClaim, PhotoHintRecord, PhotoPointRecord, PointPhotoRecord } from './site-photo.entities';
import { sitePhotoPaths } from './site-photos.paths';

/** Fixed photo points, and hints about photos that were used before. */
@Module({
  imports: [
    ...recordsOf(PhotoPointRecord, PointPhotoRecord, PhotoClaim, PhotoHintRecord),
    ...[WorksModule, ZonesModule],
  ],
  controllers: [PointsController, PointController, HintsController],
  providers: [
    ...[HintAnswers, HintPages, HintsWaiting, PhotoHints, PhotoPointDesk, PhotoPoints],
    ...[PointPages, PointPhotos, PointSeriesOf, PointShots, PointTotals],
  ],
  exports: [HintAnswers, PhotoHints, PhotoPointDesk, PhotoPoints, PointPhotos, PointShots, PointTotals],
})
export class SitePhotosModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly sites: SiteRecords,
    private readonly series: PointSeriesOf,
  ) {}

  onModuleInit(): void {
    this.sites.registerPoints((renovationId, from) => this.series.withoutAfter(renovationId, from));
    this.workspace.register({
      ...{ key: 'points', label: '拍照点', link: (code) => sitePhotoPaths.index(code) },
      ...{ action: 'point.read', position: 54, group: 'works' },
    });
  }
}
