import type { Judgement, Sample, Verdict } from '../archive/sample/sample.ts';
import { sampledText } from './sample-text.ts';

/** Where keys come from, and where words go: a terminal, or a test. */
export interface Terminal {
  /** The next key; null where there are no more. */
  key(): Promise<string | null>;
  print(text: string): Promise<void>;
}

const verdicts: Readonly<Record<string, Verdict>> = { y: 'right', n: 'wrong', u: 'unsure' };
const help = 'y right, n wrong, u unsure, s later, b back, q stop';

/** The next record after a place that has no verdict; past the end where all have one. */
function nextOpen(items: readonly { readonly verdict: Verdict | null }[], from: number): number {
  const later = items.findIndex(({ verdict }, at) => at >= from && verdict === null);
  return later < 0 ? items.length : later;
}

/** Asks of each record that has no verdict whether it is right; each verdict is kept at once, so that stopping loses nothing. */
export async function askAll(
  { items: drawn }: Sample,
  terminal: Terminal,
  keep: (judgement: Judgement) => Promise<unknown>,
): Promise<void> {
  const items = drawn.map((item) => ({ ...item }));
  for (let at = nextOpen(items, 0); at < items.length; ) {
    const item = items[at];
    if (item === undefined) return;
    await terminal.print(`\n${sampledText(item, items.length)}\nRight? (${help}) `);
    const key = (await terminal.key())?.toLowerCase() ?? 'q';
    const verdict = verdicts[key];
    await terminal.print(`${verdict ?? ''}\n`);
    // Ctrl-C and Ctrl-D come as keys while they are read one by one.
    if (key === 'q' || key === '\u0003' || key === '\u0004') return;
    if (key === 'b') at = Math.max(0, at - 1);
    else if (key === 's') at = nextOpen(items, at + 1);
    else if (verdict !== undefined) {
      item.verdict = verdict;
      await keep({ n: item.n, verdict });
      at = nextOpen(items, at + 1);
    }
  }
}
