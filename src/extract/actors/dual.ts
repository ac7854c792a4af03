import type { Run } from '../names/index.ts';
import type { Entity } from './entity.ts';
import type { Gathering } from './gathering.ts';

/** "The pair": whoever it is, there are two of them. */
const TWO = /^(?:two|both)$/u;
const DEFINITE = /^(?:the|both|these|those)$/u;
const PAIR = new Set(['pair', 'duo']);
const PERSONS = new Set([
  'men',
  'women',
  'leaders',
  'presidents',
  'ministers',
  'senators',
  'candidates',
  'rivals',
  'heads',
  'officials',
  'politicians',
  'lawmakers',
]);
const STATES = new Set(['countries', 'nations', 'states', 'neighbors', 'neighbours', 'governments', 'powers']);
/** Sentences back over which two are still before the reader's eyes. */
const SENTENCES = 3;
/** Words that the phrase may have: "the two rival leaders". */
const LONGEST = 4;

/** "The pair", "the two presidents", "both countries": the last two persons or states that the article spoke of; null for any other phrase. */
export function dual(gathering: Gathering, run: Run): readonly Entity[] | null {
  const { lowers, words } = gathering.article.prose;
  if (run.to - run.from > LONGEST) return null;
  const head = lowers[run.to - 1] ?? '';
  // "Two officials said" are new to the reader; "the two officials" are known.
  const definite = DEFINITE.test(lowers[run.from] ?? '');
  const two = definite && lowers.slice(run.from, run.to - 1).some((lower) => TWO.test(lower));
  const kind = PAIR.has(head) || (two && PERSONS.has(head)) ? 'person' : two && STATES.has(head) ? 'country' : null;
  if (kind === null || !definite) return null;
  const sentence = words[run.from]?.sentence ?? 0;
  const found: Entity[] = [];
  for (let i = gathering.recent.length - 1; i >= 0 && found.length < 2; i--) {
    const mention = gathering.recent[i];
    if (!mention || mention.from >= run.from) continue;
    if (sentence - (words[mention.head]?.sentence ?? 0) > SENTENCES) break;
    if (mention.entity.kind === kind && mention.entity.named && !found.includes(mention.entity)) found.push(mention.entity);
  }
  return found.length === 2 ? found.reverse() : null;
}
