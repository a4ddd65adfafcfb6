import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** What residents will feel of the works, announced before; and the quiet days of examinations, each with its source. */
export class Disruptions0023 implements MigrationInterface {
  name = 'Disruptions1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [disruption, quietDay]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [quietDay, disruption]) await runner.dropTable(table);
  }
}

const disruption = new Table({
  name: 'disruption',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    words('effect', 16),
    words('buildings', 400, { default: "''" }),
    words('fromMoment', 16),
    words('toMoment', 16),
    words('note', 300),
    words('certificate', 60, { default: "''" }),
    words('reason', 300, { default: "''" }),
    whole('announcedBy'),
    instant('announcedAt'),
    day('cancelledOn', optional),
    whole('cancelledBy', optional),
    words('cancelReason', 300, optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('announcedBy', 'user_account'),
    refers('cancelledBy', 'user_account'),
  ],
  checks: [
    oneOf('disruption_effect', 'effect', ['water-off', 'power-off', 'gas-off', 'road', 'noise', 'smell']),
    { name: 'disruption_order', expression: '"fromMoment" < "toMoment"' },
    {
      name: 'disruption_cancelled_why',
      expression:
        '("cancelledOn" IS NULL) = ("cancelReason" IS NULL) AND ("cancelledOn" IS NULL) = ("cancelledBy" IS NULL)',
    },
  ],
  indices: [
    { name: 'disruption_by_compound', columnNames: ['compoundId', 'toMoment'] },
    { name: 'disruption_by_renovation', columnNames: ['renovationId', 'fromMoment'] },
  ],
});

const quietDay = new Table({
  name: 'quiet_day',
  columns: [
    id,
    whole('organisationId'),
    words('name', 40),
    day('fromOn'),
    day('untilOn'),
    words('source', 200),
    whole('recordedBy'),
    instant('recordedAt'),
    day('withdrawnOn', optional),
    whole('withdrawnBy', optional),
    words('withdrawnReason', 300, optional),
    version,
  ],
  foreignKeys: [
    refers('organisationId', 'organisation'),
    refers('recordedBy', 'user_account'),
    refers('withdrawnBy', 'user_account'),
  ],
  checks: [
    { name: 'quiet_day_order', expression: '"fromOn" <= "untilOn"' },
    {
      name: 'quiet_day_withdrawn_why',
      expression:
        '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL) AND ("withdrawnOn" IS NULL) = ("withdrawnBy" IS NULL)',
    },
  ],
  indices: [{ name: 'quiet_day_by_place', columnNames: ['organisationId', 'fromOn'] }],
});
