import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** Structures that stand in the way: their sheets, files, the zones they stand in, and every step taken with them. */
export class Structures0014 implements MigrationInterface {
  name = 'Structures1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [structure, structureZone, structureFile, structureEvent])
      await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [structureEvent, structureFile, structureZone, structure])
      await runner.dropTable(table);
  }
}

const states = [
  'standing',
  'ownership-check',
  'agreed',
  'removed',
  'verified',
  'retained-legal',
  'retained-rectified',
  'scoped-out',
  'struck-out',
];

const structure = new Table({
  name: 'structure',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    words('kind', 16),
    words('place', 60),
    whole('lengthCm', optional),
    whole('widthCm', optional),
    whole('area', optional),
    words('use', 16),
    words('material', 16),
    whole('sinceYear', optional),
    words('party', 16),
    flag('isOccupied'),
    flag('isSoleHome'),
    flag('hasHardship'),
    flag('blocksFireLane'),
    flag('blocksPipe'),
    words('ownership', 16),
    words('ownershipBasis', 500, optional),
    day('foundOn'),
    day('plannedOn', optional),
    whole('pinAcross', optional),
    whole('pinDown', optional),
    words('state', 20),
    words('way', 16, optional),
    day('careSignedOn', optional),
    whole('careSignedBy', optional),
    words('careNote', 500, optional),
    day('consentSignedOn', optional),
    flag('identityChecked'),
    day('removeByOn', optional),
    day('removedOn', optional),
    words('removedFrom', 5, optional),
    words('removedTo', 5, optional),
    whole('removedArea', optional),
    words('belongings', 16, optional),
    flag('wasteCleared'),
    whole('removedBy', optional),
    day('closedOn', optional),
    words('reuse', 120, optional),
    whole('recordedBy'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('recordedBy', 'user_account'),
    refers('removedBy', 'user_account'),
    refers('careSignedBy', 'user_account'),
  ],
  uniques: [{ name: 'structure_number', columnNames: ['compoundId', 'number'] }],
  checks: [
    oneOf('structure_state', 'state', states),
    oneOf('structure_way', 'way', ['voluntary', 'assisted', 'forced']),
    { name: 'structure_area', expression: '"area" > 0' },
    { name: 'structure_removed_area', expression: '"removedArea" > 0' },
    {
      name: 'structure_pin',
      expression:
        '("pinAcross" IS NULL) = ("pinDown" IS NULL) AND "pinAcross" BETWEEN 0 AND 1000 AND "pinDown" BETWEEN 0 AND 1000',
    },
    { name: 'structure_removed_by', expression: '("removedOn" IS NULL) = ("removedBy" IS NULL)' },
    {
      name: 'structure_removed',
      expression: `"state" NOT IN ('removed', 'verified') OR ("removedOn" IS NOT NULL AND "way" IS NOT NULL)`,
    },
    { name: 'structure_care', expression: '("careSignedOn" IS NULL) = ("careSignedBy" IS NULL)' },
  ],
  indices: [
    { name: 'structure_by_renovation', columnNames: ['renovationId'] },
    { name: 'structure_by_state', columnNames: ['state'] },
  ],
});

const structureZone = new Table({
  name: 'structure_zone',
  columns: [id, whole('structureId'), whole('zoneId')],
  foreignKeys: [refers('structureId', 'structure'), refers('zoneId', 'work_zone')],
  uniques: [{ name: 'structure_zone_once', columnNames: ['structureId', 'zoneId'] }],
  indices: [{ name: 'structure_zone_by_zone', columnNames: ['zoneId'] }],
});

const structureFile = new Table({
  name: 'structure_file',
  columns: [
    id,
    whole('structureId'),
    whole('fileId'),
    words('kind', 16),
    whole('eventId', optional),
    day('droppedOn', optional),
  ],
  foreignKeys: [refers('structureId', 'structure'), refers('fileId', 'stored_file')],
  uniques: [{ name: 'structure_file_once', columnNames: ['structureId', 'fileId'] }],
  checks: [
    oneOf('structure_file_kind', 'kind', ['before', 'after', 'consent', 'inventory', 'waste', 'document']),
  ],
});

const structureEvent = new Table({
  name: 'structure_event',
  columns: [
    id,
    whole('structureId'),
    words('step', 24),
    words('fromState', 20),
    words('toState', 20),
    day('happenedOn'),
    words('reason', 500, optional),
    words('way', 16, optional),
    whole('area', optional),
    whole('recordedBy'),
    instant('recordedAt'),
  ],
  foreignKeys: [refers('structureId', 'structure'), refers('recordedBy', 'user_account')],
  checks: [
    oneOf('structure_event_from', 'fromState', states),
    oneOf('structure_event_to', 'toState', states),
  ],
  indices: [{ name: 'structure_event_by_structure', columnNames: ['structureId'] }],
});
