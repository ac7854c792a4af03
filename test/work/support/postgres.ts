import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Server, serverOf } from './server.ts';

/** PostgreSQL refuses to run as root. */
function user(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim() || Number.NaN));
    if (uid !== undefined && gid !== undefined && Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** A PostgreSQL of its own, to be killed: that of the test run is everybody's. @param programs the folder of initdb and postgres */
export async function postgresServer(programs: string, folder: string): Promise<Server> {
  const data = join(folder, 'data');
  const as = user();
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (as.uid !== undefined && as.gid !== undefined) {
    chmodSync(folder, 0o711);
    for (const path of [folder, data]) chownSync(path, as.uid, as.gid);
  }
  const flags = ['-D', data, '-A', 'trust', '-U', 'readout', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'];
  const made = spawnSync(join(programs, 'initdb'), flags, { ...as, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  // What is written stays with the machine when the processes are killed: no fsync is needed for that.
  const settings = { listen_addresses: '', unix_socket_directories: folder, fsync: 'off', max_connections: '60', shared_buffers: '64MB' };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const isReady = async () => spawnSync(join(programs, 'pg_isready'), ['-h', folder, '-t', '1'], { stdio: 'ignore' }).status === 0;
  const address = `postgres://readout@/postgres?host=${encodeURIComponent(folder)}`;
  const server = serverOf(address, join(programs, 'postgres'), args, { cwd: folder, ...as }, isReady);
  await server.start();
  return server;
}
