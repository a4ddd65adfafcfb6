import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of another author, served beside the site's own. */
export interface VendoredFile {
  /** How pages name it: {{asset 'idb-keyval.js'}}. */
  name: string;
  content: Buffer;
}

/** Scripts of pinned packages (package.json), taken as their authors publish them. */
const scripts = [{ name: 'idb-keyval.js', file: 'idb-keyval/dist/umd.js', licence: 'LICENCE' }];

/** Every vendored file with its licence in front, as each author asks of whoever passes it on. */
export const vendored = (): VendoredFile[] =>
  scripts.map(({ name, file, licence }) => {
    const code = require.resolve(file);
    const terms = readFileSync(join(dirname(code), '..', licence), 'utf8').trim();
    return { name, content: Buffer.from(`/*! ${name}\n${terms} */\n${readFileSync(code, 'utf8')}`) };
  });
