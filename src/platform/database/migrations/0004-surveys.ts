import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Surveys: findings with their photos, visits from door to door, photos of the buildings, two signatures. */
export class Surveys0004 implements MigrationInterface {
  name = 'Surveys1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [survey, hazard, hazardPhoto, doorVisit, buildingPhoto])
      await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [buildingPhoto, doorVisit, hazardPhoto, hazard, survey])
      await runner.dropTable(table);
  }
}

const survey = new Table({
  name: 'survey',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId', optional),
    whole('number'),
    words('state', 24, { default: "'draft'" }),
    day('openedOn'),
    day('surveyedOn'),
    whole('gridHouseholds', optional),
    whole('gridResidents', optional),
    words('buildingSafety', 16, optional),
    prose('safetyConclusion', optional),
    flag('noHazards'),
    prose('note', optional),
    whole('communitySignedBy', optional),
    day('communitySignedOn', optional),
    whole('streetSignedBy', optional),
    day('streetSignedOn', optional),
    words('returnReason', 500, optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('communitySignedBy', 'user_account'),
    refers('streetSignedBy', 'user_account'),
  ],
  uniques: [{ name: 'survey_number', columnNames: ['compoundId', 'number'] }],
  checks: [
    oneOf('survey_state', 'state', ['draft', 'community-signed', 'signed']),
    oneOf('survey_safety', 'buildingSafety', ['sound', 'suspected', 'appraised']),
    { name: 'survey_community', expression: `("state" = 'draft') = ("communitySignedBy" IS NULL)` },
    {
      name: 'survey_community_day',
      expression: '("communitySignedBy" IS NULL) = ("communitySignedOn" IS NULL)',
    },
    { name: 'survey_street', expression: `("state" = 'signed') = ("streetSignedBy" IS NOT NULL)` },
    { name: 'survey_street_day', expression: '("streetSignedBy" IS NULL) = ("streetSignedOn" IS NULL)' },
    { name: 'survey_two_persons', expression: '"communitySignedBy" <> "streetSignedBy"' },
  ],
  indices: [
    {
      name: 'survey_one_open',
      columnNames: ['compoundId'],
      isUnique: true,
      where: `"state" <> 'signed'`,
    },
  ],
});

const hazard = new Table({
  name: 'hazard',
  columns: [
    id,
    whole('surveyId'),
    words('kind', 40),
    words('place', 80),
    prose('description', optional),
    whole('severity'),
    day('foundOn'),
    day('controlBy', optional),
    day('controlledOn', optional),
    words('controlNote', 500, optional),
    words('item', 8, optional),
    whole('carriedFromId', optional),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    whole('recordedBy'),
    version,
  ],
  foreignKeys: [
    refers('surveyId', 'survey'),
    refers('carriedFromId', 'hazard'),
    refers('recordedBy', 'user_account'),
  ],
  checks: [
    { name: 'hazard_severity', expression: '"severity" BETWEEN 1 AND 4' },
    { name: 'hazard_severe_has_day', expression: '"severity" < 4 OR "controlBy" IS NOT NULL' },
    { name: 'hazard_withdrawn_why', expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)' },
  ],
  indices: [{ name: 'hazard_by_survey', columnNames: ['surveyId'] }],
});

const hazardPhoto = new Table({
  name: 'hazard_photo',
  columns: [id, whole('hazardId'), whole('fileId')],
  foreignKeys: [refers('hazardId', 'hazard'), refers('fileId', 'stored_file')],
  uniques: [{ name: 'hazard_photo_once', columnNames: ['hazardId', 'fileId'] }],
});

const pipes = ['rain-pipe', 'sewer', 'mixed', 'unknown'];

const doorVisit = new Table({
  name: 'door_visit',
  columns: [
    id,
    whole('surveyId'),
    whole('dwellingId'),
    day('visitedOn'),
    words('visitors', 120),
    words('outcome', 16),
    prose('note', { default: "''" }),
    words('kitchen', 16, optional),
    words('toilet', 16, optional),
    words('rain', 16, optional),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    whole('recordedBy'),
    instant('recordedAt'),
    version,
  ],
  foreignKeys: [
    refers('surveyId', 'survey'),
    refers('dwellingId', 'dwelling'),
    refers('recordedBy', 'user_account'),
  ],
  checks: [
    oneOf('door_visit_outcome', 'outcome', ['met', 'tenant', 'not-home', 'vacant', 'refused', 'other']),
    ...['kitchen', 'toilet', 'rain'].map((column) => oneOf(`door_visit_${column}`, column, pipes)),
    { name: 'door_visit_withdrawn_why', expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)' },
  ],
  indices: [
    { name: 'door_visit_by_survey', columnNames: ['surveyId', 'dwellingId'] },
    { name: 'door_visit_by_door', columnNames: ['dwellingId'] },
  ],
});

const buildingPhoto = new Table({
  name: 'building_photo',
  columns: [id, whole('surveyId'), whole('buildingId'), whole('fileId')],
  foreignKeys: [
    refers('surveyId', 'survey'),
    refers('buildingId', 'building'),
    refers('fileId', 'stored_file'),
  ],
  uniques: [{ name: 'building_photo_once', columnNames: ['surveyId', 'buildingId', 'fileId'] }],
});
