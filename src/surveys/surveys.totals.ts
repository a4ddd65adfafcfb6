import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, IsNull } from 'typeorm';
import { Dwelling } from '../compounds/door.entities';
import { visitTotals, doorStanding } from '../domain/survey/door-visit';
import { hazardsByGroup, hazardsBySeverity } from '../domain/survey/hazard-summary';
import { PublicSurvey, SurveySummary } from '../domain/survey/survey-summary';
import { FileTotals } from '../files/files.totals';
import { StoredFile } from '../files/stored-file.entity';
import { DoorVisitRecord } from './door-visit.entity';
import { HazardPhoto, HazardRecord } from './hazard.entities';
import { Survey } from './survey.entity';

/** A finding with its photos, for staff. */
export interface SeenHazard extends HazardRecord {
  photos: StoredFile[];
}

/** What other floors may ask about surveys. Whether the asker may see the compounds is their question. */
@Injectable()
export class SurveyTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly files: FileTotals,
  ) {}

  /** The latest survey of each of these compounds (one page of a list); compounds without one are missing. */
  async summaries(compoundIds: readonly number[]): Promise<Map<number, SurveySummary>> {
    const surveys = await this.latest(compoundIds);
    if (!surveys.length) return new Map();
    const surveyId = In(surveys.map(({ id }) => id));
    const compoundId = In(surveys.map((survey) => survey.compoundId));
    const [doors, visits, hazards] = await Promise.all([
      this.reader.manager.find(Dwelling, {
        select: { id: true, compoundId: true },
        where: { compoundId, use: 'dwelling' },
      }),
      this.reader.manager.find(DoorVisitRecord, {
        select: { id: true, dwellingId: true, surveyId: true, visitedOn: true, outcome: true },
        where: { surveyId, withdrawnOn: IsNull() },
        order: { id: 'ASC' },
      }),
      this.reader.manager.findBy(HazardRecord, { surveyId, withdrawnOn: IsNull() }),
    ]);
    const doorsOf = group(doors, (door) => door.compoundId);
    const visitsTo = group(visits, (visit) => visit.dwellingId);
    const hazardsOf = group(hazards, (hazard) => hazard.surveyId);
    return new Map(
      surveys.map((survey) => {
        const standings = (doorsOf.get(survey.compoundId) ?? []).map(({ id }) =>
          doorStanding(visitsTo.get(id) ?? []),
        );
        return [survey.compoundId, toSummary(survey, standings, hazardsOf.get(survey.id) ?? [])];
      }),
    );
  }

  /** The open findings of a compound's latest survey, the gravest first, with their photos. */
  async topHazards(compoundId: number, limit = 5): Promise<SeenHazard[]> {
    const [survey] = await this.latest([compoundId]);
    if (!survey) return [];
    const hazards = await this.reader.manager.find(HazardRecord, {
      where: { surveyId: survey.id, withdrawnOn: IsNull(), controlledOn: IsNull() },
      order: { severity: 'DESC', id: 'ASC' },
      take: limit,
    });
    const links = await this.reader.manager.find(HazardPhoto, {
      where: { hazardId: In(hazards.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    const files = await this.files.byId(links.map(({ fileId }) => fileId));
    const photosOf = group(links, ({ hazardId }) => hazardId);
    return hazards.map((hazard) => ({
      ...hazard,
      photos: (photosOf.get(hazard.id) ?? []).flatMap(({ fileId }) => files.get(fileId) ?? []),
    }));
  }

  /** What residents may read: headings and counts of the latest signed survey; null before the first signature. */
  async publicSurvey(compoundId: number): Promise<PublicSurvey | null> {
    const survey = await this.reader.manager.findOne(Survey, {
      where: { compoundId, state: 'signed' },
      order: { number: 'DESC' },
    });
    if (!survey?.streetSignedOn) return null;
    const found = await this.reader.manager.findBy(HazardRecord, {
      surveyId: survey.id,
      withdrawnOn: IsNull(),
    });
    return {
      number: survey.number,
      surveyedOn: survey.surveyedOn,
      signedOn: survey.streetSignedOn,
      groups: hazardsByGroup(await this.asTheyStand(found)),
    };
  }

  /** Findings that went on into a survey not signed yet and were controlled there are controlled. */
  private async asTheyStand(hazards: HazardRecord[]): Promise<HazardRecord[]> {
    const carriedFromId = In(hazards.map(({ id }) => id));
    const later = group(
      await this.reader.manager.findBy(HazardRecord, { carriedFromId }),
      (one) => one.carriedFromId,
    );
    return hazards.map((hazard) => ({
      ...hazard,
      controlledOn: later.get(hazard.id)?.[0].controlledOn ?? hazard.controlledOn,
    }));
  }

  private latest(compoundIds: readonly number[]): Promise<Survey[]> {
    if (!compoundIds.length) return Promise.resolve([]);
    return this.reader
      .createQueryBuilder(Survey, 'survey')
      .where('survey.compoundId IN (:...compoundIds)', { compoundIds })
      .andWhere(
        (query) =>
          `survey.number = ${query
            .subQuery()
            .select('MAX(other.number)')
            .from(Survey, 'other')
            .where('other.compoundId = survey.compoundId')
            .getQuery()}`,
      )
      .getMany();
  }
}

function toSummary(
  survey: Survey,
  standings: Parameters<typeof visitTotals>[0],
  hazards: readonly HazardRecord[],
): SurveySummary {
  const open = hazards.filter(({ controlledOn }) => controlledOn === null);
  return {
    compoundId: survey.compoundId,
    number: survey.number,
    state: survey.state,
    surveyedOn: survey.surveyedOn,
    signedOn: survey.streetSignedOn,
    visits: visitTotals(standings),
    hazards: {
      count: hazards.length,
      open: open.length,
      severeOpen: open.filter(({ severity }) => severity === 4).length,
      bySeverity: hazardsBySeverity(hazards),
      byGroup: hazardsByGroup(hazards),
    },
  };
}

function group<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
