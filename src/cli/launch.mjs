// The first thing `npm start` and `npm test` run: plain JavaScript, because on a fresh clone nothing is built yet.
// Installs when the lock file is newer than node_modules, builds when the sources are newer than dist, then runs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);
const [command, ...rest] = process.argv.slice(2);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major >= 26) {
  console.error(`Node 20.19 to 25 is needed; this is ${process.versions.node}`);
  process.exit(1);
}

const newest = (path, accept = () => true) => {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return accept(path) ? entry.mtimeMs : 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name), accept)));
};

const run = (program, args) => {
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
};

function install() {
  const mark = 'node_modules/.package-lock.json';
  if (newest(mark) >= newest('package-lock.json')) return;
  console.log('Installing packages (a minute or two the first time)');
  run('npm', ['ci', '--no-audit', '--no-fund']);
  // A package manager may keep older times; the mark then says "installed after this lock file".
  utimesSync(mark, new Date(), new Date());
}

function build() {
  const isSource = (path) => !/\.spec\.ts$|[/\\]given-[^/\\]*\.ts$/.test(path);
  const sources = Math.max(
    newest('src', isSource),
    newest('tsconfig.json'),
    newest('nest-cli.json'),
    newest('package-lock.json'),
  );
  if (newest('dist/main.js') >= sources) return;
  console.log('Building');
  run(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
  utimesSync('dist/main.js', new Date(), new Date());
}

/** Starts a program that lives on in place of this one: same signals, same exit code. */
function become(args, env = {}) {
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    // sqlite3, argon2, sharp and zlib share one pool of threads; two arenas halve the memory peak of photos.
    env: { UV_THREADPOOL_SIZE: '16', MALLOC_ARENA_MAX: '2', ...process.env, TZ: 'Asia/Shanghai', ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

const envFile = existsSync('.env') ? ['--env-file=.env'] : [];
install();
if (command === 'test') become(['node_modules/jest/bin/jest.js', ...rest], { NODE_ENV: 'test' });
else if (command === 'dev')
  become([...envFile, 'node_modules/@nestjs/cli/bin/nest.js', 'start', '--watch'], { VIEWS: 'reload' });
else {
  build();
  if (command === 'serve') become([...envFile, 'dist/main.js']);
  else if (command === 'run') become([...envFile, `dist/cli/${rest[0]}.js`, ...rest.slice(1)]);
  else if (command === 'bench')
    become(['-r', './test/support/typescript.cjs', `test/bench/${rest[0] ?? 'public-page'}.ts`]);
  else {
    console.error(`launch: unknown command ${command}`);
    process.exit(1);
  }
}
