import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDemoCast } from '../../src/cli/seed/load-demo';
import { roleNames } from '../../src/domain/people/roles';
import { stageNames } from '../../src/domain/renovation/stages';
import { root, sourcesBelow } from './sources';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the README', () => {
  it('names only commands that exist, and all that matter', () => {
    const named = [...readme.matchAll(/`?npm (?:run )?([a-z:]+)/g)].map((match) => match[1]);
    const shorthand = [...readme.matchAll(/· `([a-z]+:[a-z]+)`/g)].map((match) => match[1]);
    expect([...named, ...shorthand].filter((name) => !(name in scripts))).toEqual([]);
    const everyday = [
      'start',
      'test',
      'check',
      'dev',
      'db:migrate',
      'db:seed',
      'db:reset',
      'import',
      'audit:verify',
      'bench',
    ];
    expect(everyday.filter((name) => ![...named, ...shorthand].includes(name))).toEqual([]);
  });

  it('maps every room', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(rooms.filter((room) => !readme.includes(`| \`${room}/\` |`))).toEqual([]);
    const mapped = [...readme.matchAll(/^\| `([a-z-]+)\/` \|/gm)].map((match) => match[1]);
    expect(mapped.filter((room) => !rooms.includes(room))).toEqual([]);
  });

  it('lists the demo accounts as they are', () => {
    const { password, people } = readDemoCast();
    expect(readme).toContain(password);
    const shown = people
      .filter((one) => one.shown)
      .map(({ login, role }) => `| \`${login}\` | ${roleNames[role]} |`);
    expect(shown.filter((line) => !readme.includes(line))).toEqual([]);
  });

  it('has the glossary word of every stage and role', () => {
    expect(
      [...Object.values(stageNames), ...Object.values(roleNames)].filter((word) => !readme.includes(word)),
    ).toEqual([]);
  });

  it('points at files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  it('and the settings file agree with the program on the variables', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const documented = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1]);
    const [config] = sourcesBelow('src/platform/config', 'config.ts').filter(({ path }) =>
      path.endsWith('/config.ts'),
    );
    const read = [...config.text.matchAll(/env\.([A-Z_]+)|env, '([A-Z_]+)'/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect([...new Set(read)].sort()).toEqual([...documented].sort());
  });
});
