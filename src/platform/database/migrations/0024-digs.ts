import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** What is asked of the utilities before the ground is opened, and what they answer. */
export class Digs0024 implements MigrationInterface {
  name = 'Digs1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [request, requestZone]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [requestZone, request]) await runner.dropTable(table);
  }
}

const request = new Table({
  name: 'utility_request',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    words('utility', 16),
    day('askedOn'),
    words('reference', 60, optional),
    day('answeredOn', optional),
    words('answer', 16, optional),
    day('fromOn', optional),
    day('untilOn', optional),
    words('note', 200, optional),
    whole('recordedBy'),
    instant('recordedAt'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('recordedBy', 'user_account'),
  ],
  uniques: [{ name: 'utility_request_once', columnNames: ['renovationId', 'utility'] }],
  checks: [
    oneOf('utility_request_utility', 'utility', ['drainage', 'water', 'gas', 'heat', 'power', 'telecom']),
    oneOf('utility_request_answer', 'answer', ['joins', 'digs-itself', 'nothing']),
    { name: 'utility_request_answered', expression: '("answer" IS NULL) = ("answeredOn" IS NULL)' },
    { name: 'utility_request_order', expression: '"answeredOn" IS NULL OR "answeredOn" >= "askedOn"' },
    {
      name: 'utility_request_days',
      expression: `("fromOn" IS NULL) = ("untilOn" IS NULL) AND ("fromOn" IS NULL OR ("answer" = 'digs-itself' AND "untilOn" >= "fromOn"))`,
    },
  ],
  indices: [{ name: 'utility_request_by_compound', columnNames: ['compoundId'] }],
});

const requestZone = new Table({
  name: 'utility_request_zone',
  columns: [id, whole('requestId'), whole('zoneId')],
  foreignKeys: [refers('requestId', 'utility_request'), refers('zoneId', 'work_zone')],
  uniques: [{ name: 'utility_request_zone_once', columnNames: ['requestId', 'zoneId'] }],
});
