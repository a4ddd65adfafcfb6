import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** Visits to persuade: when, by whom, how they stand to it, what was asked and promised. */
export class Persuasion0015 implements MigrationInterface {
  name = 'Persuasion1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(persuasionVisit);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(persuasionVisit);
  }
}

const persuasionVisit = new Table({
  name: 'persuasion_visit',
  columns: [
    id,
    whole('structureId'),
    day('visitedOn'),
    words('time', 16),
    words('visitors', 120),
    words('attitude', 16),
    words('asked', 500),
    words('promised', 500),
    day('promisedOn', optional),
    flag('pictureShown'),
    whole('recordedBy'),
    instant('recordedAt'),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    version,
  ],
  foreignKeys: [refers('structureId', 'structure'), refers('recordedBy', 'user_account')],
  checks: [
    oneOf('persuasion_visit_time', 'time', ['morning', 'afternoon', 'evening']),
    oneOf('persuasion_visit_attitude', 'attitude', ['agree', 'waiting', 'against', 'lost']),
    {
      name: 'persuasion_visit_withdrawn',
      expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)',
    },
  ],
  indices: [{ name: 'persuasion_visit_by_structure', columnNames: ['structureId', 'visitedOn'] }],
});
