import type { Event } from '../../reading/schema.ts';
import { type EventPhrase, type Lexicon, matches } from '../lexicon/index.ts';
import type { Prose, Run } from '../names/index.ts';

/** A mode with the words that tell it. */
export interface Mode {
  readonly mode: string;
  readonly by: Run;
}

/** Words beyond the trigger that a phrase may take in: "spoke | by phone", "drone | strike". */
const BEYOND = 2;
/** Words from the trigger within which a `near` phrase counts. */
const NEAR = 9;
/** Marks that end the neighbourhood of a trigger. */
const ENDS = new Set([';', ':', '“', '”', '"', '—']);

/** How an act was done, in PLOVER's names of modes: told by the trigger's own phrase or by a word beside it in its clause; null where neither does. */
export function modeOf(type: Event['type'], trigger: Run, prose: Prose, lexicon: Lexicon): Mode | null {
  return ownMode(type, trigger, prose, lexicon) ?? modeBeside(type, trigger, prose, lexicon);
}

/** Of the phrases that share a word with the trigger the longest that tells a mode. */
function ownMode(type: Event['type'], trigger: Run, prose: Prose, lexicon: Lexicon): Mode | null {
  const sentence = prose.words[trigger.from]?.sentence;
  let best: Mode | null = null;
  for (let at = Math.max(0, trigger.from - BEYOND); at < trigger.to; at++) {
    if (prose.words[at]?.sentence !== sentence) continue;
    for (const { words, value } of matches(lexicon.events, prose.lowers, at)) {
      if (!tells(value, type) || at + words.length <= trigger.from) continue;
      if (best === null || words.length > best.by.to - best.by.from)
        best = value.mode === null ? best : { mode: value.mode, by: { from: at, to: at + words.length } };
    }
  }
  return best;
}

const tells = (phrase: EventPhrase, type: Event['type']): boolean =>
  (phrase.use === 'tells' || phrase.use === 'makes') && phrase.type === type;

/** The nearest word of the clause that tells the type's mode; what follows the trigger before what precedes it. */
function modeBeside(type: Event['type'], trigger: Run, prose: Prose, lexicon: Lexicon): Mode | null {
  const sentence = prose.words[trigger.from]?.sentence;
  const look = (at: number): Mode | null => {
    const hit = matches(lexicon.events, prose.lowers, at).find(({ value }) => value.use === 'near' && value.type === type);
    return hit?.value.mode ? { mode: hit.value.mode, by: { from: at, to: at + hit.words.length } } : null;
  };
  const goes = (at: number): boolean => prose.words[at]?.sentence === sentence && !ENDS.has(prose.lowers[at] ?? '');
  for (let at = trigger.from; at < trigger.to + NEAR && goes(at); at++) {
    const found = look(at);
    if (found) return found;
  }
  for (let at = trigger.from - 1; at >= trigger.from - NEAR && goes(at); at--) {
    const found = look(at);
    if (found) return found;
  }
  return null;
}
