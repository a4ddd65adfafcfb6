import { MigrationInterface } from 'typeorm';

/** Invitations of foremen, and the phones that came by them. */
export class Invitations0025 implements MigrationInterface {
  name = 'Invitations1700000000025';

  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
