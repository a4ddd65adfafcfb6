import { MigrationInterface, QueryRunner, Table, TableForeignKeyOptions } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Votes: the owners' roster of a compound, what is asked, the roster as it stood when it was asked, the ballots. */
export class Votes0011 implements MigrationInterface {
  name = 'Votes1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table);
  }
}

const ownerKinds = ['person', 'origin-unit', 'developer'];
const areaSources = ['register', 'survey', 'contract'];
const matters = [
  'procedure',
  'convention',
  'committee',
  'manager',
  'fund-use',
  'fund-raise',
  'rebuild',
  'change-of-use',
  'common-other',
  'dwelling-use',
];

/** The owner of a door or a ballot is one of the same vote. */
const refersToOwner: TableForeignKeyOptions = {
  columnNames: ['ownerId', 'voteId'],
  referencedTableName: 'vote_owner',
  referencedColumnNames: ['id', 'voteId'],
  onDelete: 'RESTRICT',
};

const ownerRoster = new Table({
  name: 'owner_roster',
  columns: [id, whole('compoundId'), whole('changedBy'), instant('changedAt'), version],
  foreignKeys: [refers('compoundId', 'compound'), refers('changedBy', 'user_account')],
  uniques: [{ name: 'owner_roster_once', columnNames: ['compoundId'] }],
});

const ownerEntry = new Table({
  name: 'owner_entry',
  columns: [
    id,
    whole('compoundId'),
    whole('dwellingId'),
    whole('area', optional),
    words('areaSource', 16, { default: "'register'" }),
    words('ownerGroup', 8, { default: "''" }),
    words('ownerKind', 16, { default: "'person'" }),
  ],
  foreignKeys: [refers('compoundId', 'compound'), refers('dwellingId', 'dwelling')],
  uniques: [{ name: 'owner_entry_once', columnNames: ['dwellingId'] }],
  checks: [
    { name: 'owner_entry_area', expression: '"area" > 0' },
    oneOf('owner_entry_source', 'areaSource', areaSources),
    oneOf('owner_entry_kind', 'ownerKind', ownerKinds),
  ],
  indices: [{ name: 'owner_entry_by_compound', columnNames: ['compoundId'] }],
});

const vote = new Table({
  name: 'vote',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    words('title', 40),
    words('matter', 24),
    prose('question'),
    words('scopeKind', 16, { default: "'compound'" }),
    whole('buildingId', optional),
    whole('unitNo', optional),
    whole('meetingId', optional),
    words('form', 16),
    day('noticePostedOn', optional),
    day('opensOn'),
    day('closesOn'),
    words('state', 16, { default: "'draft'" }),
    whole('createdBy'),
    whole('openedBy', optional),
    day('openedOn', optional),
    words('watchers', 120, optional),
    words('counters', 120, optional),
    whole('closedBy', optional),
    day('closedOn', optional),
    words('ruleCode', 40, optional),
    words('outcome', 16, optional),
    words('digest', 64, optional),
    day('cancelledOn', optional),
    words('cancelledReason', 500, optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('buildingId', 'building'),
    refers('meetingId', 'meeting'),
    refers('createdBy', 'user_account'),
    refers('openedBy', 'user_account'),
    refers('closedBy', 'user_account'),
  ],
  uniques: [{ name: 'vote_number', columnNames: ['compoundId', 'number'] }],
  checks: [
    oneOf('vote_matter', 'matter', matters),
    oneOf('vote_scope', 'scopeKind', ['compound', 'building', 'unit']),
    oneOf('vote_form', 'form', ['meeting', 'written']),
    oneOf('vote_state', 'state', ['draft', 'open', 'closed', 'cancelled']),
    oneOf('vote_outcome', 'outcome', ['passed', 'failed', 'no-quorum']),
    { name: 'vote_building', expression: `("scopeKind" = 'compound') = ("buildingId" IS NULL)` },
    { name: 'vote_unit', expression: `("scopeKind" = 'unit') = ("unitNo" IS NOT NULL)` },
    { name: 'vote_days', expression: '"closesOn" >= "opensOn"' },
    { name: 'vote_opened', expression: `"state" NOT IN ('open', 'closed') OR "openedOn" IS NOT NULL` },
    { name: 'vote_opened_by', expression: '("openedOn" IS NULL) = ("openedBy" IS NULL)' },
    { name: 'vote_closed', expression: `("state" = 'closed') = ("closedOn" IS NOT NULL)` },
    // A counted vote carries what it was decided by and the digest of what it was decided on.
    ...['closedBy', 'ruleCode', 'outcome', 'digest', 'watchers', 'counters'].map((column) => ({
      name: `vote_closed_${column.toLowerCase()}`,
      expression: `("closedOn" IS NULL) = ("${column}" IS NULL)`,
    })),
    { name: 'vote_cancelled', expression: `("state" = 'cancelled') = ("cancelledOn" IS NOT NULL)` },
    {
      name: 'vote_cancelled_why',
      expression: '("cancelledOn" IS NULL) = ("cancelledReason" IS NULL)',
    },
  ],
  indices: [
    { name: 'vote_by_renovation', columnNames: ['renovationId'] },
    { name: 'vote_by_state', columnNames: ['state'] },
  ],
});

