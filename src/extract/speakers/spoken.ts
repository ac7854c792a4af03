import type { Span } from '../../document/span.ts';
import type { Entity, Gathering } from '../actors/index.ts';
import type { FoundQuotation } from '../quotations/found.ts';

/** A quotation with its speaker resolved. */
export interface Spoken {
  readonly quotation: FoundQuotation;
  /** Empty where nobody can be told; several for joint speakers. */
  readonly speakers: readonly Entity[];
  /** How sure the rule that answered is; null where none did. */
  readonly speakerScore: number | null;
  readonly unknown: 'none-named' | 'ambiguous' | null;
  readonly candidates: readonly Entity[];
  /** Through whom, outermost last. */
  readonly via: readonly Entity[];
  readonly denied: boolean;
  readonly hedged: boolean;
  readonly hedge: Span | null;
}

/** What a rule sees: the article, and the quotations resolved so far (null: not yet). */
export interface Scene {
  readonly gathering: Gathering;
  readonly quotations: readonly FoundQuotation[];
  /** Quotations in text order of their first content, as indices. */
  readonly order: readonly number[];
  /** The place of each quotation in `order`. */
  readonly placeOf: readonly number[];
  /** The smallest quotation in whose words each stands, or null. */
  readonly outer: readonly (number | null)[];
  readonly resolved: readonly (Answer | null)[];
}

/** A rule's answer: whom it found and how surely. `speakers` empty with `candidates` says: one of these, but which cannot be told. */
export interface Answer {
  readonly speakers: readonly Entity[];
  readonly candidates?: readonly Entity[];
  readonly score: number;
  /** An answer that nobody is named; ends the search. */
  readonly nobody?: boolean;
}

/** One way to find a speaker; null where it has nothing to say. */
export interface SpeakerRule {
  readonly name: string;
  /** What the rule decides, with the figure measured on the training articles that put it where it stands. */
  readonly why: string;
  find(scene: Scene, index: number): Answer | null;
}
