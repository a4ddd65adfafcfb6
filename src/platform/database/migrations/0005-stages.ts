import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** The stage desk: schedules with their frozen plans and expected days, moves, evidence, gates let pass. */
export class Stages0005 implements MigrationInterface {
  name = 'Stages1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table);
  }
}

const stages = ['survey', 'consultation', 'removal', 'construction', 'acceptance', 'handover'];
const states = ['active', 'paused', 'cancelled', 'closed'];
const removals = ['waiting', 'open', 'finished'];
const answerable = [
  'contractor',
  'supervisor',
  'street',
  'community',
  'residents',
  'utility',
  'district',
  'weather',
  'other',
];

/** Later than planned only with a reason and somebody who answers. */
const slipExplained = (late: string, reason: string, who: string) =>
  `NOT (${late}) OR ("${reason}" IS NOT NULL AND "${who}" IS NOT NULL)`;

const stageSchedule = new Table({
  name: 'stage_schedule',
  columns: [
    id,
    whole('renovationId'),
    words('stage', 16),
    day('plannedStartOn', optional),
    day('plannedEndOn', optional),
    day('forecastEndOn', optional),
    words('slipReason', 200, optional),
    words('slipAnswerable', 16, optional),
    day('startedOn', optional),
    day('endedOn', optional),
    version,
  ],
  foreignKeys: [refers('renovationId', 'renovation')],
  uniques: [{ name: 'stage_schedule_once', columnNames: ['renovationId', 'stage'] }],
  checks: [
    oneOf('stage_schedule_stage', 'stage', stages),
    {
      name: 'stage_schedule_plan',
      expression:
        '"plannedStartOn" IS NULL OR ("plannedEndOn" IS NOT NULL AND "plannedStartOn" <= "plannedEndOn")',
    },
    {
      name: 'stage_schedule_actual',
      expression: '"endedOn" IS NULL OR "startedOn" IS NULL OR "startedOn" <= "endedOn"',
    },
    {
      name: 'stage_schedule_slip',
      expression: slipExplained(
        `"forecastEndOn" IS NOT NULL AND "forecastEndOn" > "plannedEndOn"`,
        'slipReason',
        'slipAnswerable',
      ),
    },
    oneOf('stage_schedule_answerable', 'slipAnswerable', answerable),
  ],
});

const planBaseline = new Table({
  name: 'plan_baseline',
  columns: [
    id,
    whole('renovationId'),
    whole('number'),
    prose('plan'),
    words('reason', 200, optional),
    day('setOn'),
    whole('setBy'),
    instant('setAt'),
  ],
  foreignKeys: [refers('renovationId', 'renovation'), refers('setBy', 'user_account')],
  uniques: [{ name: 'plan_baseline_number', columnNames: ['renovationId', 'number'] }],
  checks: [
    { name: 'plan_baseline_reason', expression: '("number" = 1) = ("reason" IS NULL) AND "number" >= 1' },
  ],
});

const stageForecast = new Table({
  name: 'stage_forecast',
  columns: [
    id,
    whole('renovationId'),
    words('stage', 16),
    day('forecastEndOn'),
    whole('slipDays'),
    words('reason', 200, optional),
    words('answerable', 16, optional),
    day('saidOn'),
    whole('saidBy'),
    instant('saidAt'),
  ],
  foreignKeys: [refers('renovationId', 'renovation'), refers('saidBy', 'user_account')],
  checks: [
    oneOf('stage_forecast_stage', 'stage', stages),
    oneOf('stage_forecast_answerable', 'answerable', answerable),
    { name: 'stage_forecast_slip', expression: slipExplained('"slipDays" > 0', 'reason', 'answerable') },
  ],
  indices: [{ name: 'stage_forecast_by_renovation', columnNames: ['renovationId', 'id'] }],
});

const stageMove = new Table({
  name: 'stage_move',
  columns: [
    id,
    whole('renovationId'),
    words('move', 16),
    ...['fromStage', 'toStage', 'fromState', 'toState', 'fromRemoval', 'toRemoval'].map((name) =>
      words(name, 16),
    ),
    words('reason', 300, optional),
    whole('movedBy'),
    words('movedByRole', 24),
    day('movedOn'),
    instant('movedAt'),
  ],
  foreignKeys: [refers('renovationId', 'renovation'), refers('movedBy', 'user_account')],
  checks: [
    oneOf('stage_move_move', 'move', [
      'advance',
      'start-removal',
      'finish-removal',
      'pause',
      'resume',
      'send-back',
      'cancel',
      'close',
    ]),
    {
      name: 'stage_move_reason',
      expression: `"move" NOT IN ('pause', 'send-back', 'cancel') OR "reason" IS NOT NULL`,
    },
    ...['fromStage', 'toStage'].map((column) => oneOf(`stage_move_${column}`, column, stages)),
    ...['fromState', 'toState'].map((column) => oneOf(`stage_move_${column}`, column, states)),
    ...['fromRemoval', 'toRemoval'].map((column) => oneOf(`stage_move_${column}`, column, removals)),
  ],
  indices: [{ name: 'stage_move_by_renovation', columnNames: ['renovationId', 'id'] }],
});

const milestone = new Table({
  name: 'milestone',
  columns: [
    id,
    whole('renovationId'),
    words('gate', 40),
    words('outcome', 16),
    day('happenedOn'),
    words('note', 300),
    whole('documentId'),
    whole('recordedBy'),
    words('recordedByRole', 24),
    instant('recordedAt'),
    instant('supersededAt', optional),
    words('withdrawReason', 200, optional),
    version,
  ],
  foreignKeys: [
    refers('renovationId', 'renovation'),
    refers('documentId', 'stored_file'),
    refers('recordedBy', 'user_account'),
  ],
  checks: [
    oneOf('milestone_outcome', 'outcome', ['met', 'not-applicable']),
    { name: 'milestone_note', expression: `"outcome" = 'met' OR "note" <> ''` },
    {
      name: 'milestone_withdrawn',
      expression: '"withdrawReason" IS NULL OR "supersededAt" IS NOT NULL',
    },
  ],
  indices: [
    {
      name: 'milestone_one_in_force',
      columnNames: ['renovationId', 'gate'],
      isUnique: true,
      where: '"supersededAt" IS NULL',
    },
    { name: 'milestone_by_document', columnNames: ['documentId'] },
  ],
});

const gateOverride = new Table({
  name: 'gate_override',
  columns: [
    id,
    whole('renovationId'),
    words('gate', 40),
    words('reason', 200),
    whole('passedBy'),
    words('passedByRole', 24),
    day('passedOn'),
    instant('passedAt'),
  ],
  foreignKeys: [refers('renovationId', 'renovation'), refers('passedBy', 'user_account')],
  uniques: [{ name: 'gate_override_once', columnNames: ['renovationId', 'gate'] }],
  checks: [
    { name: 'gate_override_reason', expression: `"reason" <> ''` },
    { name: 'gate_override_by', expression: `"passedByRole" = 'district-officer'` },
  ],
});

const tables = [stageSchedule, planBaseline, stageForecast, stageMove, milestone, gateOverride];
