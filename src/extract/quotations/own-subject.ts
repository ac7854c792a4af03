import type { Signals } from '../../model/signals.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Joined } from './join.ts';
import { partAt } from './parts.ts';

const PARTICIPLE = /^\p{Ll}{2,}ing$/u;
const CAPITAL = /^\p{Lu}/u;
const DETERMINER = /^(?:the|a|an|some|many|several|two|three|other|his|her|its|their)$/u;
/** Words of a name at most. */
const NAME = 5;

/**
 * A participle has its subject beside it where it has one of its own: "reporters asking about …", "with Okoro pledging to …".
 * There the network likes to take the subject of the main clause, which is somebody else.
 */
export function ownSubject(joined: Joined, text: string, words: Signals['words'], lexicon: Lexicon): Joined {
  const { cue } = joined;
  const at = (index: number): string => {
    const word = words[index];
    return word ? text.slice(word.start, word.end) : '';
  };
  if (!cue || !PARTICIPLE.test(at(cue.from))) return joined;
  const found = nounBefore(cue.from, at, lexicon) ?? nameAfterWith(cue.from, at);
  const source = found && partAt(words, found.from, found.to, joined.source?.p ?? cue.p);
  return source && !(joined.source && joined.source.from >= source.from) ? { ...joined, source } : joined;
}

/** "reporters asking": a noun for people right before it. */
function nounBefore(cue: number, at: (index: number) => string, lexicon: Lexicon): { from: number; to: number } | null {
  const role = lexicon.roles.get(at(cue - 1));
  if (role?.kind !== 'person' || !role.plural) return null;
  return { from: DETERMINER.test(at(cue - 2)) ? cue - 2 : cue - 1, to: cue };
}

/** "with Okoro pledging": the name between "with" and its participle. */
function nameAfterWith(cue: number, at: (index: number) => string): { from: number; to: number } | null {
  let from = cue;
  while (from > cue - NAME && from > 0 && CAPITAL.test(at(from - 1))) from--;
  return from < cue && at(from - 1).toLowerCase() === 'with' ? { from, to: cue } : null;
}
