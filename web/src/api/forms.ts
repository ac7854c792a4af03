import type { Item } from '../../../src/archive/query.ts';
import type { Decision } from '../../../src/extract/why.ts';
import type { Reading } from '../../../src/reading/schema.ts';

/** A reading that was just made; with `why`, what decided each field. */
export type FreshReading = Reading & { readonly why?: readonly Decision[] };

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface SearchPage {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly facets?: Readonly<Record<string, readonly FacetValue[]>>;
}

export interface Why {
  readonly id: string;
  readonly sameEngine: boolean;
  readonly decisions: readonly Decision[];
}

/** What `POST /api/read` takes. */
export type ToRead = ({ readonly text: string } | { readonly html: string } | { readonly url: string }) & {
  readonly title?: string;
  readonly published?: string;
  readonly why?: boolean;
};
