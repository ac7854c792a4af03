interface Words {
  /** Where a record is marked so. */
  readonly set: string;
  /** Where a correction says that it is not. */
  readonly not: string;
  /** Where it is asked for. */
  readonly ask: string;
}

const flags = {
  denied: { set: 'denied', not: 'not denied', ask: 'they deny it' },
  hedged: { set: 'hedged', not: 'not hedged', ask: 'hedged' },
  negated: { set: 'did not happen', not: 'did happen', ask: 'did not happen' },
  hypothetical: { set: 'hypothetical', not: 'not hypothetical', ask: 'hypothetical' },
  future: { set: 'still to come', not: 'not still to come', ask: 'still to come' },
  historical: { set: 'earlier history', not: 'not earlier history', ask: 'earlier history' },
} as const satisfies Readonly<Record<string, Words>>;
export type Flag = keyof typeof flags;

/** The words of a flag by its name in a record; a name that is none of these stands for itself. */
export const flagWords = (name: string): Words =>
  Object.hasOwn(flags, name) ? flags[name as Flag] : { set: name, not: `not ${name}`, ask: name };

/** Those that are set, in words. */
export const setFlags = <T extends Flag>(record: Readonly<Record<T, boolean>>, names: readonly T[]): readonly string[] =>
  names.filter((name) => record[name]).map((name) => flags[name].set);
