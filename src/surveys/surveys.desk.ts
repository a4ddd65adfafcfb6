import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Building } from '../compounds/door.entities';
import { Doors } from '../compounds/doors.service';
import { compareDoors } from '../domain/compound/doors';
import { Actor } from '../domain/people/actor';
import { BuildingPhoto } from './building-photo.entity';
import { DoorVisitRecord } from './door-visit.entity';
import { HazardPhoto, HazardRecord } from './hazard.entities';
import { FoundHazard, SeenBuilding, SurveyRecords } from './survey-records';
import { Survey } from './survey.entity';

/** The one way to surveys and what belongs to them: whoever asks gets it only if its compound lies in their scope. */
@Injectable()
export class SurveyDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly doors: Doors,
  ) {}

  /** The survey with this id. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager) {
    const survey = await from.findOneBy(Survey, { id });
    if (!survey) throw new NotFoundException();
    return { survey, compound: await this.compounds.findById(actor, survey.compoundId, from) };
  }

  /** The compound with this code, and its latest survey; null before the first. */
  async latestOf(actor: Actor, code: string, from: EntityManager = this.reader.manager) {
    const compound = await this.compounds.find(actor, code, from);
    return { compound, survey: await this.latest(compound.id, from) };
  }

  /** The finding with this id, with its survey. */
  async hazard(actor: Actor, id: number, from: EntityManager = this.reader.manager) {
    const hazard = await from.findOneBy(HazardRecord, { id });
    if (!hazard) throw new NotFoundException();
    const { survey, compound } = await this.find(actor, hazard.surveyId, from);
    const photos = await from.findBy(HazardPhoto, { hazardId: id });
    const found: FoundHazard = { ...hazard, photoIds: photos.map(({ fileId }) => fileId) };
    return { hazard: found, survey, compound };
  }

  /** The latest survey of a compound; null before the first. */
  latest(compoundId: number, from: EntityManager = this.reader.manager): Promise<Survey | null> {
    return from.findOne(Survey, { where: { compoundId }, order: { number: 'DESC' } });
  }

  /** All surveys of a compound, the latest first. */
  all(compoundId: number): Promise<Survey[]> {
    return this.reader.manager.find(Survey, { where: { compoundId }, order: { number: 'DESC' } });
  }

  /** Everything recorded in a survey. */
  async records(
    survey: Survey,
    compound: Compound,
    from: EntityManager = this.reader.manager,
  ): Promise<SurveyRecords> {
    const hazards = await this.hazardsOf(survey.id, from);
    return {
      survey,
      compound,
      doors: await this.doors.doorsOf(compound.id, from),
      visits: (await this.visitsOf(survey.id, from)).filter(({ withdrawnOn }) => withdrawnOn === null),
      hazards: hazards.filter(({ withdrawnOn }) => withdrawnOn === null),
      withdrawnHazards: hazards.filter(({ withdrawnOn }) => withdrawnOn !== null),
      buildings: await this.buildingsOf(survey, from),
    };
  }

  /** The visits of a survey in the order they were made, those taken back included. */
  visitsOf(surveyId: number, from: EntityManager = this.reader.manager): Promise<DoorVisitRecord[]> {
    return from.find(DoorVisitRecord, { where: { surveyId }, order: { visitedOn: 'ASC', id: 'ASC' } });
  }

  /** The visit with this id; whether the asker may see it is the question of its survey. */
  visit(id: number, from: EntityManager = this.reader.manager): Promise<DoorVisitRecord | null> {
    return from.findOneBy(DoorVisitRecord, { id });
  }

  /** Every visit to a door by survey, the latest first; those taken back included. */
  async historyOf(dwellingId: number): Promise<{ survey: Survey; visits: DoorVisitRecord[] }[]> {
    const visits = await this.reader.manager.find(DoorVisitRecord, {
      where: { dwellingId },
      order: { visitedOn: 'DESC', id: 'DESC' },
    });
    const surveyIds = In([...new Set(visits.map(({ surveyId }) => surveyId))]);
    const surveys = await this.reader.manager.find(Survey, {
      where: { id: surveyIds },
      order: { number: 'DESC' },
    });
    return surveys.map((survey) => ({
      survey,
      visits: visits.filter(({ surveyId }) => surveyId === survey.id),
    }));
  }

  private async hazardsOf(surveyId: number, from: EntityManager): Promise<FoundHazard[]> {
    const hazards = await from.find(HazardRecord, {
      where: { surveyId },
      order: { severity: 'DESC', id: 'ASC' },
    });
    const photos = hazards.length
      ? await from.find(HazardPhoto, {
          where: { hazardId: In(hazards.map(({ id }) => id)) },
          order: { id: 'ASC' },
        })
      : [];
    return hazards.map((hazard) => ({
      ...hazard,
      photoIds: photos.filter(({ hazardId }) => hazardId === hazard.id).map(({ fileId }) => fileId),
    }));
  }

  private async buildingsOf(survey: Survey, from: EntityManager): Promise<SeenBuilding[]> {
    const buildings = await from.findBy(Building, { compoundId: survey.compoundId });
    const photos = await from.find(BuildingPhoto, { where: { surveyId: survey.id }, order: { id: 'ASC' } });
    const byNo = (one: Building) => ({ buildingNo: one.no, unitNo: 0, floorNo: 0, roomNo: '' });
    return buildings
      .sort((one, other) => compareDoors(byNo(one), byNo(other)))
      .map((building) => ({
        ...building,
        photoIds: photos.filter(({ buildingId }) => buildingId === building.id).map(({ fileId }) => fileId),
      }));
  }
}