const voteOwner = new Table({
  name: 'vote_owner',
  columns: [id, whole('voteId'), whole('number'), words('kind', 16)],
  foreignKeys: [refers('voteId', 'vote')],
  uniques: [
    { name: 'vote_owner_number', columnNames: ['voteId', 'number'] },
    { name: 'vote_owner_of_vote', columnNames: ['id', 'voteId'] },
  ],
  checks: [oneOf('vote_owner_kind', 'kind', ownerKinds)],
});

const voteRoster = new Table({
  name: 'vote_roster',
  columns: [
    id,
    whole('voteId'),
    whole('ownerId'),
    whole('dwellingId'),
    words('label', 60),
    whole('area'),
    words('areaSource', 16),
  ],
  foreignKeys: [refers('voteId', 'vote'), refersToOwner, refers('dwellingId', 'dwelling')],
  uniques: [{ name: 'vote_roster_once', columnNames: ['voteId', 'dwellingId'] }],
  checks: [
    { name: 'vote_roster_area', expression: '"area" > 0' },
    oneOf('vote_roster_source', 'areaSource', areaSources),
  ],
  indices: [{ name: 'vote_roster_by_door', columnNames: ['dwellingId'] }],
});

const voteBallot = new Table({
  name: 'vote_ballot',
  columns: [
    id,
    whole('voteId'),
    whole('ownerId'),
    words('mark', 16),
    words('fault', 16, optional),
    flag('isProxy'),
    day('authorisedOn', optional),
    day('receivedOn'),
    whole('recordedBy'),
    instant('recordedAt'),
    whole('replacesId', optional),
    whole('endedBy', optional),
    instant('endedAt', optional),
  ],
  foreignKeys: [
    refers('voteId', 'vote'),
    refersToOwner,
    refers('recordedBy', 'user_account'),
    refers('replacesId', 'vote_ballot'),
    refers('endedBy', 'user_account'),
  ],
  uniques: [{ name: 'vote_ballot_replaced_once', columnNames: ['replacesId'] }],
  checks: [
    oneOf('vote_ballot_mark', 'mark', ['yes', 'no', 'abstain', 'invalid']),
    oneOf('vote_ballot_fault', 'fault', ['unsigned', 'altered', 'unclear', 'not-owner']),
    { name: 'vote_ballot_why', expression: `("mark" = 'invalid') = ("fault" IS NOT NULL)` },
    { name: 'vote_ballot_ended', expression: '("endedAt" IS NULL) = ("endedBy" IS NULL)' },
  ],
  indices: [
    { name: 'vote_ballot_by_vote', columnNames: ['voteId'] },
    { name: 'vote_ballot_by_owner', columnNames: ['ownerId'] },
  ],
});

const tables = [ownerRoster, ownerEntry, vote, voteOwner, voteRoster, voteBallot];
