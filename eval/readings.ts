import { readFileSync } from 'node:fs';
import { openEngine } from '../src/engine.ts';
import { readLine } from '../src/read/jsonl.ts';
import type { Problem, Reading } from '../src/reading/schema.ts';
import { Pool } from '../src/work/pool.ts';
import type { GoldArticle } from './gold.ts';

const SETTINGS = {
  lexicon: null,
  published: null,
  to: 'jsonl',
  options: { view: 'quotations', why: false, width: 80, colour: false },
} as const;

/** Progress for a person who waits at a terminal. */
const tell = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${text} `);
};

/** The readings of JSON-lines files, a line each, over two threads; in the order of the lines. */
export async function readFiles(paths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const pool = new Pool(new URL('../src/work/worker.js', import.meta.url), 2, SETTINGS);
  let done = 0;
  try {
    const all = paths.map(async (path) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      const outcomes = lines.map(async (line, record) => {
        if (line.trim() === '') return [];
        const { output } = await pool.run({ kind: 'line', bytes: new TextEncoder().encode(line), uri: path, record });
        tell(`${++done} read`);
        const reading = new TextDecoder().decode(output).trim();
        if (reading.startsWith('{"readout":1,"error"')) throw new Error((JSON.parse(reading) as Problem).error.message);
        return [reading];
      });
      return [path, (await Promise.all(outcomes)).flat()] as const;
    });
    return new Map(await Promise.all(all));
  } finally {
    tell(`${done} read\n`);
    await pool.close();
  }
}

/** Readings by the article's id. */
export const byId = (lines: readonly string[]): ReadonlyMap<string, Reading> =>
  new Map(lines.map((line) => JSON.parse(line) as Reading).map((reading) => [reading.document.input.id ?? '', reading]));

/** Articles in this thread, with scores as they are before calibration. */
export async function readArticles(articles: readonly GoldArticle[]): Promise<Reading[]> {
  const engine = await openEngine({ calibrated: false });
  const readings: Reading[] = [];
  for (const { id, text, title, published } of articles) {
    const result = readLine(JSON.stringify({ id, text, title, published }), 0, { uri: null, published: null });
    if (result === null || !('document' in result)) throw result?.error ?? new Error(`${id} is empty.`);
    readings.push((await engine.read(result.document, { why: false })).reading);
    tell(`${readings.length} of ${articles.length} read`);
  }
  tell(`${readings.length} read\n`);
  return readings;
}
