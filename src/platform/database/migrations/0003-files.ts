import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** Photos and documents: what is known of each; the bytes lie on disk. */
export class Files0003 implements MigrationInterface {
  name = 'Files1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(storedFile);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(storedFile);
  }
}

const photoColumns = ['dHash', 'width', 'height'];

const storedFile = new Table({
  name: 'stored_file',
  columns: [
    id,
    words('publicId', 22, { isUnique: true }),
    words('storedName', 32, { isUnique: true }),
    words('kind', 16),
    words('originalName', 60),
    words('mediaType', 100),
    whole('bytes'),
    words('sha256', 64),
    words('dHash', 16, optional),
    whole('width', optional),
    whole('height', optional),
    instant('takenAt', optional),
    whole('compoundId'),
    words('purpose', 24),
    words('caption', 60, { default: "''" }),
    instant('publishedAt', optional),
    whole('reviewedBy', optional),
    whole('uploadedBy'),
    instant('createdAt'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('reviewedBy', 'user_account'),
    refers('uploadedBy', 'user_account'),
  ],
  checks: [
    oneOf('stored_file_kind', 'kind', ['photo', 'document']),
    { name: 'stored_file_bytes', expression: '"bytes" > 0' },
    ...photoColumns.map((column) => ({
      name: `stored_file_${column}_of_photos`,
      expression: `("kind" = 'photo') = ("${column}" IS NOT NULL)`,
    })),
    { name: 'stored_file_reviewed', expression: '("publishedAt" IS NULL) = ("reviewedBy" IS NULL)' },
    {
      name: 'stored_file_public',
      expression: `"publishedAt" IS NULL OR ("kind" = 'photo' AND "caption" <> '')`,
    },
  ],
  indices: [
    { name: 'stored_file_by_compound', columnNames: ['compoundId', 'id'] },
    { name: 'stored_file_by_content', columnNames: ['sha256'] },
  ],
});
