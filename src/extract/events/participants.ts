import type { Signals } from '../../model/signals.ts';
import type { Entity, Gathering } from '../actors/index.ts';
import type { Trace } from '../why.ts';
import { type Cast, standsFor } from './stands-for.ts';

/** A pointer weaker than this names nobody. */
const ENOUGH = 0.1;
/** How much of the probability of "none" the best word needs. Acts have somebody at both ends more often than the network dares to say: of the events found in the held-out articles of train/gold 40.1 % were whole with these, 37.6 % with 1 and 1. */
const OF_NONE = { actor: 0.1, recipient: 0.05 } as const;
/** Who does it, or to whom it is done: the word that the trigger points to, and whoever that word stands for. */
export function participants(
  role: 'actor' | 'recipient',
  trigger: number,
  cast: Cast,
  signals: Signals,
  trace: Trace,
  record: string,
): readonly Entity[] {
  const pointed = signals.point(`trigger-${role}`, trigger, 4);
  const none = pointed.find(({ word }) => word < 0)?.p ?? 0;
  const best = pointed.find(({ word }) => word >= 0);
  const taken = best && best.p >= OF_NONE[role] * none && best.p >= ENOUGH ? best : null;
  const entities = taken ? [...standsFor(taken.word, cast)] : [];
  // Two that share an act ("Putin and Kim met"): the second best that is nearly as good and coordinated with the best.
  const second =
    taken &&
    pointed.find(({ word, p }) => word >= 0 && word !== taken.word && p >= 0.5 * taken.p && coordinated(word, taken.word, cast.gathering));
  if (second) for (const entity of standsFor(second.word, cast)) if (!entities.includes(entity)) entities.push(entity);
  trace.note(() => ({
    record,
    field: role,
    value: entities.map(({ name }) => name).join(' + ') || 'none',
    by: `head:trigger-${role}`,
    score: taken?.p ?? none,
    rejected: pointed
      .filter((p) => p !== taken)
      .map(({ word, p }) => ({ value: word < 0 ? 'none' : (cast.gathering.article.prose.words[word]?.text ?? ''), score: p })),
  }));
  return entities;
}

/** Whether only "and", "or" or commas with few words stand between two words. */
function coordinated(a: number, b: number, { article }: Gathering): boolean {
  const [from, to] = a < b ? [a, b] : [b, a];
  if (to - from > 12) return false;
  const between = article.prose.words.slice(from + 1, to);
  return (
    between.some(({ lower }) => lower === 'and' || lower === 'or' || lower === ',') && between.every(({ text }) => !/^[.;:?!]$/u.test(text))
  );
}
