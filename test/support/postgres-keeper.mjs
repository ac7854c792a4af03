// Keeps a PostgreSQL server of its own for a test run: node postgres-keeper.mjs FOLDER OWNER on|off
// Makes a cluster in FOLDER, answers on a socket there and nowhere else, writes FOLDER/ready or FOLDER/failed, and ends with the process
// OWNER, or when it is told to, taking the folder along. A test run that is killed leaves nothing behind.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresFolder, postgresMissing } from '../../scripts/setup.mjs';

const [folder, owner, fsync] = process.argv.slice(2);
const data = join(folder, 'data');

/** Whole or not at all: others wait for it to appear. */
function tell(name, text) {
  writeFileSync(join(folder, `${name}.part`), text);
  renameSync(join(folder, `${name}.part`), join(folder, name));
}

/** PostgreSQL refuses to run as root. */
function user() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim() || Number.NaN));
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid };
  }
  return { uid: 65_534, gid: 65_534 };
}

const settings = {
  listen_addresses: '',
  unix_socket_directories: folder,
  // Off: the machine will not fail during a test, and processes that do leave their pages with it.
  fsync,
  full_page_writes: fsync,
  shared_buffers: '64MB',
  max_connections: '80',
  autovacuum_naptime: '10s',
  log_min_messages: 'fatal',
};

function start() {
  const programs = postgresFolder();
  if (programs === null) throw new Error(postgresMissing);
  const as = user();
  mkdirSync(data, { mode: 0o700 });
  if (as.uid !== undefined) {
    chmodSync(folder, 0o711);
    for (const path of [folder, data]) chownSync(path, as.uid, as.gid);
  }
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'readout', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...as, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(join(programs, 'postgres'), ['-D', data, ...flags], { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

function alive() {
  try {
    process.kill(Number(owner), 0);
    return true;
  } catch {
    return false;
  }
}

let server;
function end() {
  // At once, without waiting for those who are connected.
  server?.kill('SIGQUIT');
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) {
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  }
}

process.on('SIGTERM', end);
process.on('SIGINT', () => undefined);
setInterval(() => alive() || end(), 500);
tell('keeper', String(process.pid));
try {
  server = start();
  let log = '';
  server.stderr.on('data', (chunk) => {
    log = `${log}${chunk}`.slice(-4000);
  });
  server.on('exit', () => {
    tell('failed', `PostgreSQL ended: ${log}`);
    end();
  });
  const psql = () => spawnSync(join(postgresFolder(), 'pg_isready'), ['-h', folder], { encoding: 'utf8' }).status === 0;
  const waiting = setInterval(() => {
    if (!psql()) return;
    clearInterval(waiting);
    tell('ready', '');
  }, 50);
} catch (error) {
  tell('failed', error.message);
}
