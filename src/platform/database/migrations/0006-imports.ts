import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Imports of compound lists: the batch, the sheets as read, the rows as compared, remembered mappings. */
export class Imports0006 implements MigrationInterface {
  name = 'Imports1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [batch, sheet, sheetPart, row, mapping]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [mapping, row, sheetPart, sheet, batch]) await runner.dropTable(table);
  }
}

const batch = new Table({
  name: 'import_batch',
  columns: [
    id,
    words('fileName', 120),
    words('state', 16),
    whole('districtId'),
    whole('streetId', optional),
    whole('communityId', optional),
    whole('sheetPosition', { default: 0 }),
    prose('mapping'),
    whole('defaultStreetId', optional),
    whole('defaultCommunityId', optional),
    prose('report'),
    prose('notice', optional),
    whole('createdBy'),
    instant('createdAt'),
    whole('confirmedBy', optional),
    instant('confirmedAt', optional),
    whole('undoneBy', optional),
    instant('undoneAt', optional),
    instant('workingSince', optional),
    version,
  ],
  foreignKeys: [
    refers('districtId', 'organisation'),
    refers('streetId', 'organisation'),
    refers('communityId', 'organisation'),
    refers('defaultStreetId', 'organisation'),
    refers('defaultCommunityId', 'organisation'),
    refers('createdBy', 'user_account'),
    refers('confirmedBy', 'user_account'),
    refers('undoneBy', 'user_account'),
  ],
  checks: [
    oneOf('import_batch_state', 'state', [
      'read',
      'comparing',
      'compared',
      'importing',
      'imported',
      'undoing',
      'undone',
      'discarded',
    ]),
    { name: 'import_batch_confirmed', expression: '("confirmedAt" IS NULL) = ("confirmedBy" IS NULL)' },
    { name: 'import_batch_undone', expression: '("undoneAt" IS NULL) = ("undoneBy" IS NULL)' },
  ],
  indices: [{ name: 'import_batch_by_district', columnNames: ['districtId', 'id'] }],
});

const sheet = new Table({
  name: 'import_sheet',
  columns: [id, whole('batchId'), whole('position'), words('name', 100), prose('merges')],
  foreignKeys: [refers('batchId', 'import_batch')],
  uniques: [{ name: 'import_sheet_position', columnNames: ['batchId', 'position'] }],
});

const sheetPart = new Table({
  name: 'import_sheet_part',
  columns: [id, whole('sheetId'), whole('position'), prose('cells')],
  foreignKeys: [refers('sheetId', 'import_sheet')],
  uniques: [{ name: 'import_sheet_part_position', columnNames: ['sheetId', 'position'] }],
});

const row = new Table({
  name: 'import_row',
  columns: [
    id,
    whole('batchId'),
    whole('row'),
    words('grouping', 16),
    prose('facts'),
    words('decision', 8, { default: "''" }),
    words('taken', 400, { default: "''" }),
    whole('compoundId', optional),
    prose('before', optional),
    whole('revisionAfter', optional),
  ],
  foreignKeys: [refers('batchId', 'import_batch'), refers('compoundId', 'compound')],
  uniques: [{ name: 'import_row_number', columnNames: ['batchId', 'row'] }],
  checks: [
    oneOf('import_row_grouping', 'grouping', ['problem', 'ask', 'conflict', 'fill', 'new', 'same']),
    oneOf('import_row_decision', 'decision', ['', 'same', 'apart']),
  ],
  indices: [
    { name: 'import_row_by_grouping', columnNames: ['batchId', 'grouping', 'row'] },
    { name: 'import_row_by_compound', columnNames: ['compoundId'] },
  ],
});

const mapping = new Table({
  name: 'import_mapping',
  columns: [
    id,
    whole('organisationId'),
    words('signature', 64),
    prose('mapping'),
    whole('confirmedBy'),
    instant('confirmedAt'),
  ],
  foreignKeys: [refers('organisationId', 'organisation'), refers('confirmedBy', 'user_account')],
  uniques: [{ name: 'import_mapping_signature', columnNames: ['organisationId', 'signature'] }],
});
