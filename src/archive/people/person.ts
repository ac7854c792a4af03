/** Somebody over all documents of an archive. */
export interface Person {
  /** `who:` and 14 digits. */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  readonly country: string | null;
  /** How many texts the person has a part in, and how many stories those are printings of. */
  readonly documents: number;
  readonly stories: number;
}

/** An actor of a document, and why it is taken for the person. */
export interface LinkView {
  /** As `1f0c22ab9e01:a3`. */
  readonly actor: string;
  readonly name: string;
  readonly role: string | null;
  readonly country: string | null;
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly published: string | null;
  };
  readonly reason: string;
}

export interface PersonView extends Person {
  readonly links: readonly LinkView[];
}

export interface PeopleQuery {
  /** Words of the name. */
  readonly name?: string;
  readonly kind?: string;
  readonly limit?: number;
}

export const personId = (code: string): string => `who:${code}`;
