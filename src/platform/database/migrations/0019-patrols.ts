import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Rounds after the removal: what was found, which structures stand again, and photos. */
export class Patrols0019 implements MigrationInterface {
  name = 'Patrols1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [patrol, patrolRelapse, patrolFile]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [patrolFile, patrolRelapse, patrol]) await runner.dropTable(table);
  }
}

const patrol = new Table({
  name: 'patrol',
  columns: [
    id,
    whole('compoundId'),
    words('kind', 16),
    day('lookedOn'),
    words('finding', 16),
    prose('note', optional),
    whole('places', optional),
    words('rounds', 100),
    whole('recordedBy'),
    instant('recordedAt'),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    version,
  ],
  foreignKeys: [refers('compoundId', 'compound'), refers('recordedBy', 'user_account')],
  checks: [
    oneOf('patrol_kind', 'kind', ['structures', 'wiring']),
    oneOf('patrol_finding', 'finding', ['clear', 'mended', 'relapse']),
    { name: 'patrol_note', expression: `"finding" = 'clear' OR "note" IS NOT NULL` },
    { name: 'patrol_places', expression: `"places" IS NULL OR ("places" > 0 AND "kind" = 'wiring')` },
    { name: 'patrol_withdrawn_why', expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)' },
  ],
  indices: [{ name: 'patrol_by_compound', columnNames: ['compoundId', 'kind', 'lookedOn'] }],
});

const patrolRelapse = new Table({
  name: 'patrol_relapse',
  columns: [id, whole('patrolId'), whole('structureId'), whole('eventId', optional)],
  foreignKeys: [
    refers('patrolId', 'patrol'),
    refers('structureId', 'structure'),
    refers('eventId', 'structure_event'),
  ],
  uniques: [{ name: 'patrol_relapse_once', columnNames: ['patrolId', 'structureId'] }],
  indices: [{ name: 'patrol_relapse_by_structure', columnNames: ['structureId'] }],
});

const patrolFile = new Table({
  name: 'patrol_file',
  columns: [id, whole('patrolId'), whole('fileId')],
  foreignKeys: [refers('patrolId', 'patrol'), refers('fileId', 'stored_file')],
  uniques: [{ name: 'patrol_file_once', columnNames: ['patrolId', 'fileId'] }],
});
