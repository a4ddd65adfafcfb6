import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const src = join(__dirname, '..');

/** The files of the program, not its specs, whose text matches. */
const filesWith = (pattern: RegExp): string[] =>
  readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.ts') && !one.name.endsWith('.spec.ts'))
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => pattern.test(readFileSync(path, 'utf8')))
    .map((path) => relative(src, path))
    .sort();

describe('the one entrance of photos and documents', () => {
  it('pictures are made in one place; the demo only draws what it then sends through it', () => {
    expect(filesWith(/from 'sharp'|require\('sharp'\)/)).toEqual([
      'cli/seed/drawings.ts',
      'files/photo-copies.ts',
    ]);
  });

  it('uploads are opened in one place; an imported list is read and not kept', () => {
    expect(filesWith(/\btemporaryPath\b/)).toEqual([
      'exchange/import-intake.service.ts',
      'files/uploads.service.ts',
      'platform/web/multipart.ts',
    ]);
  });

  it('rows of files are written in one place', () => {
    expect(filesWith(/\b(insert|save|create)\(StoredFile\b/)).toEqual(['files/files.service.ts']);
  });
});
