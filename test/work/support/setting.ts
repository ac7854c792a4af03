import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { natsMissing, natsServer as natsProgram } from '../../../scripts/setup.mjs';
import type { Ledger } from '../../../src/archive/ledger.ts';
import { openArchive } from '../../../src/archive/open.ts';
import type { Archive } from '../../../src/archive/port.ts';
import { readout } from '../../cli/readout.ts';
import { type Flags, Fleet } from './fleet.ts';
import { natsServer } from './nats.ts';
import type { Server } from './server.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A folder and a NATS server for a test file. */
export interface Setting {
  readonly folder: string;
  readonly nats: Server;
  /** Lines as a file. @returns its path */
  write(name: string, lines: readonly string[]): string;
  /** `readout ingest --to nats …`. @returns what it says in JSON */
  feed(archive: string, sources: readonly string[], more?: readonly string[]): Promise<Record<string, unknown> & Ledger>;
  fleet(archive: string, milliseconds: number, more?: Partial<Flags>, env?: Record<string, string>): Fleet;
  within<Result>(archive: string, work: (archive: Archive) => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
}

/** @throws with what to install where there is no nats-server */
export async function setting(): Promise<Setting> {
  const program = natsProgram();
  if (program === null) throw new Error(natsMissing);
  const folder = mkdtempSync(join(tmpdir(), 'readout-work-'));
  mkdirSync(join(folder, 'nats'));
  const nats = await natsServer(program, join(folder, 'nats'));
  const fleets: Fleet[] = [];
  return {
    folder,
    nats,
    write(name, lines) {
      const path = join(folder, name);
      writeFileSync(path, `${lines.join('\n')}\n`);
      return path;
    },
    async feed(archive, sources, more = []) {
      const args = ['ingest', '--to', 'nats', '--nats', nats.address, '--archive', archive, '--json', '--answer-within', '1'];
      const { code, stdout, stderr } = await readout([...args, ...more, ...sources]);
      if (code !== 0 && code !== 1) throw new Error(`${code}: ${stderr}`);
      return JSON.parse(stdout);
    },
    fleet(archive, milliseconds, more = {}, env = {}) {
      const flags = { archive, nats: nats.address, workers: 1, answerWithin: 1, ...more };
      const made = new Fleet(flags, milliseconds, env, join(root, 'test/work/child.mjs'));
      fleets.push(made);
      return made;
    },
    async within(archive, work) {
      const opened = await openArchive(archive, { create: false });
      try {
        return await work(opened);
      } finally {
        await opened.close();
      }
    },
    async end() {
      await Promise.all(fleets.map((fleet) => fleet.kill()));
      await nats.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
