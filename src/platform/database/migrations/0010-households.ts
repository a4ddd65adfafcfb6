import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Households: calls from door to door with their answers, and the numbers of each posted result. */
export class Households0010 implements MigrationInterface {
  name = 'Households1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [call, answer, result, resultCount]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [resultCount, result, answer, call]) await runner.dropTable(table);
  }
}

const call = new Table({
  name: 'household_call',
  columns: [
    id,
    whole('renovationId'),
    whole('dwellingId'),
    day('calledOn'),
    words('callers', 120),
    words('outcome', 16),
    prose('note', { default: "''" }),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    whole('recordedBy'),
    instant('recordedAt'),
    version,
  ],
  foreignKeys: [
    refers('renovationId', 'renovation'),
    refers('dwellingId', 'dwelling'),
    refers('recordedBy', 'user_account'),
  ],
  checks: [
    oneOf('household_call_outcome', 'outcome', ['met', 'phone', 'tenant', 'not-home', 'vacant', 'refused']),
    { name: 'household_call_callers', expression: `"callers" <> ''` },
    {
      name: 'household_call_withdrawn_why',
      expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)',
    },
  ],
  indices: [
    { name: 'household_call_by_renovation', columnNames: ['renovationId', 'dwellingId'] },
    { name: 'household_call_by_door', columnNames: ['dwellingId'] },
  ],
});

const consent = ['renovation', 'removal', 'fee'];
const within = (column: string, values: readonly string[]) =>
  `"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`;
const answersOf = (questions: readonly string[], answers: readonly string[]) =>
  `(${within('question', questions)} AND ${within('answer', answers)})`;

const answer = new Table({
  name: 'household_answer',
  columns: [id, whole('callId'), words('question', 16), words('answer', 16)],
  foreignKeys: [refers('callId', 'household_call')],
  uniques: [{ name: 'household_answer_once', columnNames: ['callId', 'question'] }],
  checks: [
    {
      name: 'household_answer_fits',
      expression: [
        answersOf(consent, ['agree', 'against', 'undecided']),
        answersOf(['satisfaction'], ['satisfied', 'fair', 'unsatisfied']),
        answersOf(['gate-card'], ['issued', 'declined']),
      ].join(' OR '),
    },
  ],
});

const result = new Table({
  name: 'consent_result',
  columns: [
    id,
    whole('renovationId'),
    whole('noticeId'),
    day('countedOn'),
    whole('households'),
    whole('reached'),
  ],
  foreignKeys: [refers('renovationId', 'renovation'), refers('noticeId', 'notice')],
  uniques: [{ name: 'consent_result_notice', columnNames: ['noticeId'] }],
  checks: [{ name: 'consent_result_reached', expression: '"reached" BETWEEN 0 AND "households"' }],
  indices: [{ name: 'consent_result_by_renovation', columnNames: ['renovationId'] }],
});

const resultCount = new Table({
  name: 'consent_result_count',
  columns: [
    id,
    whole('resultId'),
    words('question', 16),
    whole('agree'),
    whole('against'),
    whole('undecided'),
    whole('notAsked'),
  ],
  foreignKeys: [refers('resultId', 'consent_result')],
  uniques: [{ name: 'consent_result_count_once', columnNames: ['resultId', 'question'] }],
  checks: [
    oneOf('consent_result_count_question', 'question', consent),
    {
      name: 'consent_result_count_sane',
      expression: '"agree" >= 0 AND "against" >= 0 AND "undecided" >= 0 AND "notAsked" >= 0',
    },
  ],
});
