import { MigrationInterface } from 'typeorm';

/** Fixed photo points and hints about photos. */
export class SitePhotos0022 implements MigrationInterface {
  name = 'SitePhotos1700000000022';

  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
