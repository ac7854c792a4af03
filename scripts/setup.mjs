// What every script does first: packages as the lockfile says, and a build. Needs Node 20 and npm, nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command with its output shown; ends this process when it fails. */
export function run(title, command, args) {
  console.error(`› ${title}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (error || status !== 0) {
    console.error(`✗ ${title} failed${error ? `: ${error.message}` : ''}`);
    process.exit(status || 1);
  }
}

const lockOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether node_modules holds what the lockfile asks for. By content: time stamps lie after a checkout. */
function installed() {
  const there = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(there)) return false;
  try {
    const have = lockOf(there);
    return Object.entries(lockOf(join(root, 'package-lock.json'))).every(
      ([path, { version, optional }]) => path === '' || (optional && !have[path]) || have[path]?.version === version,
    );
  } catch {
    return false;
  }
}

const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

const debian = () => process.getuid?.() === 0 && has('apt-get');

/**
 * Installs programs that are no npm packages, on Debian as root; gives what is still missing.
 * @param programs name of the program → Debian's package
 */
export function provide(programs) {
  const missing = () => Object.keys(programs).filter((program) => !has(program));
  const packages = [...new Set(missing().map((program) => programs[program]))];
  if (packages.length > 0 && debian()) {
    run('apt-get update', 'apt-get', ['update', '-qq']);
    run(`apt-get install ${packages.join(' ')}`, 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  return missing();
}

/** Where Debian, Red Hat and Homebrew put PostgreSQL's own programs, which are seldom on the path: the newest of each. */
const postgresPlaces = [
  ['/usr/lib/postgresql', 'bin'],
  ['/usr', 'bin', /^pgsql-\d+$/],
  ['/opt/homebrew/opt', 'bin', /^postgresql/],
  ['/usr/local/opt', 'bin', /^postgresql/],
];

/** The folder that has initdb and postgres: READOUT_POSTGRES, the path's, or a usual one; null where there is none. */
export function postgresFolder() {
  const own = process.env.READOUT_POSTGRES;
  const usual = postgresPlaces.flatMap(([base, inner, like = /^\d+$/]) => {
    const versions = existsSync(base) ? readdirSync(base).filter((name) => like.test(name)) : [];
    const number = (name) => Number(/\d+$/.exec(name)?.[0] ?? 0);
    return versions.sort((a, b) => number(b) - number(a)).map((version) => join(base, version, inner));
  });
  const paths = own ? [own] : [...usual, ...(process.env.PATH ?? '').split(':')];
  return paths.find((path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres'))) ?? null;
}

export const postgresMissing =
  'These tests need PostgreSQL 12 or later, which they start for themselves. Install it (Debian: sudo apt-get install postgresql; macOS: brew install postgresql), or name the folder of initdb and postgres in READOUT_POSTGRES.';

/** Installs PostgreSQL on Debian as root; elsewhere the tests that need it fail and say so. */
export function providePostgres() {
  if (postgresFolder() !== null || !debian()) return;
  run('apt-get update', 'apt-get', ['update', '-qq']);
  run('apt-get install postgresql', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql']);
}

/** Where `go install` puts what only the tests need. */
const tools = join(root, 'node_modules/.cache/readout-tools');

/** nats-server: READOUT_NATS_SERVER, the path's, or one that was built for the tests; null where there is none. */
export function natsServer() {
  const own = process.env.READOUT_NATS_SERVER;
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', tools];
  const paths = own ? [own] : folders.map((folder) => join(folder, 'nats-server'));
  return paths.find((path) => existsSync(path)) ?? null;
}

export const natsMissing =
  'These tests need nats-server 2.9 or later, which they start for themselves. Install it (Debian: sudo apt-get install nats-server; with Go: go install github.com/nats-io/nats-server/v2@latest), or name it in READOUT_NATS_SERVER.';

/** Installs nats-server on Debian as root, or builds it where there is Go; elsewhere the tests that need it fail and say so. */
export function provideNats() {
  if (natsServer() === null) provide({ 'nats-server': 'nats-server' });
  if (natsServer() !== null || spawnSync('go', ['version'], { stdio: 'ignore' }).error !== undefined) return;
  console.error('› go install nats-server');
  spawnSync('go', ['install', 'github.com/nats-io/nats-server/v2@latest'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, GOBIN: tools },
  });
}

export function install() {
  if (installed()) return;
  // better-sqlite3 is compiled where its ready-made file cannot be had.
  const missing = provide({ 'g++': 'g++', make: 'make', python3: 'python3' });
  if (missing.length > 0)
    console.error(
      `! ${missing.join(', ')} not found: where better-sqlite3 must be compiled that fails. On Debian: sudo apt-get install g++ make python3`,
    );
  run('npm ci', 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
}

export const bin = (name) => join(root, 'node_modules', name);

/** Builds dist/ anew: what an earlier build left of files that are gone must be neither tested nor packed. */
export function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run('build', process.execPath, [bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
}

/** Builds the page into web-dist/, from where `readout serve` sends it. */
export function buildPage() {
  run('build the page', process.execPath, [
    bin('vite/bin/vite.js'),
    'build',
    '--config',
    'web/vite.config.ts',
    '--logLevel',
    'warn',
    'web',
  ]);
}

/** Builds the page where there is none yet: what only prints must not wait for it every time. */
export function ensurePage() {
  if (!existsSync(join(root, 'web-dist/index.html'))) buildPage();
}
