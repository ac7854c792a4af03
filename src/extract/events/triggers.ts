import type { Signals } from '../../model/signals.ts';
import type { Event } from '../../reading/schema.ts';
import { type Lexicon, matches } from '../lexicon/index.ts';
import type { Prose, Run } from '../names/index.ts';
import { isEventType } from './quad.ts';

/** An act's words and type. */
export interface Trigger extends Run {
  readonly type: Event['type'];
  readonly p: number;
  /** `head:events`, or the phrase of the lexicon that made it or gave it its type. */
  readonly by: string;
}

/** What the lexicon makes an event is neither likely nor unlikely to the network. */
const BY_LEXICON = 0.5;

/**
 * The triggers of an article: what the network saw, less what the lexicon says is no event ("battle of wits"), with what it says is one.
 * Where both speak of the same words the lexicon's type holds.
 */
export function triggersOf(signals: Signals, prose: Prose, lexicon: Lexicon): Trigger[] {
  const { made, madeAt, neverAt } = ofLexicon(prose, lexicon);
  const taken = new Uint8Array(prose.words.length);
  const forbidden = (type: Event['type'], { from, to }: Run): boolean => {
    for (let at = from; at < to; at++) if (neverAt.get(at)?.some((not) => not === '*' || not === type)) return true;
    return false;
  };
  const seen = signals.tags.events.flatMap(({ label, from, to, p }): Trigger[] => {
    if (!isEventType(label) || forbidden(label, { from, to })) return [];
    taken.fill(1, from, to);
    let own: Trigger | undefined;
    for (let at = from; at < to; at++) own ??= madeAt.get(at);
    return [{ type: own?.type ?? label, from, to, p, by: own?.by ?? 'head:events' }];
  });
  const added = made.filter((own) => taken.subarray(own.from, own.to).every((mark) => mark === 0) && !forbidden(own.type, own));
  return [...seen, ...added].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The phrases that make events, the longest at each place, and for each word the types that a phrase over it forbids. */
function ofLexicon(prose: Prose, lexicon: Lexicon) {
  const made: Trigger[] = [];
  const madeAt = new Map<number, Trigger>();
  const neverAt = new Map<number, (Event['type'] | '*')[]>();
  for (let at = 0; at < prose.words.length; at++)
    for (const { words, value } of matches(lexicon.events, prose.lowers, at)) {
      const to = at + words.length;
      if (value.use === 'never') for (let word = at; word < to; word++) neverAt.set(word, [...(neverAt.get(word) ?? []), value.type]);
      if (value.use !== 'makes' || value.type === '*' || madeAt.has(at)) continue;
      const own: Trigger = { type: value.type, from: at, to, p: BY_LEXICON, by: `lexicon:${value.phrase}` };
      made.push(own);
      for (let word = at; word < to; word++) madeAt.set(word, own);
    }
  return { made, madeAt, neverAt };
}
