import type { Span } from '../../document/span.ts';
import type { Time } from '../../reading/schema.ts';

export function eventDate(times: readonly Time[], trigger: Span, sentence: Span): { readonly time: string | null; readonly date: string | null } {
  void times; void trigger; void sentence;
  return { time: null, date: null };
}
