/** An actor as one document has it: what people are linked from. */
export interface Appearance {
  /** The store's number of it. */
  readonly row: number;
  /** Hash of its document. */
  readonly document: string;
  /** The story that its document is a printing of. */
  readonly story: string;
  readonly published: string | null;
  /** Its id in the reading. */
  readonly local: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  readonly country: string | null;
}

/** Why an appearance is taken for one of a person. A letter, since every link keeps one. */
export const rules = {
  n: 'the same full name',
  m: 'the same full name but for middle names',
  t: 'the same double surname and country',
  k: 'a short form of the given name, with the same surname, office and country',
  o: 'the same surname, office and country',
  s: 'the same surname in a near copy of an article that has the full name',
  y: 'the same full name, in the same company',
  d: 'the same full name, which nearly everywhere else is of one country',
  c: 'the same country',
  x: 'a correction',
} as const;

export type Rule = keyof typeof rules;

export interface Member {
  readonly appearance: Appearance;
  /** What brought it in. */
  readonly rule: Rule;
}

/** Appearances that are one person, organisation, group or country. */
export interface Group {
  /** What tells it from every other group; made of names and codes, so that it lasts while more is read. */
  readonly signature: string;
  readonly members: readonly Member[];
}

/** The names of the others in an appearance's document: a person's company. */
export type Company = (appearance: Appearance) => ReadonlySet<string>;
