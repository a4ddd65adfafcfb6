import { MigrationInterface, QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { likenessBands } from '../../../domain/files/likeness';
import { day, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** Fixed photo points and their photos; what each photo claims to show, and the hints about photos used before. */
export class SitePhotos0022 implements MigrationInterface {
  name = 'SitePhotos1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [point, pointPhoto, claim, hint]) await runner.createTable(table);
    await runner.addColumns(
      'stored_file',
      bands.map((name) => new TableColumn(whole(name, optional))),
    );
    for (const name of bands) await runner.createIndex('stored_file', bandIndex(name));
    await readLikeness(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of bands) await runner.dropIndex('stored_file', bandIndex(name));
    await runner.dropColumns('stored_file', [...bands]);
    for (const table of [hint, claim, pointPhoto, point]) await runner.dropTable(table);
  }
}

const bands = ['band0', 'band1', 'band2', 'band3'] as const;

const bandIndex = (name: string) => new TableIndex({ name: `stored_file_${name}`, columnNames: [name] });

/** The photos that are there already are found by their likeness from now on. */
async function readLikeness(runner: QueryRunner): Promise<void> {
  const photos = (await runner.query(
    'SELECT "id", "dHash" FROM "stored_file" WHERE "dHash" IS NOT NULL',
  )) as { id: number; dHash: string }[];
  for (const { id: fileId, dHash } of photos) {
    await runner.manager
      .createQueryBuilder()
      .update('stored_file')
      .set(likenessBands(dHash))
      .where('id = :fileId', { fileId })
      .execute();
  }
}

const point = new Table({
  name: 'photo_point',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    words('name', 20),
    words('place', 120),
    whole('pinAcross', optional),
    whole('pinDown', optional),
    whole('referenceId', optional),
    day('retiredOn', optional),
    whole('recordedBy'),
    instant('recordedAt'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('referenceId', 'stored_file'),
    refers('recordedBy', 'user_account'),
  ],
  uniques: [{ name: 'photo_point_number', columnNames: ['compoundId', 'number'] }],
  checks: [
    {
      name: 'photo_point_pin',
      expression:
        '("pinAcross" IS NULL) = ("pinDown" IS NULL) AND "pinAcross" BETWEEN 0 AND 1000 AND "pinDown" BETWEEN 0 AND 1000',
    },
  ],
  indices: [
    {
      name: 'photo_point_name',
      columnNames: ['compoundId', 'name'],
      isUnique: true,
      where: '"retiredOn" IS NULL',
    },
    { name: 'photo_point_by_renovation', columnNames: ['renovationId'] },
  ],
});

const pointPhoto = new Table({
  name: 'point_photo',
  columns: [
    id,
    whole('pointId'),
    whole('fileId'),
    day('shownOn'),
    whole('recordedBy'),
    instant('recordedAt'),
  ],
  foreignKeys: [
    refers('pointId', 'photo_point'),
    refers('fileId', 'stored_file'),
    refers('recordedBy', 'user_account'),
  ],
  uniques: [{ name: 'point_photo_file', columnNames: ['fileId'] }],
  indices: [{ name: 'point_photo_by_point', columnNames: ['pointId', 'shownOn'] }],
});

const claim = new Table({
  name: 'photo_claim',
  columns: [id, whole('fileId'), words('source', 60), day('claimedOn'), words('place', 120)],
  foreignKeys: [refers('fileId', 'stored_file')],
  uniques: [{ name: 'photo_claim_file', columnNames: ['fileId'] }],
});

const hint = new Table({
  name: 'photo_hint',
  columns: [
    id,
    whole('compoundId'),
    whole('fileId'),
    words('kind', 16),
    words('text', 300),
    whole('ofFileId', optional),
    instant('notedAt'),
    words('answer', 200, optional),
    whole('answeredBy', optional),
    instant('answeredAt', optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('fileId', 'stored_file'),
    refers('ofFileId', 'stored_file'),
    refers('answeredBy', 'user_account'),
  ],
  uniques: [{ name: 'photo_hint_once', columnNames: ['fileId', 'kind'] }],
  checks: [
    oneOf('photo_hint_kind', 'kind', ['same-bytes', 'nearly-same', 'taken-before', 'taken-after']),
    {
      name: 'photo_hint_answered',
      expression:
        '("answer" IS NULL) = ("answeredBy" IS NULL) AND ("answer" IS NULL) = ("answeredAt" IS NULL)',
    },
  ],
  indices: [{ name: 'photo_hint_by_compound', columnNames: ['compoundId', 'answeredAt'] }],
});
