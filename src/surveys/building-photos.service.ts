import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service';
import { Doors } from '../compounds/doors.service';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { surveyEditBlockers } from '../domain/survey/sign-off';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import { PreparedFile } from '../files/uploads.service';
import { BuildingPhoto } from './building-photo.entity';
import { noSurvey } from './survey-refusals';
import { BuildingPhotosForm } from './survey.forms';
import { SurveyDesk } from './surveys.desk';
import { surveyPaths } from './surveys.paths';

/** Photos of the buildings' outsides, taken for a survey. */
@Injectable()
export class BuildingPhotos {
  constructor(
    private readonly desk: SurveyDesk,
    private readonly doors: Doors,
    private readonly files: Files,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
  ) {}

  /** Adds photos to a building and takes others off; sent twice it is done once. */
  change(
    actor: Actor,
    buildingId: number,
    { drop, onceKey }: BuildingPhotosForm,
    photos: PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, onceKey, photos, async (tx) => {
      const { building, compound } = await this.doors.building(actor, buildingId, tx);
      const survey = await this.desk.latest(compound.id, tx);
      if (!survey) return refuse(noSurvey);
      const blockers = surveyEditBlockers(survey.state);
      if (!photos.length && !drop.length) blockers.push(houseRule('photos.none', '请选择要上传的照片'));
      if (blockers.length) return refuse(...blockers);
      for (const fileId of drop) await tx.delete(BuildingPhoto, { surveyId: survey.id, buildingId, fileId });
      for (const photo of photos) {
        const caption = `${building.no}外观`;
        const file = await this.files.attach(tx, photo, {
          compoundId: compound.id,
          purpose: 'view',
          actor,
          caption,
        });
        await tx.insert(BuildingPhoto, { surveyId: survey.id, buildingId, fileId: file.id });
      }
      const to = `+${photos.length} -${drop.length}`;
      const subject = { kind: 'building', id: buildingId };
      await this.audit.record(tx, {
        actor,
        action: 'building.photographed',
        subject,
        compoundId: compound.id,
        to,
      });
      return done(surveyPaths.buildingPhotos(buildingId));
    });
  }
}
