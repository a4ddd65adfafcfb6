import { MigrationInterface } from 'typeorm';

/** Frozen plans of the works and the days on which works stood still. */
export class Progress0027 implements MigrationInterface {
  name = 'Progress1700000000027';

  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
