import { MigrationInterface } from 'typeorm';

/** Concealed works, rounds, findings, orders to stop. */
export class Inspections0021 implements MigrationInterface {
  name = 'Inspections1700000000021';

  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
