import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, flag, id, optional, refers, whole, words } from './columns';

/** What each removal was judged by: weather, firm, emergency. */
export class Removals0017 implements MigrationInterface {
  name = 'Removals1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(removalCheck);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(removalCheck);
  }
}

const removalCheck = new Table({
  name: 'removal_check',
  columns: [
    id,
    whole('structureId'),
    whole('eventId'),
    whole('windGrade', optional),
    { name: 'hasPollutionAlert', type: 'boolean', isNullable: true },
    day('weatherCheckedOn', optional),
    words('firmName', 60, optional),
    flag('firmIsLicensed'),
    day('firmFiledOn', optional),
    words('emergencyReason', 500, optional),
    flag('cutsUtilities'),
  ],
  foreignKeys: [refers('structureId', 'structure'), refers('eventId', 'structure_event')],
  uniques: [{ name: 'removal_check_once', columnNames: ['eventId'] }],
  checks: [
    { name: 'removal_check_wind', expression: '"windGrade" BETWEEN 0 AND 17' },
    {
      name: 'removal_check_weather',
      expression:
        '("windGrade" IS NULL) = ("hasPollutionAlert" IS NULL) AND ("windGrade" IS NULL) = ("weatherCheckedOn" IS NULL)',
    },
    {
      name: 'removal_check_firm',
      expression: '"firmName" IS NOT NULL OR ("firmIsLicensed" = false AND "firmFiledOn" IS NULL)',
    },
    // What would be against the law is not written down at all (行政强制法 §43).
    { name: 'removal_check_utilities', expression: '"cutsUtilities" = false' },
  ],
  indices: [{ name: 'removal_check_by_structure', columnNames: ['structureId'] }],
});
