import { contains, type Span } from '../../document/span.ts';
import type { Place } from '../../reading/schema.ts';

/** Words that put an act somewhere. */
const LOCATES =
  /\b(?:in|at|near|outside|inside|across|around|on|from|to|of|into|toward|towards|over)\s+(?:the\s+|(?:north|south|east|west)(?:ern|east|west)?\s+|central\s+)*$/iu;
/** Characters before a place in which its preposition stands. */
const BEFORE = 24;

/**
 * Where an act happens: of the places in the trigger's own sentence that a preposition puts there, the one nearest to the trigger, those after it first.
 * A place without one ("Moscow said") is somebody acting, not somewhere; null where the sentence does not tell.
 */
export function placeOf(text: string, trigger: Span, sentence: Span, places: readonly Place[]): string | null {
  let best: { id: string; distance: number } | null = null;
  for (const place of places) {
    if (!contains(sentence, place)) continue;
    if (!LOCATES.test(text.slice(Math.max(sentence.start, place.start - BEFORE), place.start))) continue;
    // What follows the act places it more often than what stands before: weigh the way back double.
    const distance = place.start >= trigger.end ? place.start - trigger.end : 2 * (trigger.start - place.end);
    if (distance >= 0 && (best === null || distance < best.distance)) best = { id: place.id, distance };
  }
  return best?.id ?? null;
}
