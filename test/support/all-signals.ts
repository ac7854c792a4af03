import { words as wordsOf } from '../../src/document/words.ts';
import type { Pointed, Signals, Tagged } from '../../src/model/signals.ts';

/** A window of the network reaches no further. */
const REACH = 250;

/** A network that sees something everywhere: every word is part of a name, a quotation or an event, and points to its neighbours. For measuring. */
export function busySignals(text: string): Signals {
  const words = wordsOf(text);
  const every = (step: number, parts: readonly (readonly [label: string, from: number, to: number])[]): Tagged[] => {
    const tags: Tagged[] = [];
    for (let at = 0; at + step <= words.length; at += step)
      for (const [label, from, to] of parts) tags.push({ label, from: at + from, to: at + to, p: 0.8 });
    return tags;
  };
  const parts = [
    ['source', 0, 1],
    ['cue', 1, 2],
    ['content', 2, 8],
  ] as const;
  const near = (word: number): Pointed[] =>
    [-1, word - 1, word - 2, word + 1, word + 3]
      .filter((to) => to >= -1 && to < words.length && Math.abs(to - word) < REACH)
      .map((to, i) => ({ word: to, p: i === 0 ? 0.1 : 0.5 / i }));
  return {
    words,
    tags: {
      attribution: every(8, parts),
      quotation: every(8, parts),
      inner: every(16, [
        ['source', 3, 4],
        ['cue', 4, 5],
        ['content', 5, 7],
      ]),
      names: every(5, [['PER', 0, 1]]),
      events: every(6, [['ASSAULT', 3, 4]]),
      hedge: every(30, [['HEDGE', 1, 2]]),
    },
    flag: (_, word) => (word % 3 === 0 ? 0.9 : 0.1),
    point: (_, word, most = 8) => near(word).slice(0, most),
    link: (_, from, to) => near(from).find((one) => one.word === to)?.p ?? 0,
  };
}
