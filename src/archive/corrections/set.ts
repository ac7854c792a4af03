import type { z } from 'zod';
import { quadOf } from '../../extract/events/quad.ts';
import type { Event, Quotation } from '../../reading/schema.ts';
import type { flagsOf } from './correction.ts';

type QuotationFlags = z.infer<typeof flagsOf.quotation>;
type EventFlags = z.infer<typeof flagsOf.event>;

/** An event of another type; its mode was one of the old type. */
export const retyped = (event: Event, type: Event['type']): Event =>
  event.type === type ? event : { ...event, type, mode: null, quad: quadOf(type) };

/** What nobody hedges has no hedging words. */
export function quotationFlagged(quotation: Quotation, flags: QuotationFlags | EventFlags): Quotation {
  const { denied = quotation.denied, hedged = quotation.hedged, stance = quotation.stance } = flags as QuotationFlags;
  return { ...quotation, denied, hedged, stance, hedge: hedged ? quotation.hedge : null };
}

/** What is no longer so has no words that say it is. */
export function eventFlagged(event: Event, flags: QuotationFlags | EventFlags): Event {
  const given = flags as EventFlags;
  const set = {
    negated: given.negated ?? event.negated,
    hypothetical: given.hypothetical ?? event.hypothetical,
    future: given.future ?? event.future,
    historical: given.historical ?? event.historical,
  };
  const { cues } = event;
  if (cues === undefined) return { ...event, ...set };
  const kept = (flag: keyof typeof set) => (set[flag] ? cues[flag] : null);
  return {
    ...event,
    ...set,
    cues: { negated: kept('negated'), hypothetical: kept('hypothetical'), future: kept('future'), historical: kept('historical') },
  };
}
