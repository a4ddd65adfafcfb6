import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { big, day, id, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Plans: their versions with items and drawings, and which hazards and wishes an item answers. */
export class Plans0012 implements MigrationInterface {
  name = 'Plans1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [planVersion, planItem, planItemHazard, planItemWish, planDrawing])
      await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [planDrawing, planItemWish, planItemHazard, planItem, planVersion])
      await runner.dropTable(table);
  }
}

const planVersion = new Table({
  name: 'plan_version',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    words('state', 16, { default: "'draft'" }),
    whole('basedOnId', optional),
    words('reason', 500, optional),
    words('managementMode', 16, optional),
    prose('managementNote', optional),
    whole('durationDays', optional),
    day('plannedFromOn', optional),
    day('plannedUntilOn', optional),
    prose('impact', optional),
    prose('measures', optional),
    whole('begunBy'),
    day('begunOn'),
    whole('fixedBy', optional),
    day('fixedOn', optional),
    day('droppedOn', optional),
    words('droppedReason', 500, optional),
    whole('contentVersion', { default: 1 }),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('basedOnId', 'plan_version'),
    refers('begunBy', 'user_account'),
    refers('fixedBy', 'user_account'),
  ],
  uniques: [{ name: 'plan_version_number', columnNames: ['renovationId', 'number'] }],
  checks: [
    oneOf('plan_version_state', 'state', ['draft', 'fixed', 'dropped']),
    oneOf('plan_version_management', 'managementMode', [
      'self-managed',
      'community',
      'property',
      'red-alliance',
      'unit',
    ]),
    { name: 'plan_version_days', expression: '"durationDays" > 0' },
    { name: 'plan_version_window', expression: '"plannedFromOn" <= "plannedUntilOn"' },
    { name: 'plan_version_why', expression: '"basedOnId" IS NULL OR "reason" IS NOT NULL' },
    { name: 'plan_version_fixed', expression: `("state" = 'fixed') = ("fixedOn" IS NOT NULL)` },
    { name: 'plan_version_fixed_by', expression: '("fixedOn" IS NULL) = ("fixedBy" IS NULL)' },
    { name: 'plan_version_dropped', expression: `("state" = 'dropped') = ("droppedOn" IS NOT NULL)` },
    {
      name: 'plan_version_dropped_why',
      expression: '("droppedOn" IS NULL) = ("droppedReason" IS NULL)',
    },
  ],
  indices: [
    {
      name: 'plan_version_one_open',
      columnNames: ['renovationId'],
      isUnique: true,
      where: `"state" = 'draft'`,
    },
    { name: 'plan_version_by_compound', columnNames: ['compoundId'] },
  ],
});

const planItem = new Table({
  name: 'plan_item',
  columns: [
    id,
    whole('versionId'),
    whole('line'),
    words('code', 8),
    words('name', 40),
    prose('note', optional),
    whole('quantity'),
    words('unit', 4),
    words('place', 120, optional),
    big('estimatedFen', optional),
    words('treeWork', 16, { default: "'none'" }),
    words('permitNumber', 60, optional),
    whole('permitFileId', optional),
    prose('matters', { default: "''" }),
    day('removedOn', optional),
    words('removedReason', 500, optional),
    version,
  ],
  foreignKeys: [refers('versionId', 'plan_version'), refers('permitFileId', 'stored_file')],
  uniques: [{ name: 'plan_item_line', columnNames: ['versionId', 'line'] }],
  checks: [
    { name: 'plan_item_quantity', expression: '"quantity" > 0' },
    { name: 'plan_item_estimate', expression: '"estimatedFen" >= 0' },
    oneOf('plan_item_trees', 'treeWork', ['none', 'fell', 'transplant']),
    {
      name: 'plan_item_permit',
      expression: `"treeWork" <> 'none' OR ("permitNumber" IS NULL AND "permitFileId" IS NULL)`,
    },
    { name: 'plan_item_removed_why', expression: '("removedOn" IS NULL) = ("removedReason" IS NULL)' },
  ],
});

const planItemHazard = new Table({
  name: 'plan_item_hazard',
  columns: [id, whole('itemId'), whole('hazardId')],
  foreignKeys: [refers('itemId', 'plan_item'), refers('hazardId', 'hazard')],
  uniques: [{ name: 'plan_item_hazard_once', columnNames: ['itemId', 'hazardId'] }],
  indices: [{ name: 'plan_item_hazard_by_hazard', columnNames: ['hazardId'] }],
});

const planItemWish = new Table({
  name: 'plan_item_wish',
  columns: [id, whole('itemId'), whole('wishId')],
  foreignKeys: [refers('itemId', 'plan_item'), refers('wishId', 'wish')],
  uniques: [{ name: 'plan_item_wish_once', columnNames: ['itemId', 'wishId'] }],
  indices: [{ name: 'plan_item_wish_by_wish', columnNames: ['wishId'] }],
});

const planDrawing = new Table({
  name: 'plan_drawing',
  columns: [id, whole('versionId'), whole('fileId')],
  foreignKeys: [refers('versionId', 'plan_version'), refers('fileId', 'stored_file')],
  uniques: [{ name: 'plan_drawing_once', columnNames: ['versionId', 'fileId'] }],
});
