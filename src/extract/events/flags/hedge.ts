import { type Lexicon, match } from '../../lexicon/index.ts';
import type { Prose, Run } from '../../names/index.ts';

/** The words that weaken an act, and what found them. */
export interface Hedge {
  readonly words: Run;
  readonly by: 'head:hedge' | 'lexicon:hedges';
}

/** Words before an act over which a hedge reaches, and after it ("was killed, reportedly"). */
const BEFORE = 7;
const AFTER = 3;
/** The network's hedges reach a little further. */
const SEEN = 10;
const ENDS = new Set([';', ':', '“', '”', '"', '.', '?', '!']);

/**
 * The hedge in whose scope an act stands: in its own sentence, on its side of every semicolon and quotation mark, a few words off; of several the nearest.
 * "at least" and "about" hedge a number and not the act. @param seen the hedges of the network, in text order
 */
export function hedgeOver(trigger: Run, prose: Prose, lexicon: Lexicon, seen: readonly Run[]): Hedge | null {
  const { words, lowers } = prose;
  const sentence = words[trigger.from]?.sentence;
  const open = (at: number): boolean => words[at]?.sentence === sentence && !ENDS.has(lowers[at] ?? '');
  let first = trigger.from;
  while (first > 0 && first > trigger.from - SEEN && open(first - 1)) first--;
  let last = trigger.to;
  while (last < trigger.to + SEEN && open(last)) last++;

  let best: { hedge: Hedge; gap: number } | null = null;
  const offer = (run: Run, by: Hedge['by']): void => {
    const gap = Math.max(run.from - trigger.to, trigger.from - run.to, 0);
    if (best === null || gap < best.gap) best = { hedge: { words: run, by }, gap };
  };
  for (const run of startingFrom(seen, first)) {
    if (run.from >= last) break;
    offer(run, 'head:hedge');
  }
  for (let at = Math.max(first, trigger.from - BEFORE); at < Math.min(last, trigger.to + AFTER); at++) {
    const hit = match(lexicon.hedges, lowers, at);
    // What stands behind the act must doubt that it was so: "attacked a possible target" doubts the target.
    if (hit === null || hit.value === 'amount' || (at >= trigger.to && hit.value !== 'speech')) continue;
    offer({ from: at, to: at + hit.words.length }, 'lexicon:hedges');
  }
  return (best as { hedge: Hedge } | null)?.hedge ?? null;
}

/** Those of the sorted runs that begin at a word or behind it, found by halving. */
function startingFrom(runs: readonly Run[], from: number): readonly Run[] {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).from < from) low = middle + 1;
    else high = middle;
  }
  return runs.slice(low, low + 2 * SEEN + 2);
}
