import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Concealed works, rounds, findings, orders to stop; each step of theirs, and photos. */
export class Inspections0021 implements MigrationInterface {
  name = 'Inspections1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table);
  }
}

const where = [whole('compoundId'), whole('renovationId')];
const whereRefers = [refers('compoundId', 'compound'), refers('renovationId', 'renovation')];
const written = [whole('recordedBy'), whole('firmId', optional), instant('recordedAt')];
const writtenRefers = [refers('recordedBy', 'user_account'), refers('firmId', 'organisation')];
/** 'YYYY-MM-DD HH:mm' by the clock on the wall. */
const moment = (name: string, more = {}) => words(name, 16, more);

const concealed = new Table({
  name: 'concealed_work',
  columns: [
    id,
    ...where,
    whole('itemId'),
    words('part', 100),
    words('state', 12),
    moment('noticedAt'),
    moment('checkAt'),
    words('agreed', 200, { default: "''" }),
    whole('noticedBy'),
    whole('noticedFirmId', optional),
    moment('acceptedAt', optional),
    moment('coveredAt', optional),
    version,
  ],
  foreignKeys: [
    ...whereRefers,
    refers('itemId', 'work_item'),
    refers('noticedBy', 'user_account'),
    refers('noticedFirmId', 'organisation'),
  ],
  checks: [
    oneOf('concealed_work_state', 'state', ['noticed', 'accepted', 'rejected', 'covered', 'withdrawn']),
    { name: 'concealed_work_asked', expression: '"checkAt" > "noticedAt"' },
    {
      name: 'concealed_work_accepted',
      expression: `("state" IN ('accepted', 'covered')) = ("acceptedAt" IS NOT NULL)`,
    },
    {
      name: 'concealed_work_covered',
      expression: `("state" = 'covered') = ("coveredAt" IS NOT NULL) AND ("coveredAt" IS NULL OR "coveredAt" >= "acceptedAt")`,
    },
  ],
  indices: [
    { name: 'concealed_work_by_renovation', columnNames: ['renovationId', 'state'] },
    { name: 'concealed_work_by_item', columnNames: ['itemId'] },
  ],
});

const concealedStep = new Table({
  name: 'concealed_step',
  columns: [
    id,
    whole('concealedId'),
    words('step', 12),
    moment('happenedAt'),
    moment('checkAt', optional),
    words('witnesses', 80, { default: "''" }),
    words('reason', 500, { default: "''" }),
    ...written,
  ],
  foreignKeys: [refers('concealedId', 'concealed_work'), ...writtenRefers],
  checks: [
    oneOf('concealed_step_known', 'step', [
      'notice',
      'accept',
      'reject',
      'notice-again',
      'cover',
      'withdraw',
    ]),
  ],
  indices: [{ name: 'concealed_step_by_work', columnNames: ['concealedId', 'id'] }],
});

const concealedFile = new Table({
  name: 'concealed_file',
  columns: [id, whole('stepId'), whole('fileId')],
  foreignKeys: [refers('stepId', 'concealed_step'), refers('fileId', 'stored_file')],
  uniques: [{ name: 'concealed_file_once', columnNames: ['stepId', 'fileId'] }],
});

const inspection = new Table({
  name: 'inspection',
  columns: [
    id,
    ...where,
    words('kind', 8),
    day('lookedOn'),
    words('inspectors', 80),
    prose('opinion'),
    ...written,
  ],
  foreignKeys: [...whereRefers, ...writtenRefers],
  checks: [oneOf('inspection_kind', 'kind', ['quality', 'safety', 'joint', 'punch'])],
  indices: [{ name: 'inspection_by_renovation', columnNames: ['renovationId', 'lookedOn'] }],
});

