import type { Document } from '../document/document.ts';
import type { Reading } from '../reading/schema.ts';

/** One place where a text was found. */
export interface Printing extends Omit<Document, 'text' | 'origin' | 'skipped'> {
  readonly address: string | null;
  /** `sha256:…` of the bytes as they came. */
  readonly original: string;
}

/** A text that stood at an address. */
export interface Version {
  /** From 1. */
  readonly version: number;
  readonly id: string;
  readonly published: string | null;
  readonly seen: string;
}

/** A document with all that the archive knows of it. */
export interface DocumentView {
  readonly reading: Reading;
  readonly printings: readonly Printing[];
  /** The texts at its addresses, where there is more than this one. */
  readonly versions: readonly { readonly address: string; readonly versions: readonly Version[] }[];
  /** Near copies and itself: ids of one story. */
  readonly story: readonly string[];
}
