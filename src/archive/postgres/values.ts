import pg from 'pg';

// Where PostgreSQL's values are not SQLite's, told once: the rest of the archive knows texts, numbers, bytes and null.
// Flags are 0 and 1 and lists are JSON in both (see tables.ts), so there is neither boolean nor json to turn.

/** int8, and numeric, which a sum of int8 is: both come as texts, and all of ours are below 2^53. */
const NUMBERS: ReadonlySet<number> = new Set([20, 1700]);
const TEXTS: ReadonlySet<number> = new Set([25, 1043]);

/** PostgreSQL's texts hold every character but one: `\u0000` stands there as this non-character and a digit, as does that itself. */
const MARK = '\uffff';
// biome-ignore lint/complexity/useRegexLiterals: the characters are better seen as escapes
const NEEDS = new RegExp('[\\u0000\\uffff]', 'gu');

const escaped = (text: string): string => text.replace(NEEDS, (character) => `${MARK}${character === MARK ? 1 : 0}`);
const unescaped = (text: string): string =>
  text.includes(MARK) ? text.replace(/\uffff([01])/gu, (_, which: string) => (which === '1' ? MARK : '\0')) : text;

/** A value as PostgreSQL takes it. */
export const toStore = (value: unknown): unknown => (typeof value === 'string' ? escaped(value) : value);

/** How the columns of a result become values. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (NUMBERS.has(oid)) return Number;
    if (TEXTS.has(oid)) return unescaped;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};
