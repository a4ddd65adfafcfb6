import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Wishes and objections of residents, and everything that became of them. */
export class Wishes0009 implements MigrationInterface {
  name = 'Wishes1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [wish, wishEntry]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [wishEntry, wish]) await runner.dropTable(table);
  }
}

const ended = ['adopted', 'not-adopted', 'otherwise'];

const wish = new Table({
  name: 'wish',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    words('kind', 16),
    words('source', 16),
    whole('dwellingId', optional),
    whole('meetingId', optional),
    whole('noticeId', optional),
    prose('text'),
    prose('publicText'),
    day('publicCheckedOn', optional),
    whole('publicCheckedBy', optional),
    day('heardOn'),
    words('state', 16, { default: "'open'" }),
    prose('answer', optional),
    day('answeredOn', optional),
    whole('answeredBy', optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('dwellingId', 'dwelling'),
    refers('meetingId', 'meeting'),
    refers('noticeId', 'notice'),
    refers('publicCheckedBy', 'user_account'),
    refers('answeredBy', 'user_account'),
  ],
  uniques: [{ name: 'wish_number', columnNames: ['compoundId', 'number'] }],
  checks: [
    oneOf('wish_kind', 'kind', ['wish', 'objection']),
    oneOf('wish_source', 'source', ['door', 'meeting', 'public', 'office']),
    oneOf('wish_state', 'state', ['open', ...ended]),
    { name: 'wish_heard_at_meeting', expression: `"source" <> 'meeting' OR "meetingId" IS NOT NULL` },
    { name: 'wish_objects', expression: `"noticeId" IS NULL OR "kind" = 'objection'` },
    { name: 'wish_answer', expression: `("state" = 'open') = ("answer" IS NULL)` },
    { name: 'wish_answer_day', expression: '("answer" IS NULL) = ("answeredOn" IS NULL)' },
    { name: 'wish_answer_by', expression: '("answer" IS NULL) = ("answeredBy" IS NULL)' },
    { name: 'wish_checked_by', expression: '("publicCheckedOn" IS NULL) = ("publicCheckedBy" IS NULL)' },
  ],
  indices: [
    { name: 'wish_by_renovation', columnNames: ['renovationId', 'state'] },
    { name: 'wish_by_door', columnNames: ['dwellingId'] },
    { name: 'wish_by_notice', columnNames: ['noticeId'] },
    { name: 'wish_by_meeting', columnNames: ['meetingId'] },
  ],
});

const wishEntry = new Table({
  name: 'wish_entry',
  columns: [
    id,
    whole('wishId'),
    words('step', 16),
    words('outcome', 16, optional),
    prose('note', { default: "''" }),
    whole('madeBy'),
    instant('madeAt'),
  ],
  foreignKeys: [refers('wishId', 'wish'), refers('madeBy', 'user_account')],
  checks: [
    oneOf('wish_entry_step', 'step', ['taken', 'concluded', 'reopened', 'reworded']),
    oneOf('wish_entry_outcome', 'outcome', ended),
    { name: 'wish_entry_concluded', expression: `("step" = 'concluded') = ("outcome" IS NOT NULL)` },
  ],
  indices: [{ name: 'wish_entry_by_wish', columnNames: ['wishId'] }],
});
