import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { SearchWords } from './rows.ts';
import type { Tables } from './tables.ts';

/** Words that must all be found in these columns of `SearchWords`, each in any of them: lists of terms that must stand one after the other. */
export interface Match {
  readonly columns: readonly (keyof SearchWords)[];
  readonly phrases: readonly (readonly string[])[];
  /** One of the phrases is enough: they are forms of one word. */
  readonly any?: true;
}

/** One term where it stands in the index. */
export interface Indexed {
  readonly record: number;
  readonly column: string;
  readonly term: string;
  /** From 0 in its column. */
  readonly at: number;
}

/** What of SQL differs from store to store: full text, and how a store looks at itself. Everything else is common. */
export interface Driver {
  readonly db: Kysely<Tables>;
  /** A transaction that no other writer can come between, retried by nobody: it waits for its turn. */
  write<Result>(work: (trx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  readonly words: {
    add(trx: Transaction<Tables>, rows: readonly { readonly record: number; readonly words: SearchWords }[]): Promise<void>;
    remove(trx: Transaction<Tables>, records: readonly number[]): Promise<void>;
    /** A condition over `records`: that all of it is found. */
    found(matches: readonly Match[]): RawBuilder<boolean>;
    /** All that the index holds, in no order, to compare it with what it should hold. */
    contents(): AsyncIterable<Indexed>;
    /** Empties the index. */
    clear(trx: Transaction<Tables>): Promise<void>;
  };
  /**
   * The store as it is now, whatever is written meanwhile, to be read and closed: a dump or a check-up of an archive that grows under it
   * would find halves.
   */
  snapshot(): Promise<Driver>;
  /** After many rows came in with numbers of their own: the next get higher ones, and searches know how many there are. */
  settle(trx: Transaction<Tables>): Promise<void>;
  /** What the store itself finds wrong with its file. */
  selfCheck(): Promise<readonly string[]>;
  /** Rows that point to rows that are not there, as `table row → table`. */
  loose(): Promise<readonly string[]>;
  /** What the store throws, as a ReadoutError that says what to do; other errors as they are. */
  fault(error: unknown): unknown;
  close(): Promise<void>;
}