const finding = new Table({
  name: 'finding',
  columns: [
    id,
    ...where,
    whole('inspectionId'),
    whole('number'),
    whole('itemId', optional),
    words('what', 200),
    words('place', 100),
    words('severity', 8),
    day('foundOn'),
    day('dueOn'),
    words('state', 12, { default: "'open'" }),
    day('mendedOn', optional),
    whole('mendedBy', optional),
    whole('mendedFirmId', optional),
    day('closedOn', optional),
    ...written,
    version,
  ],
  foreignKeys: [
    ...whereRefers,
    refers('inspectionId', 'inspection'),
    refers('itemId', 'work_item'),
    refers('mendedBy', 'user_account'),
    refers('mendedFirmId', 'organisation'),
    ...writtenRefers,
  ],
  uniques: [{ name: 'finding_number', columnNames: ['renovationId', 'number'] }],
  checks: [
    oneOf('finding_severity', 'severity', ['general', 'serious', 'urgent']),
    oneOf('finding_state', 'state', ['open', 'mended', 'closed', 'struck-out']),
    {
      name: 'finding_mended',
      expression: `"state" NOT IN ('mended', 'closed') OR ("mendedOn" IS NOT NULL AND "mendedBy" IS NOT NULL)`,
    },
    { name: 'finding_closed', expression: `("state" = 'closed') = ("closedOn" IS NOT NULL)` },
  ],
  indices: [
    { name: 'finding_by_state', columnNames: ['renovationId', 'state', 'dueOn'] },
    { name: 'finding_by_inspection', columnNames: ['inspectionId'] },
    { name: 'finding_by_item', columnNames: ['itemId', 'state'] },
  ],
});

const findingStep = new Table({
  name: 'finding_step',
  columns: [
    id,
    whole('findingId'),
    words('step', 12),
    day('happenedOn'),
    day('nextDueOn', optional),
    words('reason', 500, { default: "''" }),
    ...written,
  ],
  foreignKeys: [refers('findingId', 'finding'), ...writtenRefers],
  checks: [
    oneOf('finding_step_known', 'step', ['mend', 'pass', 'send-back', 'move-due', 'reopen', 'strike-out']),
  ],
  indices: [{ name: 'finding_step_by_finding', columnNames: ['findingId', 'id'] }],
});

const findingFile = new Table({
  name: 'finding_file',
  columns: [id, whole('findingId'), whole('stepId', optional), whole('fileId')],
  foreignKeys: [
    refers('findingId', 'finding'),
    refers('stepId', 'finding_step'),
    refers('fileId', 'stored_file'),
  ],
  uniques: [{ name: 'finding_file_once', columnNames: ['findingId', 'fileId'] }],
});

const stop = new Table({
  name: 'stop_order',
  columns: [
    id,
    ...where,
    whole('number'),
    words('cause', 12),
    words('reason', 500),
    day('stoppedOn'),
    words('state', 12, { default: "'stopped'" }),
    words('orderedRole', 20),
    day('resumedOn', optional),
    words('endReason', 500, optional),
    words('endedRole', 20, optional),
    whole('endedBy', optional),
    instant('endedAt', optional),
    day('reportedOn', optional),
    ...written,
    version,
  ],
  foreignKeys: [...whereRefers, ...writtenRefers, refers('endedBy', 'user_account')],
  uniques: [{ name: 'stop_order_number', columnNames: ['renovationId', 'number'] }],
  checks: [
    oneOf('stop_order_cause', 'cause', [
      ...['safety', 'quality', 'weather', 'pollution', 'residents', 'utility', 'other'],
    ]),
    oneOf('stop_order_state', 'state', ['stopped', 'resumed', 'withdrawn']),
    oneOf('stop_order_by', 'orderedRole', ['supervisor', 'street-manager', 'district-officer']),
    { name: 'stop_order_resumed', expression: `("state" = 'resumed') = ("resumedOn" IS NOT NULL)` },
    { name: 'stop_order_days', expression: '"resumedOn" IS NULL OR "resumedOn" >= "stoppedOn"' },
    { name: 'stop_order_ended', expression: `("state" = 'stopped') = ("endedBy" IS NULL)` },
  ],
  indices: [{ name: 'stop_order_by_renovation', columnNames: ['renovationId', 'state'] }],
});

const reach = (name: string, column: string, table: string) =>
  new Table({
    name,
    columns: [id, whole('stopId'), whole(column)],
    foreignKeys: [refers('stopId', 'stop_order'), refers(column, table)],
    uniques: [{ name: `${name}_once`, columnNames: ['stopId', column] }],
  });

const tables = [
  ...[concealed, concealedStep, concealedFile],
  ...[inspection, finding, findingStep, findingFile],
  ...[stop, reach('stop_order_item', 'itemId', 'work_item')],
  ...[reach('stop_order_zone', 'zoneId', 'work_zone'), reach('stop_order_finding', 'findingId', 'finding')],
];
