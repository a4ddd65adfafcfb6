import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, id, instant, optional, refers, version, whole, words } from './columns';

/** Invitations of foremen, and the phones that came by them. */
export class Invitations0025 implements MigrationInterface {
  name = 'Invitations1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [invitation, phone]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [phone, invitation]) await runner.dropTable(table);
  }
}

const invitation = new Table({
  name: 'site_invitation',
  columns: [
    id,
    whole('compoundId'),
    whole('contractId'),
    whole('userId'),
    words('label', 20),
    words('secretHash', 64, { isUnique: true }),
    words('pinHash', 200),
    day('givenOn'),
    day('endsOn'),
    whole('givenBy'),
    instant('givenAt'),
    day('revokedOn', optional),
    whole('revokedBy', optional),
    whole('wrongPins', { default: 0 }),
    instant('triedAt', optional),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('contractId', 'work_contract'),
    refers('userId', 'user_account'),
    refers('givenBy', 'user_account'),
    refers('revokedBy', 'user_account'),
  ],
  uniques: [{ name: 'site_invitation_user', columnNames: ['userId'] }],
  checks: [
    { name: 'site_invitation_term', expression: '"endsOn" >= "givenOn"' },
    { name: 'site_invitation_revoked', expression: '("revokedOn" IS NULL) = ("revokedBy" IS NULL)' },
    { name: 'site_invitation_pins', expression: '"wrongPins" >= 0' },
  ],
  indices: [{ name: 'site_invitation_by_contract', columnNames: ['contractId', 'id'] }],
});

const phone = new Table({
  name: 'site_phone',
  columns: [
    id,
    words('tokenHash', 64, { isUnique: true }),
    whole('invitationId'),
    words('csrf', 43),
    words('device', 60),
    day('trustedUntil'),
    instant('enteredAt'),
  ],
  foreignKeys: [refers('invitationId', 'site_invitation')],
  indices: [{ name: 'site_phone_by_invitation', columnNames: ['invitationId', 'id'] }],
});
