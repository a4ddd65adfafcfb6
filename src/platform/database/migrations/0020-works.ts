import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { big, day, flag, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** Contracts and work items of a renovation, and each step of an item. */
export class Works0020 implements MigrationInterface {
  name = 'Works1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [contract, item, step]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [step, item, contract]) await runner.dropTable(table);
  }
}

const contract = new Table({
  name: 'work_contract',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('organisationId'),
    words('role', 16),
    words('name', 60),
    words('number', 60, optional),
    day('signedOn', optional),
    day('startsOn'),
    day('finishOn'),
    words('state', 16),
    whole('recordedBy'),
    instant('recordedAt'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('organisationId', 'organisation'),
    refers('recordedBy', 'user_account'),
  ],
  checks: [
    oneOf('work_contract_role', 'role', ['contractor', 'supervisor', 'designer']),
    oneOf('work_contract_state', 'state', ['prepared', 'running', 'finished', 'ended']),
    { name: 'work_contract_term', expression: '"finishOn" >= "startsOn"' },
    {
      name: 'work_contract_signed',
      expression: `"state" = 'prepared' OR "signedOn" IS NOT NULL OR "state" = 'ended'`,
    },
  ],
  indices: [
    { name: 'work_contract_by_renovation', columnNames: ['renovationId', 'role'] },
    { name: 'work_contract_by_firm', columnNames: ['organisationId', 'state'] },
  ],
});

const item = new Table({
  name: 'work_item',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('contractId'),
    whole('line'),
    words('name', 40),
    words('unit', 4),
    whole('quantity'),
    words('measure', 12),
    day('plannedStartOn'),
    day('plannedFinishOn'),
    whole('predecessorId', optional),
    flag('hasConcealed'),
    words('traits', 40, { default: "''" }),
    words('groundWork', 8, { default: "'none'" }),
    words('utility', 16, optional),
    big('contractFen', optional),
    whole('handShare', optional),
    words('state', 12, { default: "'planned'" }),
    whole('recordedBy'),
    instant('recordedAt'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('contractId', 'work_contract'),
    refers('predecessorId', 'work_item'),
    refers('recordedBy', 'user_account'),
  ],
  checks: [
    oneOf('work_item_measure', 'measure', ['quantity', 'share']),
    oneOf('work_item_state', 'state', ['planned', 'open', 'finished', 'accepted', 'dropped']),
    oneOf('work_item_ground', 'groundWork', ['none', 'digs', 'covers']),
    { name: 'work_item_quantity', expression: '"quantity" > 0' },
    { name: 'work_item_days', expression: '"plannedFinishOn" >= "plannedStartOn"' },
    { name: 'work_item_waits', expression: '"predecessorId" IS NULL OR "predecessorId" <> "id"' },
    { name: 'work_item_fen', expression: '"contractFen" IS NULL OR "contractFen" >= 0' },
    {
      name: 'work_item_share',
      expression: '"handShare" IS NULL OR ("handShare" >= 0 AND "handShare" <= 10000)',
    },
  ],
  indices: [
    { name: 'work_item_by_renovation', columnNames: ['renovationId', 'line'] },
    { name: 'work_item_by_contract', columnNames: ['contractId', 'state'] },
  ],
});

const step = new Table({
  name: 'work_item_step',
  columns: [
    id,
    whole('itemId'),
    words('step', 12),
    day('happenedOn'),
    words('reason', 500, { default: "''" }),
    whole('recordedBy'),
    whole('firmId', optional),
    instant('recordedAt'),
  ],
  foreignKeys: [
    refers('itemId', 'work_item'),
    refers('recordedBy', 'user_account'),
    refers('firmId', 'organisation'),
  ],
  checks: [oneOf('work_item_step_known', 'step', ['open', 'finish', 'accept', 'reopen', 'drop', 'restore'])],
  indices: [{ name: 'work_item_step_by_item', columnNames: ['itemId', 'id'] }],
});
