import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, refers, version, whole, words } from './columns';

/** Statutory cases against structures: papers with their scans, what halts a case, and how it stands besides. */
export class Enforcement0016 implements MigrationInterface {
  name = 'Enforcement1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [paper, paperFile, halt, standing]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [standing, halt, paperFile, paper]) await runner.dropTable(table);
  }
}

const steps = [
  'reported',
  'filed',
  'investigated',
  'identified',
  'stop-ordered',
  'owner-noticed',
  'pre-noticed',
  'hearing-noticed',
  'hearing',
  'legal-reviewed',
  'decided',
  'urged',
  'government-ordered',
  'enforcement-decided',
  'announced',
  'executed',
  'cleaned',
  'closed',
];

const organs = [
  'planning',
  'city-management',
  'county-government',
  'street',
  'community',
  'fire-rescue',
  'housing',
];

const paper = new Table({
  name: 'statutory_paper',
  columns: [
    id,
    whole('structureId'),
    whole('round'),
    words('step', 20),
    day('issuedOn'),
    words('documentNumber', 60, { default: "''" }),
    words('organ', 20),
    words('carries', 120, { default: "''" }),
    day('deadlineOn', optional),
    whole('officers'),
    words('serviceMethod', 12, optional),
    day('servedOn', optional),
    whole('recordedBy'),
    instant('recordedAt'),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    version,
  ],
  foreignKeys: [refers('structureId', 'structure'), refers('recordedBy', 'user_account')],
  checks: [
    oneOf('statutory_paper_step', 'step', steps),
    oneOf('statutory_paper_organ', 'organ', organs),
    oneOf('statutory_paper_method', 'serviceMethod', ['direct', 'left', 'post', 'electronic', 'announced']),
    { name: 'statutory_paper_service', expression: '("serviceMethod" IS NULL) = ("servedOn" IS NULL)' },
    { name: 'statutory_paper_served', expression: '"servedOn" >= "issuedOn"' },
    { name: 'statutory_paper_deadline', expression: '"deadlineOn" > "issuedOn"' },
    { name: 'statutory_paper_officers', expression: '"officers" >= 0' },
    { name: 'statutory_paper_round', expression: '"round" >= 0' },
    {
      name: 'statutory_paper_withdrawn_why',
      expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)',
    },
  ],
  indices: [
    {
      name: 'statutory_paper_once',
      columnNames: ['structureId', 'round', 'step'],
      isUnique: true,
      where: '"withdrawnOn" IS NULL',
    },
    { name: 'statutory_paper_by_structure', columnNames: ['structureId'] },
  ],
});

const paperFile = new Table({
  name: 'statutory_paper_file',
  columns: [id, whole('paperId'), whole('fileId'), words('kind', 8)],
  foreignKeys: [refers('paperId', 'statutory_paper'), refers('fileId', 'stored_file')],
  uniques: [{ name: 'statutory_paper_file_once', columnNames: ['paperId', 'fileId'] }],
  checks: [oneOf('statutory_paper_file_kind', 'kind', ['paper', 'proof'])],
});

const halt = new Table({
  name: 'statutory_halt',
  columns: [
    id,
    whole('structureId'),
    whole('round'),
    words('kind', 12),
    day('fromOn'),
    day('endedOn', optional),
    words('reason', 500),
    words('endedReason', 500, optional),
    whole('recordedBy'),
    instant('recordedAt'),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    version,
  ],
  foreignKeys: [refers('structureId', 'structure'), refers('recordedBy', 'user_account')],
  checks: [
    oneOf('statutory_halt_kind', 'kind', ['suspended', 'terminated', 'agreement']),
    { name: 'statutory_halt_ended', expression: '"endedOn" >= "fromOn"' },
    { name: 'statutory_halt_ended_why', expression: '("endedOn" IS NULL) = ("endedReason" IS NULL)' },
    {
      name: 'statutory_halt_withdrawn_why',
      expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)',
    },
  ],
  indices: [{ name: 'statutory_halt_by_structure', columnNames: ['structureId'] }],
});

const standing = new Table({
  name: 'statutory_standing',
  columns: [
    id,
    whole('structureId'),
    whole('round'),
    flag('isUnderConstruction'),
    flag('isOwnerUnknown'),
    words('conclusion', 16, optional),
    words('hearing', 12, { default: "'not-asked'" }),
    words('views', 12, { default: "'none'" }),
    day('reconsiderationFiledOn', optional),
    day('reconsiderationAcceptedOn', optional),
    flag('reconsiderationExtended'),
    words('reconsiderationOutcome', 12, optional),
    day('reconsiderationDecidedOn', optional),
    day('lawsuitFiledOn', optional),
    words('lawsuitOutcome', 12, optional),
    day('lawsuitFinalOn', optional),
    day('penaltyPublishedOn', optional),
    day('penaltyChangedOn', optional),
    day('penaltyWithdrawnOn', optional),
    version,
  ],
  foreignKeys: [refers('structureId', 'structure')],
  uniques: [{ name: 'statutory_standing_once', columnNames: ['structureId', 'round'] }],
  checks: [
    oneOf('statutory_standing_conclusion', 'conclusion', [
      'must-remove',
      'correctable',
      'cannot-remove',
      'lawful',
    ]),
    oneOf('statutory_standing_hearing', 'hearing', ['not-asked', 'asked', 'waived']),
    oneOf('statutory_standing_views', 'views', ['none', 'open', 'answered']),
    oneOf('statutory_standing_reconsidered', 'reconsiderationOutcome', [
      'upheld',
      'changed',
      'revoked',
      'withdrawn',
    ]),
    oneOf('statutory_standing_judged', 'lawsuitOutcome', ['upheld', 'revoked', 'withdrawn']),
    {
      name: 'statutory_standing_reconsideration',
      expression: '("reconsiderationOutcome" IS NULL) = ("reconsiderationDecidedOn" IS NULL)',
    },
    {
      name: 'statutory_standing_lawsuit',
      expression: '("lawsuitOutcome" IS NULL) = ("lawsuitFinalOn" IS NULL)',
    },
  ],
});
