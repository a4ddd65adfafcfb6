import { MigrationInterface } from 'typeorm';

/** What residents will feel of the works, announced before. */
export class Disruptions0023 implements MigrationInterface {
  name = 'Disruptions1700000000023';

  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
