import { Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { WorksModule } from '../works/works.module';
import { ZonesModule } from '../zones/zones.module';
import { PhotoHints } from './photo-hints';
import { PhotoPointDesk } from './photo-points.desk';
import { PointPhotos } from './point-photos';
import { PhotoClaim, PhotoHintRecord, PhotoPointRecord, PointPhotoRecord } from './site-photo.entities';

/** Fixed photo points, and hints about photos that were used before. */
@Module({
  imports: [
    ...recordsOf(PhotoPointRecord, PointPhotoRecord, PhotoClaim, PhotoHintRecord),
    WorksModule,
    ZonesModule,
  ],
  providers: [PhotoHints, PhotoPointDesk, PointPhotos],
  exports: [PhotoHints, PhotoPointDesk, PointPhotos],
})
export class SitePhotosModule {}
