import type { Signals } from '../../model/signals.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Joined } from './join.ts';
import { partAt } from './parts.ts';

const CAPITAL = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const OPENERS =
  /^(?:The|A|An|This|That|These|Those|In|On|At|By|For|As|If|When|While|After|Before|Since|There|It|Its|His|Her|Their|Now|Then|Today)$/u;
/** Words between the speaker and the verb of speech: "has also". */
const BETWEEN = 2;
/** Words of a name at most. */
const NAME = 5;
/** What is told has at least this many words. */
const LEAST = 4;

/**
 * "According to state TV, the general told reporters that …": what the medium reports is itself somebody's word. The quotation inside has the speaker
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
  const from = afterObject(verb + 1, at, lexicon);
  const told = partAt(words, from, content.to, content.p);
  const speaker = partAt(words, content.from, source, content.p);
  const by = partAt(words, verb, verb + 1, content.p);
  if (!told || !speaker || !by || content.to - from < LEAST) return null;
  return { contents: [told], cue: by, source: speaker, score: outer.score };
}

/** The word after the name or pronoun that a clause begins with; null where it begins otherwise. */
function subjectAt(from: number, at: (index: number) => string, lexicon: Lexicon): number | null {
  const pronoun = lexicon.pronouns.get(at(from).toLowerCase());
  if (pronoun?.case === 'subject' && pronoun.person === '3') return from + 1;
  if (OPENERS.test(at(from))) return null;
  const to = nameEnd(from, at);
  return to > from ? to : null;
}

/** Past the one spoken to: "told reporters that". */
function afterObject(from: number, at: (index: number) => string, lexicon: Lexicon): number {
  if (lexicon.roles.get(at(from))?.kind === 'person' || lexicon.pronouns.get(at(from))?.case === 'object') return from + 1;
  return nameEnd(from, at);
}

/** The word after the capitals that begin at a word, itself where none do. */
function nameEnd(from: number, at: (index: number) => string): number {
  let to = from;
  while (to < from + NAME && CAPITAL.test(at(to))) to++;
  return to;
}
