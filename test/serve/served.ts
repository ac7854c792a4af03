import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/open.ts';
import type { Archive } from '../../src/archive/port.ts';
import { ReadoutError } from '../../src/error.ts';
import type { Reading } from '../../src/index.ts';
import type { Door } from '../../src/serve/app.ts';
import { appOf } from '../../src/serve/app.ts';
import { Jobs } from '../../src/serve/jobs.ts';
import { litPage } from '../../src/serve/original/lit-page.ts';
import type { Services } from '../../src/serve/services.ts';
import { unreadable } from '../../src/work/perform.ts';
import { problemOf } from '../../src/work/problem.ts';
import { inputOf, type Outcome, type Work } from '../../src/work/task.ts';
import { type Described, fakeReading } from '../archive/fake-reading.ts';

const nobody: Door = { host: '127.0.0.1', names: [], token: null, pages: null };

/** Reads by the rule of fake-reading.ts, in this thread. */
export async function fakeRead(task: Work): Promise<Outcome> {
  const told = (line: unknown, problems: Outcome['problems'] = []): Outcome => ({
    output: new TextEncoder().encode(`${JSON.stringify(line)}\n`),
    documents: 1 - problems.length,
    problems,
  });
  const why = [{ record: 'q1', field: 'cue', value: 'said', by: 'rule:test', score: 1, rejected: [] }];
  const decided = (reading: Reading) => told(task.kind !== 'problem' && task.why ? { ...reading, why } : reading);
  if (task.kind === 'document') return decided(fakeReading(task.document));
  const line = task.kind === 'line' ? (JSON.parse(new TextDecoder().decode(task.bytes)) as Partial<Described> & { html?: string }) : {};
  const text = line.text ?? line.html?.replace(/<[^>]*>/g, '') ?? '';
  if (text.trim() !== '') return decided(fakeReading({ ...line, text, input: inputOf(task) }));
  const problem = problemOf(new ReadoutError('READOUT_INPUT_EMPTY', 'Empty.', 'Give some.'), inputOf(task));
  return told(problem, [problem]);
}

/** Only whole names are taken for somebody over all documents. */
const inFull = (reading: Reading): Reading => ({
  ...reading,
  actors: reading.actors.map((actor) => ({ ...actor, name: `Ivan ${actor.name}` })),
});

export interface Asked {
  readonly archive: Archive;
  readonly services: Services;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Keeps documents as an ingest would. */
  keep(...documents: readonly Described[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The whole server without a server, over an archive of its own. */
export async function served(door: Partial<Door> = {}, own: Partial<Services> = {}): Promise<Asked> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-serve-'));
  const archive = await openArchive(join(folder, 'archive.db'), { create: true });
  const services: Services = {
    ...{
      archive,
      read: fakeRead,
      readToKeep: async (task) => (task.kind === 'problem' ? unreadable(task.problem, 'jsonl') : fakeRead(task)),
      jobs: new Jobs(),
    },
    fetch: async (address) => {
      throw new ReadoutError('READOUT_FETCH_REFUSED', `${address} is not asked for in a test.`, 'Nothing.');
    },
    light: async (page) => litPage(page),
    ...own,
  };
  const app = appOf(services, { ...nobody, ...door });
  return {
    archive,
    services,
    get: async (path, headers = {}) => app.request(path, { headers }),
    send: async (method, path, body, headers = {}) =>
      app.request(path, {
        method,
        headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    async keep(...documents) {
      const ids: string[] = [];
      for (const { original, ...described } of documents as readonly (Described & { original?: string })[]) {
        const offer = { uri: described.input?.uri ?? null, original: new TextEncoder().encode(original ?? described.text) };
        for (const { id } of await archive.put(offer, [inFull(fakeReading(described))], true)) ids.push(id);
      }
      return ids;
    },
    async close() {
      await archive.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: what a program reads is unknown, and the tests look into it freely
export const json = async (answer: Response | Promise<Response>): Promise<any> => (await answer).json();
