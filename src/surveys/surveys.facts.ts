import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import { FactQuestion, FactSource } from '../compounds/stage-facts';
import type { Fact } from '../domain/renovation/facts';
import { completeness } from '../domain/survey/completeness';
import { surveyFacts } from '../domain/survey/survey-facts';
import { Clock } from '../platform/clock/clock';
import { SurveyRecords, countPairs, toSurveyFacts } from './survey-records';
import { Survey } from './survey.entity';
import { SurveyDesk } from './surveys.desk';
import { surveyPaths } from './surveys.paths';

/** What the surveys say to the gates of a renovation. */
@Injectable()
export class SurveyFactSource implements FactSource {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: SurveyDesk,
    private readonly clock: Clock,
  ) {}

  async factsFor({ compoundId, renovationId }: FactQuestion): Promise<Fact[]> {
    const compound = await this.reader.manager.findOneByOrFail(Compound, { id: compoundId });
    const renovations = await this.reader.manager.findBy(Renovation, { compoundId });
    const survey = surveyOf(renovationId, renovations, await this.desk.all(compoundId));
    if (!survey) return notBegun(surveyPaths.index(compound.code));
    return this.factsOf(await this.desk.records(survey, compound));
  }

  private factsOf(records: SurveyRecords): Fact[] {
    const { survey, compound, hazards } = records;
    const today = this.clock.today();
    const standing = {
      version: survey.number,
      state: survey.state,
      signedOn: survey.streetSignedOn,
      missing: completeness(toSurveyFacts(records), today),
      hazards,
      counts: countPairs(records),
      buildingSafety: survey.buildingSafety,
    };
    return surveyFacts(standing, today, surveyPaths.index(compound.code));
  }
}

/** What can only be known from a survey is missing before it has begun, and this is where it begins. */
const notBegun = (link: string): Fact[] =>
  (['survey.complete', 'survey.signed'] as const).map((code) => ({
    code,
    state: 'missing',
    detail: '还没有开始摸底',
    link,
  }));

type Span = Pick<Renovation, 'id' | 'sequence' | 'closedOn'>;

/**
 * The latest survey made for a renovation. One that was begun while no renovation was going on belongs to the first
 * that was not over by then.
 */
export function surveyOf<One extends Pick<Survey, 'renovationId' | 'openedOn' | 'number'>>(
  renovationId: number,
  renovations: readonly Span[],
  surveys: readonly One[],
): One | undefined {
  const inOrder = [...renovations].sort((one, other) => one.sequence - other.sequence);
  const ownerOf = ({ renovationId: own, openedOn }: One) =>
    own ?? inOrder.find(({ closedOn }) => closedOn === null || closedOn > openedOn)?.id;
  return [...surveys]
    .sort((one, other) => other.number - one.number)
    .find((survey) => ownerOf(survey) === renovationId);
}
