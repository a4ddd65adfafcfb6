import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Notices: what is posted in the yard, where and until when, with the photos that prove it. */
export class Notices0007 implements MigrationInterface {
  name = 'Notices1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [notice, noticePhoto]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [noticePhoto, notice]) await runner.dropTable(table);
  }
}

const kinds = ['consent-result', 'meeting', 'minutes', 'vote', 'vote-result', 'plan'];

const notice = new Table({
  name: 'notice',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    words('kind', 16),
    whole('subjectId'),
    words('title', 60),
    prose('body'),
    words('places', 80),
    day('postedOn'),
    day('endsOn'),
    whole('postedBy'),
    instant('postedAt'),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('postedBy', 'user_account'),
  ],
  checks: [
    oneOf('notice_kind', 'kind', kinds),
    { name: 'notice_ends', expression: '"endsOn" >= "postedOn"' },
    { name: 'notice_places', expression: `"places" <> ''` },
    { name: 'notice_withdrawn_why', expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)' },
  ],
  indices: [
    { name: 'notice_by_subject', columnNames: ['kind', 'subjectId'] },
    { name: 'notice_by_renovation', columnNames: ['renovationId', 'kind'] },
    { name: 'notice_by_compound', columnNames: ['compoundId'] },
  ],
});

const noticePhoto = new Table({
  name: 'notice_photo',
  columns: [id, whole('noticeId'), whole('fileId'), words('kind', 8)],
  foreignKeys: [refers('noticeId', 'notice'), refers('fileId', 'stored_file')],
  uniques: [{ name: 'notice_photo_once', columnNames: ['noticeId', 'fileId'] }],
  checks: [oneOf('notice_photo_kind', 'kind', ['near', 'far'])],
});
