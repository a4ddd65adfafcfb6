import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** Daily posts from the site, their values and photos. */
export class Posts0026 implements MigrationInterface {
  name = 'Posts1700000000026';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [post, value, photo]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [photo, value, post]) await runner.dropTable(table);
  }
}

const post = new Table({
  name: 'daily_post',
  columns: [
    id,
    words('uuid', 36, { isUnique: true }),
    whole('compoundId'),
    whole('renovationId'),
    whole('contractId'),
    day('workedOn'),
    words('kind', 8),
    whole('workers', optional),
    words('weather', 12, optional),
    words('holdups', 160, { default: "''" }),
    words('effects', 80, { default: "''" }),
    words('sentence', 200, { default: "''" }),
    words('state', 12),
    whole('correctsId', optional),
    words('correctionReason', 500, { default: "''" }),
    words('fingerprint', 64),
    flag('isLate'),
    whole('postedBy'),
    whole('postedFirmId', optional),
    whole('invitationId', optional),
    instant('sentAt'),
    whole('decidedBy', optional),
    instant('decidedAt', optional),
    words('returnReason', 500, optional),
    whole('photosChosenBy', optional),
    instant('photosChosenAt', optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('contractId', 'work_contract'),
    refers('correctsId', 'daily_post'),
    refers('postedBy', 'user_account'),
    refers('postedFirmId', 'organisation'),
    refers('decidedBy', 'user_account'),
    refers('photosChosenBy', 'user_account'),
  ],
  checks: [
    oneOf('daily_post_kind', 'kind', ['work', 'stopped']),
    oneOf('daily_post_state', 'state', ['sent', 'confirmed', 'returned', 'corrected']),
    {
      name: 'daily_post_decided',
      expression: `("decidedBy" IS NULL) = ("decidedAt" IS NULL) AND ("state" NOT IN ('confirmed', 'returned') OR "decidedBy" IS NOT NULL)`,
    },
    {
      name: 'daily_post_photos_chosen',
      expression: `("photosChosenBy" IS NULL) = ("photosChosenAt" IS NULL)`,
    },
    { name: 'daily_post_returned_why', expression: `"state" <> 'returned' OR "returnReason" IS NOT NULL` },
    { name: 'daily_post_workers', expression: '"workers" IS NULL OR ("workers" >= 0 AND "workers" <= 500)' },
  ],
  indices: [
    { name: 'daily_post_by_contract', columnNames: ['contractId', 'workedOn', 'state'] },
    { name: 'daily_post_by_renovation', columnNames: ['renovationId', 'workedOn'] },
    { name: 'daily_post_waiting', columnNames: ['state', 'compoundId'] },
  ],
});

const value = new Table({
  name: 'post_value',
  columns: [id, whole('postId'), whole('itemId'), whole('value'), words('reason', 500, { default: "''" })],
  foreignKeys: [refers('postId', 'daily_post'), refers('itemId', 'work_item')],
  uniques: [{ name: 'post_value_once', columnNames: ['postId', 'itemId'] }],
  checks: [{ name: 'post_value_positive', expression: '"value" >= 0' }],
  indices: [{ name: 'post_value_by_item', columnNames: ['itemId'] }],
});

const photo = new Table({
  name: 'post_photo',
  columns: [
    id,
    words('uuid', 36, { isUnique: true }),
    whole('contractId'),
    whole('postId', optional),
    whole('fileId'),
    whole('position', { default: 0 }),
    whole('pointId', optional),
    whole('sentBy'),
    instant('sentAt'),
  ],
  foreignKeys: [
    refers('contractId', 'work_contract'),
    refers('postId', 'daily_post'),
    refers('fileId', 'stored_file'),
    refers('sentBy', 'user_account'),
  ],
  uniques: [{ name: 'post_photo_file', columnNames: ['postId', 'fileId'] }],
  indices: [
    { name: 'post_photo_by_post', columnNames: ['postId', 'position'] },
    { name: 'post_photo_by_file', columnNames: ['fileId'] },
    { name: 'post_photo_waiting', columnNames: ['contractId', 'postId', 'sentAt'] },
  ],
});
