import { MigrationInterface, QueryRunner, Table, TableCheck } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** Removal days: who comes when, which structures, what came of each; and the notice that tells residents of one. */
export class Operations0018 implements MigrationInterface {
  name = 'Operations1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [operation, operationStructure, operationFile]) await runner.createTable(table);
    await allowNotices(runner, [...noticeKinds, 'removal-day']);
  }

  /** Notices of removal days have no kind to go back to: while one is there, this stops at the constraint. */
  async down(runner: QueryRunner): Promise<void> {
    await allowNotices(runner, noticeKinds);
    for (const table of [operationFile, operationStructure, operation]) await runner.dropTable(table);
  }
}

const noticeKinds = ['consent-result', 'meeting', 'minutes', 'vote', 'vote-result', 'plan'];

/**
 * A database that cannot change a constraint builds the table anew and copies its rows; migrations run with foreign keys
 * unchecked, so that photos and results keep pointing at their notices meanwhile.
 */
async function allowNotices(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  await runner.dropCheckConstraint('notice', 'notice_kind');
  await runner.createCheckConstraint('notice', new TableCheck(oneOf('notice_kind', 'kind', kinds)));
}

const ways = ['voluntary', 'assisted', 'forced'];
const outcomes = ['removed', 'partly', 'not-removed'];

const operation = new Table({
  name: 'removal_operation',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    words('name', 60),
    day('happensOn'),
    words('fromTime', 5),
    words('toTime', 5),
    words('agencies', 160),
    words('meetingPoint', 120),
    words('emergency', 500, optional),
    words('firmName', 60, optional),
    flag('isFirmLicensed'),
    day('firmFiledOn', optional),
    words('state', 16),
    whole('windGrade', optional),
    flag('hasPollutionAlert'),
    day('weatherCheckedOn', optional),
    whole('weatherBy', optional),
    day('closedOn', optional),
    whole('closedBy', optional),
    words('cancelReason', 500, optional),
    whole('recordedBy'),
    instant('recordedAt'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('weatherBy', 'user_account'),
    refers('closedBy', 'user_account'),
    refers('recordedBy', 'user_account'),
  ],
  checks: [
    oneOf('removal_operation_state', 'state', ['planned', 'carried-out', 'cancelled']),
    { name: 'removal_operation_hours', expression: '"fromTime" < "toTime"' },
    {
      name: 'removal_operation_weather',
      expression:
        '("windGrade" IS NULL) = ("weatherCheckedOn" IS NULL) AND ("windGrade" IS NULL) = ("weatherBy" IS NULL)',
    },
    { name: 'removal_operation_wind', expression: '"windGrade" BETWEEN 0 AND 17' },
    {
      name: 'removal_operation_closed',
      expression: `("state" = 'planned') = ("closedOn" IS NULL) AND ("closedOn" IS NULL) = ("closedBy" IS NULL)`,
    },
    {
      name: 'removal_operation_firm',
      expression: '"firmName" IS NOT NULL OR ("isFirmLicensed" = false AND "firmFiledOn" IS NULL)',
    },
    {
      name: 'removal_operation_cancelled_why',
      expression: `("state" = 'cancelled') = ("cancelReason" IS NOT NULL)`,
    },
  ],
  indices: [
    { name: 'removal_operation_by_renovation', columnNames: ['renovationId'] },
    { name: 'removal_operation_by_day', columnNames: ['state', 'happensOn'] },
  ],
});

const operationStructure = new Table({
  name: 'operation_structure',
  columns: [
    id,
    whole('operationId'),
    whole('structureId'),
    words('way', 16),
    words('outcome', 16, optional),
    whole('removedArea', optional),
    words('note', 500, optional),
  ],
  foreignKeys: [refers('operationId', 'removal_operation'), refers('structureId', 'structure')],
  uniques: [{ name: 'operation_structure_once', columnNames: ['operationId', 'structureId'] }],
  checks: [
    oneOf('operation_structure_way', 'way', ways),
    oneOf('operation_structure_outcome', 'outcome', outcomes),
    { name: 'operation_structure_area', expression: '"removedArea" > 0' },
    {
      name: 'operation_structure_note',
      expression: `"outcome" IS NULL OR "outcome" = 'removed' OR "note" IS NOT NULL`,
    },
  ],
  indices: [{ name: 'operation_structure_by_structure', columnNames: ['structureId'] }],
});

const operationFile = new Table({
  name: 'operation_file',
  columns: [
    id,
    whole('operationId'),
    whole('fileId'),
    words('kind', 16),
    whole('structureId', optional),
    day('droppedOn', optional),
  ],
  foreignKeys: [
    refers('operationId', 'removal_operation'),
    refers('fileId', 'stored_file'),
    refers('structureId', 'structure'),
  ],
  uniques: [{ name: 'operation_file_once', columnNames: ['operationId', 'fileId'] }],
  checks: [oneOf('operation_file_kind', 'kind', ['safety-plan', 'photo'])],
});
