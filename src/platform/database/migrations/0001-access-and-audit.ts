import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { flag, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Who works here, their sessions, and the audit chain. */
export class AccessAndAudit0001 implements MigrationInterface {
  name = 'AccessAndAudit1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [
      dataVersion,
      organisation,
      userAccount,
      session,
      signInFailure,
      onceKey,
      auditEntry,
    ]) {
      await runner.createTable(table);
    }
    await runner.query('INSERT INTO data_version (id, version) VALUES (1, 1)');
    await forbidChanges(runner);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone; restore a backup instead');
  }
}

const dataVersion = new Table({
  name: 'data_version',
  columns: [{ name: 'id', type: 'integer', isPrimary: true }, whole('version')],
  checks: [{ name: 'data_version_is_one_row', expression: 'id = 1' }],
});

const organisation = new Table({
  name: 'organisation',
  columns: [
    id,
    words('code', 32, { isUnique: true }),
    words('name', 80),
    words('shortName', 40),
    words('kind', 16),
    whole('parentId', optional),
  ],
  foreignKeys: [refers('parentId', 'organisation')],
  checks: [
    oneOf('organisation_kind', 'kind', ['district', 'street', 'community', 'firm']),
    {
      name: 'organisation_parent',
      expression: `("kind" IN ('street', 'community')) = ("parentId" IS NOT NULL)`,
    },
  ],
  indices: [{ name: 'organisation_by_parent', columnNames: ['parentId'] }],
});

const userAccount = new Table({
  name: 'user_account',
  columns: [
    id,
    words('login', 40, { isUnique: true }),
    words('name', 40),
    words('role', 24),
    whole('organisationId'),
    words('passwordHash', 200),
    instant('passwordChangedAt'),
    flag('mustChangePassword'),
    instant('passwordExpiresAt', optional),
    instant('disabledAt', optional),
    instant('lastSignInAt', optional),
    instant('createdAt'),
    version,
  ],
  foreignKeys: [refers('organisationId', 'organisation')],
  checks: [
    oneOf('user_role', 'role', [
      'district-officer',
      'street-manager',
      'community-worker',
      'supervisor',
      'contractor',
      'auditor',
      'system-admin',
    ]),
  ],
});

const session = new Table({
  name: 'session',
  columns: [
    words('id', 64, { isPrimary: true }),
    words('handle', 16, { isUnique: true }),
    whole('userId'),
    words('csrf', 43),
    words('device', 60),
    instant('createdAt'),
    instant('seenAt'),
  ],
  foreignKeys: [refers('userId', 'user_account')],
  indices: [{ name: 'session_by_user', columnNames: ['userId'] }],
});

const signInFailure = new Table({
  name: 'sign_in_failure',
  columns: [words('subject', 64, { isPrimary: true }), whole('failures'), instant('lastAt')],
});

const onceKey = new Table({
  name: 'once_key',
  columns: [words('key', 64, { isPrimary: true }), whole('userId'), words('path', 200), instant('createdAt')],
  foreignKeys: [refers('userId', 'user_account')],
});

const auditEntry = new Table({
  name: 'audit_entry',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true },
    instant('at'),
    whole('userId', optional),
    words('role', 24, optional),
    whole('organisationId', optional),
    words('action', 60),
    words('subjectKind', 40),
    words('subjectId', 64),
    whole('compoundId', optional),
    words('fromValue', 400, optional),
    words('toValue', 400, optional),
    prose('reason', optional),
    words('previousHash', 64, { isUnique: true }),
    words('hash', 64, { isUnique: true }),
  ],
  indices: [
    { name: 'audit_by_compound', columnNames: ['compoundId', 'id'] },
    { name: 'audit_by_user', columnNames: ['userId', 'id'] },
  ],
});

/** The database itself refuses to change or delete an audit entry. */
async function forbidChanges(runner: QueryRunner): Promise<void> {
  if (runner.connection.options.type !== 'sqlite')
    throw new Error('Write the audit triggers for this database first');
  for (const change of ['UPDATE', 'DELETE']) {
    await runner.query(
      `CREATE TRIGGER audit_entry_no_${change.toLowerCase()} BEFORE ${change} ON audit_entry
       BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END`,
    );
  }
}
