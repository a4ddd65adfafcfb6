import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, prose, refers, optional, version, whole, words } from './columns';

/** Weekly bulletins: the text as it was published, never changed; a withdrawn one keeps its reason. */
export class Diaries0028 implements MigrationInterface {
  name = 'Diaries1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(bulletin);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(bulletin);
  }
}

const bulletin = new Table({
  name: 'bulletin',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    day('fromOn'),
    day('untilOn'),
    words('title', 120),
    prose('body'),
    whole('publishedBy'),
    instant('publishedAt'),
    day('withdrawnOn', optional),
    whole('withdrawnBy', optional),
    words('withdrawnReason', 300, optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('publishedBy', 'user_account'),
    refers('withdrawnBy', 'user_account'),
  ],
  uniques: [{ name: 'bulletin_number', columnNames: ['renovationId', 'number'] }],
  checks: [
    { name: 'bulletin_order', expression: '"fromOn" <= "untilOn"' },
    {
      name: 'bulletin_withdrawn_why',
      expression:
        '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL) AND ("withdrawnOn" IS NULL) = ("withdrawnBy" IS NULL)',
    },
  ],
  indices: [{ name: 'bulletin_by_renovation', columnNames: ['renovationId', 'untilOn'] }],
});
