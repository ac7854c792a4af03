import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** A server that can be killed and started again at the same place. */
export interface Server {
  /** How it is reached. */
  readonly address: string;
  start(): Promise<void>;
  /** With -9, and all its children; waits until they are gone. */
  kill(): Promise<void>;
}

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until something holds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 120_000): Promise<void> {
  for (const end = Date.now() + patience; ; ) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(`${what}: not within ${patience / 1000} s.`);
    await sleep(20);
  }
}

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function killAll(parent: number): void {
  for (const pid of [parent, ...childrenOf(parent)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
}

const gone = (process_: ChildProcess): Promise<void> =>
  process_.exitCode !== null || process_.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => process_.once('exit', () => resolve()));

/** @param ready whether it answers */
export function serverOf(
  address: string,
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly uid?: number; readonly gid?: number },
  ready: () => Promise<boolean>,
): Server {
  let running: ChildProcess | null = null;
  let log = '';
  // A test that runs out of time leaves nothing behind.
  process.once('exit', () => running?.pid !== undefined && killAll(running.pid));
  const launch = () => {
    const child = spawn(program, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (log = `${log}${chunk}`.slice(-4000)));
    return child;
  };
  return {
    address,
    async start() {
      running = launch();
      await until(`${program} starts`, async () => {
        if (await ready()) return true;
        // PostgreSQL refuses while anything of the one before is left.
        if (running !== null && running.exitCode !== null) running = launch();
        return false;
      }).catch((error) => Promise.reject(new Error(`${error.message}\n${log}`)));
    },
    async kill() {
      if (running?.pid === undefined) return;
      killAll(running.pid);
      await gone(running);
      running = null;
    },
  };
}
