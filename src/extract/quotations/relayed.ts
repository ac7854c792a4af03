import type { Signals } from '../../model/signals.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Joined } from './join.ts';
import type { Part } from './parts.ts';

const CAPITAL = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const OPENERS =
  /^(?:The|A|An|This|That|These|Those|In|On|At|By|For|As|If|When|While|After|Before|Since|There|It|Its|His|Her|Their|Now|Then|Today)$/u;
const PARTICIPLE = /^\p{Ll}{2,}ing$/u;
/** Words between the speaker and the verb of speech: "has also". */
const BETWEEN = 2;
/** Words of a name at most. */
const NAME = 5;
/** What is told has at least this many words. */
const LEAST = 4;

/**
 * "According to state TV, Kim told reporters that …": what the medium reports is itself somebody's word. The quotation inside has the speaker
 * of the clause and the medium between him and the reader.
 */
export function relayed(outer: Joined, text: string, words: Signals['words'], lexicon: Lexicon): Joined | null {
  const { cue, contents } = outer;
  const content = contents[0];
  const at = (index: number): string => {
    const word = words[index];
    return word ? text.slice(word.start, word.end) : '';
  };
  if (!cue || !content || contents.length > 1 || at(cue.from).toLowerCase() !== 'according') return null;
  const source = subjectAt(content.from, at, lexicon);
  if (source === null) return null;
  let verb = source;
  while (verb < source + BETWEEN && LOWER.test(at(verb)) && lexicon.cues.get(at(verb))?.kind !== 'say') verb++;
  if (lexicon.cues.get(at(verb))?.kind !== 'say') return null;
  // "responded by thanking"
  if (at(verb + 1) === 'by' && PARTICIPLE.test(at(verb + 2))) verb += 2;
  const from = afterObject(verb + 1, at, lexicon);
  const told = partFrom(from, content.to, content.p, words);
  const speaker = partFrom(content.from, source, content.p, words);
  const by = partFrom(verb, verb + 1, content.p, words);
  if (!told || !speaker || !by || content.to - from < LEAST) return null;
  return { contents: [told], cue: by, source: speaker, score: outer.score };
}

/** The word after the name or pronoun that a clause begins with; null where it begins otherwise. */
function subjectAt(from: number, at: (index: number) => string, lexicon: Lexicon): number | null {
  const pronoun = lexicon.pronouns.get(at(from).toLowerCase());
  if (pronoun?.case === 'subject' && pronoun.person === '3') return from + 1;
  if (OPENERS.test(at(from))) return null;
  let to = from;
  while (to < from + NAME && CAPITAL.test(at(to))) to++;
  return to > from ? to : null;
}

/** Past the one spoken to: "told reporters that", "thanking Putin for". */
function afterObject(from: number, at: (index: number) => string, lexicon: Lexicon): number {
  if (lexicon.roles.get(at(from))?.kind === 'person' || lexicon.pronouns.get(at(from))?.case === 'object') return from + 1;
  let to = from;
  while (to < from + NAME && CAPITAL.test(at(to))) to++;
  return to;
}

function partFrom(from: number, to: number, p: number, words: Signals['words']): Part | null {
  const first = words[from];
  const last = words[to - 1];
  return first && last && from < to ? { from, to, start: first.start, end: last.end, p } : null;
}
