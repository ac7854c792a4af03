import type { Signals } from '../../model/signals.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Joined } from './join.ts';
import type { Part } from './parts.ts';

const PARTICIPLE = /^\p{Ll}{2,}ing$/u;
const CAPITAL = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const DETERMINER = /^(?:the|a|an|some|many|several|two|three|other|his|her|its|their)$/u;
/** Words between "with NAME" and its participle: ", speaking through a translator,". */
const ASIDE = 9;
/** Words of a name at most. */
const NAME = 5;

/**
 * A participle has its subject beside it where it has one of its own: "reporters asking about …", "with Kim, through a translator, pledging to …".
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
  const first = words[found?.from ?? -1];
  const last = words[(found?.to ?? 0) - 1];
  if (!found || !first || !last || (joined.source && joined.source.from >= found.from)) return joined;
  const source: Part = { ...found, start: first.start, end: last.end, p: joined.source?.p ?? cue.p };
  return { ...joined, source };
}

/** "reporters asking": a noun for people right before it. */
function nounBefore(cue: number, at: (index: number) => string, lexicon: Lexicon): { from: number; to: number } | null {
  const role = lexicon.roles.get(at(cue - 1));
  if (role?.kind !== 'person' || !role.plural) return null;
  return { from: DETERMINER.test(at(cue - 2)) ? cue - 2 : cue - 1, to: cue };
}

/** "with Kim pledging", "with Kim, speaking through a translator, pledging"; but not "sided with Kim, pledging". */
function nameAfterWith(cue: number, at: (index: number) => string): { from: number; to: number } | null {
  let to = cue;
  while (to > cue - ASIDE && to > 1 && !CAPITAL.test(at(to - 1))) {
    const word = at(to - 1);
    if (word !== ',' && !LOWER.test(word)) return null;
    to--;
  }
  let from = to;
  while (from > to - NAME && from > 0 && CAPITAL.test(at(from - 1))) from--;
  const close = to === cue || (at(to) === ',' && PARTICIPLE.test(at(to + 1)) && to + 1 < cue);
  return from < to && close && at(from - 1).toLowerCase() === 'with' ? { from, to } : null;
}
