import { type Lexicon, matches } from '../../lexicon/index.ts';
import type { Prose, Run } from '../../names/index.ts';
import type { Flag } from './index.ts';

/** A cue that sets a flag for all in its scope. */
export interface Scope {
  readonly flag: Flag;
  readonly words: Run;
}

/** Words before an act among which a cue of its clause may stand, and one of its verb. */
const CLAUSE = 14;
const VERB = 5;
const SENTENCE = 60;
/** What may stand between a cue and its verb: "has *not yet been fully* implemented". */
const BETWEEN = /^(?:be|been|being|have|has|had|yet|ever|also|even|still|already|soon|again|to|(?!only$)[a-z]+ly)$/u;
const ENDS_CLAUSE = new Set([',', ';', ':', '“', '”', '"', '—', '–', '(', ')', 'but']);

/** The cues before an act whose scope it stands in, the nearest first. */
export function scopesOver(type: string, trigger: Run, prose: Prose, lexicon: Lexicon): Scope[] {
  const sentence = prose.words[trigger.from]?.sentence;
  const found: Scope[] = [];
  let clause = true;
  let verb = true;
  for (let at = trigger.to - 1; at >= 0 && at > trigger.from - SENTENCE && prose.words[at]?.sentence === sentence; at--) {
    const lower = prose.lowers[at] ?? '';
    const distance = trigger.from - at;
    for (const { words, value } of matches(lexicon.flagCues, prose.lowers, at)) {
      // "did not respond" is what was done where it is a refusal.
      if (type === 'REJECT' && at >= trigger.from) continue;
      // Neither "in May attacked" nor "Will attacked" is a cue: printed with a capital only what opens a sentence or a quotation counts.
      const to = at + words.length;
      if (to >= trigger.to || !(prose.words[at]?.shape === 'lower' || (value.scope !== 'verb' && opens(prose, at)))) continue;
      const reach: Readonly<Record<typeof value.scope, boolean>> = {
        sentence: true,
        condition: opens(prose, at) && trigger.from < conditionEnds(prose, to),
        clause: clause && distance <= CLAUSE,
        verb: verb && distance <= VERB + words.length,
      };
      const over = reach[value.scope];
      if (over && !found.some(({ flag }) => flag === value.flag)) found.push({ flag: value.flag, words: { from: at, to } });
    }
    if (at >= trigger.from) continue;
    if (ENDS_CLAUSE.has(lower)) clause = false;
    if (!BETWEEN.test(lower) && !["'", '’', 't', 'not', 'never'].includes(lower)) verb = false;
  }
  return found;
}

const opens = ({ words, texts }: Prose, at: number): boolean =>
  words[at - 1]?.sentence !== words[at]?.sentence || ['“', '"', '‘', '—', '–', ':'].includes(texts[at - 1] ?? '');

/** Where the condition that opens a sentence ends: at its last comma within reach, with the sentence or quotation where it has none. */
function conditionEnds({ words, lowers, texts }: Prose, from: number): number {
  const sentence = words[from]?.sentence;
  let comma = -1;
  let at = from;
  for (; at < from + SENTENCE && words[at]?.sentence === sentence && !['”', '"'].includes(texts[at] ?? ''); at++)
    if (lowers[at] === ',') comma = at;
  return comma < 0 ? at : comma;
}
