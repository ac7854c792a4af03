import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../../src/archive/ledger.ts';
import { openArchive } from '../../../src/archive/open.ts';
import type { Archive } from '../../../src/archive/port.ts';
import { articles } from './articles.ts';
import { Fleet } from './fleet.ts';
import { natsServer } from './nats.ts';
import { postgresServer } from './postgres.ts';
import { sleep } from './server.ts';

/** What is killed in a run, and how often. */
export interface Faults {
  readonly articles: number;
  readonly worker: number;
  readonly nats: number;
  /** Without, the archive is a file. */
  readonly postgres: number;
  readonly workers: number;
  /** That a reading takes. */
  readonly milliseconds: number;
  readonly store: 'postgres' | 'sqlite';
}

/** Where programs are. */
export interface Places {
  readonly root: string;
  readonly folder: string;
  readonly nats: string;
  readonly postgres: string;
}

export type Victim = 'worker' | 'nats' | 'postgres';

/** What came of it. */
export interface Came {
  /** Of the run with faults, and of an ingest in one process without. */
  readonly dump: string;
  readonly wanted: string;
  readonly ledger: Ledger;
  readonly wantedLedger: Ledger;
  readonly findings: number;
  readonly setAside: number;
  /** Seconds from each kill to the next document that was done. */
  readonly recovered: Readonly<Record<Victim, readonly number[]>>;
  readonly seconds: number;
  readonly log: string;
}

async function textOf(archive: Archive): Promise<string> {
  let text = '';
  for await (const line of archive.dump()) text += line;
  return text;
}

/** Runs a program of Node to its end. @returns what it printed */
export function ran(args: readonly string[], accept: readonly number[] = [0, 1]): Promise<string> {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, faults] = ['', ''];
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (faults += chunk));
  return new Promise((resolve, reject) =>
    child.on('close', (code) =>
      accept.includes(code ?? -1) ? resolve(output) : reject(new Error(`${args.join(' ')}: ${code}\n${faults}\n${output}`)),
    ),
  );
}

/** An ingest in one process, with the engine of the tests. */
export async function embedded(root: string, archive: string, sources: readonly string[]): Promise<{ dump: string; ledger: Ledger }> {
  const output = await ran([join(root, 'test/archive/child.mjs'), archive, ...sources]);
  const opened = await openArchive(archive, { create: false });
  try {
    return { dump: await textOf(opened), ledger: JSON.parse(output.trim().split('\n').at(-1) ?? '') as Ledger };
  } finally {
    await opened.close();
  }
}

/** How many offers are done; asked again while the archive is away. */
async function done(archive: Archive): Promise<number> {
  for (;;) {
    try {
      return (await archive.queue.state(0)).done;
    } catch {
      await sleep(10);
    }
  }
}

/** Kills at random while a fleet reads, and compares what is left with an ingest in peace. */
export async function underFaults(
  faults: Faults,
  places: Places,
  tell: (text: string) => void,
  hear = (_: string): void => undefined,
): Promise<Came> {
  const { root, folder } = places;
  const sources = join(folder, 'articles.jsonl');
  for (const name of ['nats', 'postgres']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(sources, `${articles(faults.articles).join('\n')}\n`);
  const peace = await embedded(root, join(folder, 'peace.db'), [sources]);
  const nats = await natsServer(places.nats, join(folder, 'nats'));
  const postgres = faults.store === 'postgres' ? await postgresServer(places.postgres, join(folder, 'postgres')) : null;
  const archive = postgres?.address ?? join(folder, 'faults.db');
  const flags = { archive, nats: nats.address, workers: 1, answerWithin: 2 };
  const fleet = new Fleet(flags, faults.milliseconds, {}, join(root, 'test/work/child.mjs'));
  fleet.hear = hear;
  const opened = await openArchive(archive, { create: true });
  const start = Date.now();
  try {
    fleet.start(faults.workers);
    const nats_ = ['--to', 'nats', '--nats', nats.address, '--answer-within', '2', '--wait', '--json'];
    const fed = ran([join(root, 'dist/cli/main.js'), 'ingest', sources, ...nats_, '--archive', archive]);
    let failed: unknown = null;
    fed.catch((error) => (failed = error));
    const check = async (milliseconds: number) => {
      if (failed !== null) throw failed;
      if (fleet.fallen) throw new Error(`A worker has ended by itself:\n${fleet.log}`);
      await sleep(milliseconds);
    };
    const victims: Victim[] = (['worker', 'nats', 'postgres'] as const).flatMap((name) => Array.from({ length: faults[name] }, () => name));
    for (let i = victims.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [victims[i], victims[j]] = [victims[j] as Victim, victims[i] as Victim];
    }
    const recovered: Record<Victim, number[]> = { worker: [], nats: [], postgres: [] };
    // The kills are spread over the documents: one each time that so many have been done since the last.
    for (const [i, victim] of victims.entries()) {
      const enough = Math.round((faults.articles * 0.95 * (i + 1)) / (victims.length + 1));
      while ((await done(opened)) < enough) await check(10);
      await sleep(Math.random() * 200);
      const before = await done(opened);
      const killed = Date.now();
      if (victim === 'worker') await fleet.killOne();
      else {
        const server = victim === 'nats' ? nats : postgres;
        await server?.kill();
        await sleep(Math.random() * 1000);
        await server?.start();
      }
      const up = Date.now();
      while ((await done(opened)) <= before) await check(5);
      const seconds = (Date.now() - killed) / 1000;
      recovered[victim].push(seconds);
      tell(
        `${victim} killed with ${before} done: down ${((up - killed) / 1000).toFixed(2)} s, the next was done after ${seconds.toFixed(2)} s`,
      );
    }
    const ledger = JSON.parse(await fed) as Ledger;
    const seconds = (Date.now() - start) / 1000;
    await fleet.stop();
    const { findings } = await opened.doctor({ repair: false });
    const { poison } = await opened.queue.state(0);
    const dump = await textOf(opened);
    return {
      ...{ dump, wanted: peace.dump, ledger, wantedLedger: peace.ledger, findings: findings.length, setAside: poison },
      ...{ recovered, seconds, log: fleet.log },
    };
  } finally {
    await opened.close().catch(() => undefined);
    await fleet.kill();
    await nats.kill();
    await postgres?.kill();
  }
}
