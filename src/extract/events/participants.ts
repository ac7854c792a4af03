import type { Signals } from '../../model/signals.ts';
import { type Entity, type Gathering, resolveSpan } from '../actors/index.ts';
import { type Run, spanOf } from '../names/index.ts';
import type { Trace } from '../why.ts';

/** A pointer weaker than this names nobody. */
const ENOUGH = 0.15;
/** Words that a description may reach back over: "a senior Pentagon official". */
const REACH = 5;
const OPENS =
  /^(?:the|a|an|his|her|its|their|our|my|some|many|several|these|those|this|that|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)$/u;

/** Who does it, or to whom it is done: the word that the trigger points to, and whoever that word stands for. */
export function participants(
  role: 'actor' | 'recipient',
  trigger: number,
  gathering: Gathering,
  signals: Signals,
  trace: Trace,
  record: string,
): readonly Entity[] {
  const pointed = signals.point(`trigger-${role}`, trigger, 4);
  const none = pointed.find(({ word }) => word < 0)?.p ?? 0;
  const best = pointed.find(({ word }) => word >= 0);
  const taken = best && best.p >= none && best.p >= ENOUGH ? best : null;
  const entities = taken ? [...whoIs(taken.word, gathering)] : [];
  // Two that share an act ("Putin and Kim met"): the second best that is nearly as good and coordinated with the best.
  const second =
    taken &&
    pointed.find(({ word, p }) => word >= 0 && word !== taken.word && p >= 0.5 * taken.p && coordinated(word, taken.word, gathering));
  if (second) for (const entity of whoIs(second.word, gathering)) if (!entities.includes(entity)) entities.push(entity);
  trace.note(() => ({
    record,
    field: role,
    value: entities.map(({ name }) => name).join(' + ') || 'none',
    by: `head:trigger-${role}`,
    score: taken?.p ?? none,
    rejected: pointed
      .filter((p) => p !== taken)
      .map(({ word, p }) => ({ value: word < 0 ? 'none' : (gathering.article.prose.words[word]?.text ?? ''), score: p })),
  }));
  return entities;
}

function whoIs(word: number, gathering: Gathering): readonly Entity[] {
  const { article } = gathering;
  const name = article.nameAt[word] ?? -1;
  const owner = name >= 0 ? gathering.owner[name] : null;
  if (owner) return [owner];
  const mention = gathering.byHead.get(word);
  if (mention) return [mention.entity];
  return resolveSpan(gathering, spanOf(article.prose.words, phraseEndingAt(word, gathering)));
}

/** The noun phrase that ends at a word: back to its determiner, never over a mark. */
function phraseEndingAt(word: number, { article }: Gathering): Run {
  const { words } = article.prose;
  for (let from = word; from > word - REACH && from >= 0; from--) {
    const at = words[from];
    if (!at || (at.shape === 'mark' && from < word)) break;
    if (OPENS.test(at.lower)) return { from, to: word + 1 };
  }
  return { from: word, to: word + 1 };
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
