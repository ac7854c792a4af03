import { join } from 'node:path';
import { Coverage } from './coverage.ts';
import { mutated } from './mutate.ts';
import { randomOf } from './random.ts';
import { keep, kept } from './store.ts';
import { type Target, targets } from './targets.ts';

/** Milliseconds of processor time that an input of a few kilobytes may take: the clock on the wall also counts what other programs take. */
const LONGEST = 4000;
/** Inputs that are kept of each target, and the bytes that one of them may have: the repository is not to grow with every run. */
const MOST = 80;
const LARGEST_KEPT = 3000;

export interface Fuzzed {
  readonly target: string;
  readonly inputs: number;
  readonly blocks: number;
  readonly corpus: number;
  readonly finds: readonly string[];
}

async function tried(target: Target, bytes: Uint8Array): Promise<string | null> {
  const before = process.cpuUsage();
  try {
    await target.read(bytes);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  return took > LONGEST ? `${Math.round(took)} ms for ${bytes.length} bytes` : null;
}

/** Cut down while the same fault (by its first line) is there. */
async function smallest(target: Target, bytes: Uint8Array, fault: string): Promise<Uint8Array> {
  const kind = (told: string | null): string => (told ?? '').split('\n')[0]?.replace(/\d+|".*"/gu, '#') ?? '';
  let best = bytes;
  for (let step = Math.ceil(best.length / 2); step >= 1; step = step === 1 ? 0 : Math.ceil(step / 2))
    for (let at = 0; at < best.length; ) {
      const less = Uint8Array.from([...best.subarray(0, at), ...best.subarray(at + step)]);
      if (kind(await tried(target, less)) === kind(fault)) best = less;
      else at += step;
    }
  return best;
}

/**
 * Coverage-guided: an input that runs a block of Readout that none ran before joins the corpus, and is mutated in its turn.
 * @param folder test/fuzz @param minutes over all targets @param only names of targets; all where empty
 */
export async function fuzz(folder: string, minutes: number, seed: number, only: readonly string[]): Promise<Fuzzed[]> {
  const coverage = new Coverage('/build/fuzz/src/');
  const chosen = targets.filter(({ name }) => only.length === 0 || only.includes(name));
  const corpusFolder = join(folder, 'corpus');
  const findsFolder = join(folder, 'finds');
  const told: Fuzzed[] = [];
  for (const target of chosen) {
    const random = randomOf(seed);
    const corpus: Uint8Array[] = [];
    const finds = new Map<string, string>();
    let inputs = 0;
    const before = coverage.blocks;
    const take = async (bytes: Uint8Array, isNew: boolean): Promise<void> => {
      const fault = await tried(target, bytes);
      inputs++;
      if (fault !== null) {
        const kind = fault
          .split('\n')
          .slice(0, 2)
          .join(' ')
          .replace(/\d+|".*"/gu, '#');
        if (!finds.has(kind)) {
          const small = await smallest(target, bytes, fault);
          finds.set(kind, keep(findsFolder, target.name, small));
          console.log(`! ${finds.get(kind)}: ${fault.split('\n').slice(0, 4).join('\n  ')}`);
        }
      }
      if (coverage.fresh() === 0 && isNew) return;
      corpus.push(bytes);
      if (isNew && corpus.length <= MOST && bytes.length <= LARGEST_KEPT) keep(corpusFolder, target.name, bytes);
    };
    for (const bytes of [
      ...target.seeds,
      ...kept(corpusFolder, target.name).map((one) => one.bytes),
      ...kept(findsFolder, target.name).map((one) => one.bytes),
    ])
      await take(bytes, false);
    const end = performance.now() + (minutes * 60_000) / chosen.length;
    while (performance.now() < end) await take(mutated(random.one(corpus), random, target.words, random.one(corpus)), true);
    told.push({ target: target.name, inputs, blocks: coverage.blocks - before, corpus: corpus.length, finds: [...finds.values()] });
    console.log(
      `${target.name}: ${inputs} inputs, ${coverage.blocks - before} new blocks, corpus of ${corpus.length}, ${finds.size} finds`,
    );
  }
  return told;
}
