import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../src/engine.ts';
import { readLine } from '../src/read/jsonl.ts';

/** A set of `../shared`: its texts, one JSON line each, and the gold that `score.py` compares with. */
export interface GoldSet {
  readonly task: 'attribution' | 'gold' | 'times' | 'places' | 'names';
  readonly texts: string;
  readonly gold: string;
}

/** What `score.py` prints: figures by name, some with precision, recall and F1. */
export type Scores = Record<string, number | null | { p: number; r: number; f1: number; gold: number; found: number }>;

const work = mkdtempSync(join(tmpdir(), 'readout-evaluate-'));
const kept = new Map<string, string>();

/** Reads a set with the engine that ships and scores it with the project's measure, `../shared/score/score.py` (needs python3). */
export async function score(shared: string, set: GoldSet): Promise<Scores> {
  const readings = kept.get(set.texts) ?? (await read(join(shared, set.texts)));
  kept.set(set.texts, readings);
  return JSON.parse(
    execFileSync('python3', [join(shared, 'score', 'score.py'), set.task, join(shared, set.gold), readings], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  );
}

async function read(path: string): Promise<string> {
  const engine = await openEngine({});
  const out = join(work, `${kept.size}.jsonl`);
  const lines: string[] = [];
  let number = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const result = readLine(line, number++, { uri: null, published: null });
    if (result === null) continue;
    if (!('document' in result)) throw result.error;
    lines.push(JSON.stringify((await engine.read(result.document, { why: false })).reading));
    process.stderr.write(`\r${path.split('/').at(-1)}: ${lines.length} read `);
  }
  process.stderr.write('\n');
  writeFileSync(out, `${lines.join('\n')}\n`);
  return out;
}
