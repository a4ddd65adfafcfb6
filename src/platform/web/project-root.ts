import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json, views and data, from source and from dist alike. */
export const projectRoot = (function up(folder: string): string {
  return existsSync(join(folder, 'nest-cli.json')) ? folder : up(dirname(folder));
})(__dirname);
