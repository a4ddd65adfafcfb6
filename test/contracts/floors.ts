import { posix } from 'node:path';
import { Source } from './sources';

/** The floors of the house from the ground up; rooms on one floor never import each other. */
const floors: string[][] = [
  ['domain'],
  ['platform'],
  ['audit'],
  ['access'],
  ['files'],
  ['compounds'],
  ['surveys', 'notices', 'wishes'],
  ['households', 'meetings'],
  ['votes'],
  ['plans'],
  ['zones'],
  ['structures'],
  ['persuasion', 'enforcement'],
  ['removals'],
  ['operations', 'patrols', 'works', 'feedback'],
  ['invitations', 'inspections', 'site-photos', 'disruptions', 'digs'],
  ['posts'],
  ['progress', 'budget', 'completion'],
  ['diaries'],
  ['stages'],
  ['portfolio', 'public-site', 'exchange'],
  ['cli'],
];

const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
const roomOf = (path: string) => path.split('/')[1];
/** The boot files beside the rooms may import everything. */
const isBoot = (path: string) => path.split('/').length === 2;

/** Every module a source names: imports, re-exports, requires and dynamic imports. */
export function importsOf({ text }: Source): string[] {
  const patterns = [/\bfrom\s+'([^']+)'/g, /\bimport\s+'([^']+)'/g, /\b(?:require|import)\(\s*'([^']+)'/g];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]));
}

/** Every import that goes up, sideways, or out of the law, as 'file → what it may not import'. */
export function crossings(sources: Source[]): string[] {
  return sources
    .filter(({ path }) => !isBoot(path))
    .flatMap((source) =>
      importsOf(source)
        .filter((name) => isCrossing(source, name))
        .map((name) => `${source.path} → ${name}`),
    );
}

function isCrossing({ path }: Source, name: string): boolean {
  const room = roomOf(path);
  if (floorOf(room) < 0) return true;
  if (!name.startsWith('.'))
    return room === 'domain' && !(path.endsWith('.spec.ts') && name === 'fast-check');
  const target = posix.join(posix.dirname(path), name);
  if (target.startsWith('test/')) return !path.endsWith('.spec.ts');
  if (!target.startsWith('src/')) return true;
  // Commands open the whole application as the boot does.
  if (isBoot(target)) return room !== 'cli';
  const other = roomOf(target);
  return other !== room && floorOf(other) >= floorOf(room);
}

/** Files outside platform/database that name the writing connection: writes go through the unit of work only. */
export const sideDoors = (sources: Source[]): string[] =>
  sources
    .filter(({ path }) => !path.startsWith('src/platform/database/'))
    .filter(({ text }) => /\(\s*['"]writer['"]|,\s*['"]writer['"]\s*\)|\.transaction\(/.test(text))
    .map(({ path }) => path);

const onlySqlite =
  /\bPRAGMA\b|sqlite_master|\bstrftime\(|\bjulianday\(|INSERT OR |\bIFNULL\(|\bGROUP_CONCAT\(|\browid\b|\bGLOB\b/i;

/** Files outside platform/database with words that only SQLite understands. */
export const sqliteWords = (sources: Source[]): string[] =>
  sources
    .filter(({ path }) => !path.startsWith('src/platform/database/') && !path.endsWith('.spec.ts'))
    .filter(({ text }) => onlySqlite.test(text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')))
    .map(({ path }) => path);

/** Files that read the machine's clock themselves instead of asking Clock. */
export const ownClocks = (sources: Source[]): string[] =>
  sources
    .filter(
      ({ path }) =>
        !path.startsWith('src/platform/') && !path.startsWith('src/cli/') && !path.endsWith('.spec.ts'),
    )
    .filter(({ text }) => /new Date\(\s*\)|Date\.now\(/.test(text))
    .map(({ path }) => path);
