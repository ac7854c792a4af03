import { type Lexicon, match } from '../lexicon/index.ts';
import { opensSentence } from './capital-runs.ts';
import type { FoundName } from './name.ts';
import type { Prose } from './prose.ts';

/** Common words: as a name only where the capital is no accident of the sentence's start. */
const ORDINARY = new Set([
  'Time',
  'House',
  'Slate',
  'Salon',
  'Diet',
  'Independent',
  'Labour',
  'Apple',
  'Treasury',
  'Amnesty',
  'Congo',
  'IS',
  'Guardian',
  'Commons',
  'Fed',
  'Chad',
  'Economist',
  'Conservatives',
  'Polish',
  'Turkey',
  'Guinea',
  'Forbes',
  'Wagner',
  'SANA',
  'Bild',
]);

/** Names that the lexicon knows, longest first, compared letter by letter: `US` is the country, `us` is not. */
export function knownNames(prose: Prose, lexicon: Lexicon): FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < prose.words.length; ) {
    const hit = match(lexicon.known, prose.texts, at);
    const lone = hit?.words.length === 1;
    if (hit === null || (lone && ORDINARY.has(hit.words[0] ?? '') && opensSentence(prose, at)) || !tight(prose, at, hit.words.length)) {
      at++;
      continue;
    }
    // "U.S." is known with and without its last dot; a dot that ends the sentence too belongs to both.
    const { value } = hit;
    const type =
      value.kind === 'organisation'
        ? 'organisation'
        : value.form === 'adjective'
          ? 'people'
          : value.form === 'seat'
            ? 'organisation'
            : 'place';
    found.push({ from: at, to: at + hit.words.length, type, known: value, titles: [], titleFrom: at, by: 'rule:lexicon', p: 1 });
    at += hit.words.length;
  }
  return found;
}

/** Marks inside a known name must touch: `U.S.` and not `U . S .`; nor may the name be a piece of `e-AP-x` or `AP's`-less `mAP`. */
function tight(prose: Prose, at: number, length: number): boolean {
  for (let i = 1; i < length; i++) {
    const word = prose.words[at + i];
    if (word?.shape === 'mark' && !word.glued && word.text !== '&' && word.text !== '/') return false;
  }
  const before = prose.words[at - 1];
  return !(prose.words[at]?.glued && (before?.text === '@' || before?.text === '#' || before?.text === '.' || before?.text === '_'));
}
