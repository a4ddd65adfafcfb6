import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Frozen plans of the works, the days on which works stood still, and which delays were granted. */
export class Progress0027 implements MigrationInterface {
  name = 'Progress1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [baseline, stopWindow, delayDecision]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [delayDecision, stopWindow, baseline]) await runner.dropTable(table);
  }
}

const place = [refers('compoundId', 'compound'), refers('renovationId', 'renovation')];

const baseline = new Table({
  name: 'works_baseline',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    words('reason', 500, optional),
    words('weighing', 8),
    prose('items'),
    prose('quiet'),
    day('setOn'),
    whole('setBy'),
    instant('setAt'),
  ],
  foreignKeys: [...place, refers('setBy', 'user_account')],
  uniques: [{ name: 'works_baseline_once', columnNames: ['renovationId', 'number'] }],
  checks: [
    oneOf('works_baseline_weighing', 'weighing', ['money', 'quantity', 'hand']),
    { name: 'works_baseline_number', expression: '"number" > 0' },
    { name: 'works_baseline_why', expression: '("number" = 1) = ("reason" IS NULL)' },
  ],
});

const stopWindow = new Table({
  name: 'stop_window',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    words('kind', 12),
    day('fromOn'),
    day('toOn', optional),
    words('itemIds', 500, optional),
    words('note', 200),
    whole('recordedBy'),
    instant('recordedAt'),
    day('withdrawnOn', optional),
    words('withdrawnReason', 200, optional),
    version,
  ],
  foreignKeys: [...place, refers('recordedBy', 'user_account')],
  checks: [
    oneOf('stop_window_kind', 'kind', [
      ...['safety', 'quality', 'pollution', 'wind', 'rain', 'weather', 'quiet-days', 'utility'],
      ...['residents', 'ground', 'approval', 'material', 'people', 'other'],
    ]),
    { name: 'stop_window_days', expression: '"toOn" IS NULL OR "toOn" >= "fromOn"' },
    {
      name: 'stop_window_withdrawn_why',
      expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)',
    },
  ],
  indices: [{ name: 'stop_window_by_renovation', columnNames: ['renovationId', 'fromOn'] }],
});

const delayDecision = new Table({
  name: 'delay_decision',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('itemId'),
    words('decision', 8),
    day('plannedFinishOn'),
    day('proposedFinishOn'),
    words('words', 2000),
    words('note', 500),
    day('decidedOn'),
    whole('decidedBy'),
    instant('decidedAt'),
  ],
  foreignKeys: [...place, refers('itemId', 'work_item'), refers('decidedBy', 'user_account')],
  uniques: [{ name: 'delay_decision_once', columnNames: ['itemId', 'plannedFinishOn', 'proposedFinishOn'] }],
  checks: [
    oneOf('delay_decision_known', 'decision', ['granted', 'declined']),
    { name: 'delay_decision_later', expression: '"proposedFinishOn" > "plannedFinishOn"' },
  ],
  indices: [{ name: 'delay_decision_by_renovation', columnNames: ['renovationId', 'id'] }],
});
