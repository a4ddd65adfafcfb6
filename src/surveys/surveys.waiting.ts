import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Actor } from '../domain/people/actor';
import { rawColumns } from '../platform/database/raw-columns';
import { HazardRecord } from './hazard.entities';
import { Survey } from './survey.entity';

/** A survey that is not signed yet, with its compound. */
export type WaitingSurvey = Pick<
  Survey,
  'id' | 'compoundId' | 'number' | 'state' | 'openedOn' | 'communitySignedOn' | 'returnReason'
> & { code: string; name: string };

/** A grade 4 finding that is not under control yet, with its compound. */
export type WaitingHazard = Pick<HazardRecord, 'id' | 'kind' | 'place' | 'foundOn' | 'controlBy'> & {
  compoundId: number;
  code: string;
  name: string;
};

const mostRows = 200;

/** What waits for somebody in the surveys of their scope, for the list of things to do. */
@Injectable()
export class SurveysWaiting {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
  ) {}

  /** Surveys still being made, or signed by the community only; one given back by the street carries its reason. */
  unsigned(actor: Actor, compoundId?: number): Promise<WaitingSurvey[]> {
    const query = this.reader
      .createQueryBuilder(Survey, 'survey')
      .innerJoin(Compound, 'compound', 'compound.id = survey.compoundId')
      .select(
        rawColumns('survey', [
          'id',
          'compoundId',
          'number',
          'state',
          'openedOn',
          'communitySignedOn',
          'returnReason',
        ]),
      )
      .addSelect(rawColumns('compound', ['code', 'name']))
      .where('survey.state <> :signed', { signed: 'signed' })
      .orderBy('survey.id', 'ASC')
      .limit(mostRows);
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }

  /** Open grade 4 findings of the latest surveys, the earliest day first. */
  severeOpen(actor: Actor, compoundId?: number): Promise<WaitingHazard[]> {
    const query = this.reader
      .createQueryBuilder(HazardRecord, 'hazard')
      .innerJoin(Survey, 'survey', 'survey.id = hazard.surveyId')
      .innerJoin(Compound, 'compound', 'compound.id = survey.compoundId')
      .select(rawColumns('hazard', ['id', 'kind', 'place', 'foundOn', 'controlBy']))
      .addSelect(rawColumns('survey', ['compoundId']))
      .addSelect(rawColumns('compound', ['code', 'name']))
      .where('hazard.severity = 4 AND hazard.controlledOn IS NULL AND hazard.withdrawnOn IS NULL')
      .orderBy('hazard.controlBy', 'ASC')
      .limit(mostRows);
    const newest = query.subQuery().select('MAX(other.number)').from(Survey, 'other');
    query.andWhere(`survey.number = ${newest.where('other.compoundId = survey.compoundId').getQuery()}`);
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }
}
