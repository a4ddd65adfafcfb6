import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** The ground of the works: the sketch of a compound, its work zones, which plan items lie on them, what became free. */
export class Zones0013 implements MigrationInterface {
  name = 'Zones1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table);
  }
}

const compoundSketch = new Table({
  name: 'compound_sketch',
  columns: [
    id,
    whole('compoundId'),
    whole('fileId'),
    words('caption', 60),
    flag('isCurrent', { default: true }),
    whole('uploadedBy'),
    day('uploadedOn'),
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('fileId', 'stored_file'),
    refers('uploadedBy', 'user_account'),
  ],
  indices: [
    {
      name: 'compound_sketch_one_current',
      columnNames: ['compoundId'],
      isUnique: true,
      where: '"isCurrent" = true',
    },
  ],
});

const workZone = new Table({
  name: 'work_zone',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    words('name', 40),
    flag('isFirst'),
    whole('pinAcross', optional),
    whole('pinDown', optional),
    day('removedOn', optional),
    version,
  ],
  foreignKeys: [refers('compoundId', 'compound'), refers('renovationId', 'renovation')],
  uniques: [{ name: 'work_zone_number', columnNames: ['renovationId', 'number'] }],
  checks: [
    {
      name: 'work_zone_pin',
      expression:
        '("pinAcross" IS NULL) = ("pinDown" IS NULL) AND "pinAcross" BETWEEN 0 AND 1000 AND "pinDown" BETWEEN 0 AND 1000',
    },
  ],
  indices: [
    {
      name: 'work_zone_one_first',
      columnNames: ['renovationId'],
      isUnique: true,
      where: '"isFirst" = true',
    },
    { name: 'work_zone_by_compound', columnNames: ['compoundId'] },
  ],
});

const zoneItem = new Table({
  name: 'zone_item',
  columns: [id, whole('zoneId'), whole('line')],
  foreignKeys: [refers('zoneId', 'work_zone')],
  uniques: [{ name: 'zone_item_once', columnNames: ['zoneId', 'line'] }],
});

const groundChange = new Table({
  name: 'ground_change',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('line'),
    words('change', 8),
    instant('changedAt'),
    day('changedOn'),
    whole('changedBy'),
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('changedBy', 'user_account'),
  ],
  checks: [oneOf('ground_change_kind', 'change', ['freed', 'held'])],
  indices: [{ name: 'ground_change_by_renovation', columnNames: ['renovationId'] }],
});

const groundReading = new Table({
  name: 'ground_reading',
  columns: [id, whole('changeId'), whole('organisationId'), whole('readBy'), day('readOn')],
  foreignKeys: [
    refers('changeId', 'ground_change'),
    refers('organisationId', 'organisation'),
    refers('readBy', 'user_account'),
  ],
  uniques: [{ name: 'ground_reading_once', columnNames: ['changeId', 'organisationId'] }],
});

const tables = [compoundSketch, workZone, zoneItem, groundChange, groundReading];
