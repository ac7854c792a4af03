import type { Span } from '../../document/span.ts';

/** A quotation as found in the text, before anybody has asked who its speaker is. */
export interface FoundQuotation {
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** In text order; several when the cue interrupts it. */
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly stance: 'statement' | 'belief' | 'intent';
  readonly score: number;
  /** Index into `Signals.words` of the first word of the first content span. */
  readonly contentWord: number;
  /** The same for the source; -1 where there is none. */
  readonly sourceWord: number;
}
