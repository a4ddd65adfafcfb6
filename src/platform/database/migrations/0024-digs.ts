import { MigrationInterface } from 'typeorm';

/** What is asked of the utilities before the ground is opened. */
export class Digs0024 implements MigrationInterface {
  name = 'Digs1700000000024';

  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
