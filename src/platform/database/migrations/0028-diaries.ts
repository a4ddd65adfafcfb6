import { MigrationInterface } from 'typeorm';

/** Weekly bulletins. */
export class Diaries0028 implements MigrationInterface {
  name = 'Diaries1700000000028';

  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
