import { Module, OnModuleInit } from '@nestjs/common';
import { DoorLayers } from '../compounds/door-layers';
import { DoorUses } from '../compounds/door-uses';
import { StageFacts } from '../compounds/stage-facts';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { BuildingPhoto } from './building-photo.entity';
import { BuildingPhotosController } from './building-photos.controller';
import { BuildingPhotos } from './building-photos.service';
import { DoorVisitRecord } from './door-visit.entity';
import { HazardPages } from './hazard-pages';
import { HazardPhoto, HazardRecord } from './hazard.entities';
import { HazardsController } from './hazards.controller';
import { Hazards } from './hazards.service';
import { SurveyPages } from './survey-pages';
import { Survey } from './survey.entity';
import { SurveysController } from './surveys.controller';
import { SurveyDesk } from './surveys.desk';
import { SurveyFactSource } from './surveys.facts';
import { surveyPaths } from './surveys.paths';
import { Surveys } from './surveys.service';
import { SurveyTotals } from './surveys.totals';
import { SurveysWaiting } from './surveys.waiting';
import { VisitPages } from './visit-pages';
import { VisitedLayer } from './visited-layer';
import { VisitsController } from './visits.controller';
import { Visits } from './visits.service';

/** The survey: findings, visits from door to door, photos, two signatures, and what they say to the gates. */
@Module({
  imports: recordsOf(Survey, HazardRecord, HazardPhoto, DoorVisitRecord, BuildingPhoto),
  controllers: [SurveysController, HazardsController, VisitsController, BuildingPhotosController],
  providers: [
    BuildingPhotos,
    HazardPages,
    Hazards,
    SurveyDesk,
    SurveyFactSource,
    SurveyPages,
    Surveys,
    SurveysWaiting,
    SurveyTotals,
    VisitPages,
    VisitedLayer,
    Visits,
  ],
  exports: [SurveyTotals, SurveysWaiting],
})
export class SurveysModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly facts: StageFacts,
    private readonly doorUses: DoorUses,
    private readonly source: SurveyFactSource,
    private readonly doorLayers: DoorLayers,
    private readonly visited: VisitedLayer,
  ) {}

  onModuleInit(): void {
    const { index } = surveyPaths;
    this.workspace.register({
      key: 'survey',
      label: '摸底',
      link: index,
      action: 'survey.read',
      position: 10,
    });
    this.facts.register(this.source);
    this.doorLayers.register(this.visited);
    this.doorUses.register(async (tx, dwellingId) =>
      (await tx.existsBy(DoorVisitRecord, { dwellingId })) ? '入户记录' : undefined,
    );
  }
}
