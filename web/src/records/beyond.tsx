import type { ComponentChildren } from 'preact';
import type { Review } from '../corrections/review.ts';

/** Ways from a record out of its reading; a reading that nobody kept has none. */
export interface Beyond {
  /** A record's id in the whole archive. */
  readonly idOf?: (record: string) => string;
  /** What readers said about the records. */
  readonly review?: Review;
  /** The page of the person that an actor is over all documents. */
  readonly person?: (actor: string) => string | null;
  /** Shows a record in the page as it came. */
  readonly original?: (record: string) => void;
}

interface PersonLinkProps {
  readonly actor: string | null;
  readonly beyond: Beyond;
  readonly children: ComponentChildren;
}

export function PersonLink({ actor, beyond, children }: PersonLinkProps) {
  const to = actor === null ? null : (beyond.person?.(actor) ?? null);
  return to === null ? children : <a href={to}>{children}</a>;
}

export const OriginalLink = ({ record, beyond }: { readonly record: string; readonly beyond: Beyond }) =>
  beyond.original === undefined ? null : (
    <button
      type="button"
      class="quiet-button"
      data-act="original"
      aria-label={`Original page: record ${record}`}
      onClick={() => beyond.original?.(record)}
    >
      Original page
    </button>
  );
