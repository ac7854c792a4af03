import type { Item } from '../../../src/archive/query.ts';
import type { DocumentView } from '../../../src/archive/view.ts';
import type { Decision } from '../../../src/extract/why.ts';
import type { Reading } from '../../../src/reading/schema.ts';

/** A reading that was just made; with `why`, what decided each field. */
export type FreshReading = Reading & { readonly why?: readonly Decision[] };

/** A value to narrow a search by; a person's value is an id, and the label the name. */
export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface SearchPage {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly facets: Readonly<Record<string, readonly Facet[]>> | null;
}

/** Somebody over all documents. */
export interface Identity {
  /** `who:…` */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  readonly country: string | null;
}

/** A kept document, with who its actors are over all documents, by their ids in the reading. */
export type KeptDocument = DocumentView & { readonly people: Readonly<Record<string, Identity>> };

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
