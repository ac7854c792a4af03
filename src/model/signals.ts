import type { Span } from '../document/span.ts';

/**
 * Relations that the network scores between two words. The trigger's lead to the words of its own sentence that stand for an actor or recipient;
 * the act's to any words by which the window calls them.
 */
export type Relation =
  | 'content-cue'
  | 'content-source'
  | 'content-speaker'
  | 'antecedent'
  | 'trigger-actor'
  | 'trigger-recipient'
  | 'act-actor'
  | 'act-recipient';

/** One word that a pointer may land on. `word` is -1 for "none". `p` is the probability. */
export interface Pointed {
  readonly word: number;
  readonly p: number;
}

/** A tag sequence decoded from a BIO head: a labelled run of words `[from, to)` with its mean probability. */
export interface Tagged {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly p: number;
}

/**
 * What the network saw in one document: a plain table over words. Only model/ knows of tensors.
 * A word is a maximal run of letters and digits, or one mark (BERT's basic tokens); no span of the network splits one.
 */
export interface Signals {
  /** Words of the text in order, UTF-16 offsets. */
  readonly words: readonly Span[];
  /** Decoded BIO heads. attribution: source cue content (PolNeAR's way) · quotation: the same (the guide's way) · names: PER ORG LOC … · events: the sixteen types · hedge: HEDGE */
  readonly tags: {
    readonly attribution: readonly Tagged[];
    readonly quotation: readonly Tagged[];
    /** Quotations inside quotations (another speaker's words within the content). */
    readonly inner: readonly Tagged[];
    readonly names: readonly Tagged[];
    readonly events: readonly Tagged[];
    readonly hedge: readonly Tagged[];
  };
  /** Probability of an event flag at a word. */
  flag(flag: 'negated' | 'hypothetical' | 'future' | 'historical', word: number): number;
  /**
   * Where `word` points by `relation`, best first, at most `most` (default 8). Only words of the same window can be reached; empty where the
   * word is none that asks: content relations are asked of what may begin a content, trigger relations of triggers, antecedents of pronouns.
   */
  point(relation: Relation, word: number, most?: number): readonly Pointed[];
  /** Probability that `from` points to `to`, 0 where they never stood in one window. */
  link(relation: Relation, from: number, to: number): number;
}
