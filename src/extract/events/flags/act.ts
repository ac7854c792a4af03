import { type Span, startingIn } from '../../../document/span.ts';
import type { Time } from '../../../reading/schema.ts';
import { type Prose, type Run, runOf, spanOf } from '../../names/index.ts';
import { dateOf, eventDate } from '../../times/index.ts';
import { distanceOf } from './distance.ts';
import type { Act, Distance } from './features.ts';

/** What is the same for all acts of an article. */
export interface ActSight {
  readonly text: string;
  readonly prose: Prose;
  readonly sentences: readonly Span[];
  readonly times: readonly Time[];
  readonly published: string | null;
}

/** Of each article the distances of a sentence's dates: a sentence that is a list of a thousand has as many acts, which all ask. */
const known = new WeakMap<ActSight, Map<number, readonly Distance[]>>();

function distancesIn(sight: ActSight, at: number): readonly Distance[] {
  const { sentences, times, published } = sight;
  const own = known.get(sight) ?? new Map<number, readonly Distance[]>();
  known.set(sight, own);
  const sentence = sentences[at];
  if (!sentence) return [];
  const found =
    own.get(at) ??
    startingIn(times, sentence).flatMap(({ type: kind, value }) => {
      const distance = kind === 'DATE' || kind === 'TIME' ? distanceOf(dateOf(value), published) : null;
      return distance ?? [];
    });
  own.set(at, found);
  return found;
}

/** An act as the flags look at it. @param said the quotation that it stands in, with its cue; null where it stands in none */
export function actAt(sight: ActSight, type: string, trigger: Run, said: { readonly cue: Span | null } | null): Act {
  const { text, prose, sentences, times, published } = sight;
  const index = prose.words[trigger.from]?.sentence ?? 0;
  const span = spanOf(prose.words, trigger);
  const sentence = sentences[index] ?? span;
  const near = startingIn(times, sentence);
  const { date, time } = eventDate(text, near, { trigger: span, sentence, hypothetical: false });
  const when = near.find(({ id }) => id === time) ?? near.find(({ value }) => distanceOf(dateOf(value), published) !== null);
  return {
    type,
    trigger,
    cue: said?.cue ? runOf(prose.words, said.cue) : null,
    said: said !== null,
    dated: distanceOf(date, published),
    when: when ? runOf(prose.words, when) : null,
    around: distancesIn(sight, index),
    earlier: distancesIn(sight, index - 1),
    depth: index / Math.max(1, sentences.length),
  };
}
