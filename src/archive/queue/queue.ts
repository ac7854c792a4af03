import type { Reading } from '../../reading/schema.ts';
import type { Ledger } from '../ledger.ts';
import type { Offer } from '../port.ts';

/** Something to be read by whichever worker comes first. */
export interface Queued extends Offer {
  /** Of its place and content: `offerKey`. */
  readonly key: string;
  /** What else its reader is told, as JSON. */
  readonly about: string;
}

/** What the stream carries of it: its number here, and its key, by which a number of another archive is told. */
export interface Ref {
  readonly id: number;
  readonly key: string;
}

/** Something that a worker begins. */
export interface Taken extends Offer {
  readonly about: string;
}

/** One that was set aside. */
export interface Poison {
  readonly id: number;
  readonly uri: string | null;
  readonly about: string;
  readonly tries: number;
  readonly error: string;
}

/** How the queue stands. */
export interface QueueState {
  readonly waiting: number;
  /** When the ingest began that brought the one that waits longest; null where nothing waits. */
  readonly since: string | null;
  /** Of those that ended in the time asked for. */
  readonly done: number;
  readonly poison: number;
  /** Ingests whose last document is not done yet. */
  readonly open: number;
  /** The first few. */
  readonly poisoned: readonly Poison[];
}

/** What became of one: its documents, and what could not be read in it. */
export interface Finished {
  readonly readings: readonly Reading[];
  /** How many documents it gave when it was read before; then nothing was read now. */
  readonly known: number | null;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** A part of the archive: what is to be read. The archive is the truth of it; a stream of messages only says where to look. */
export interface Queue {
  /** Which of these keys an ingest has brought already. */
  brought(run: number, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Adds what an ingest brings; what it has brought already is not added again. @param hinted whether it is given to the stream at once */
  add(run: number, items: readonly Queued[], hinted: boolean): Promise<readonly Ref[]>;
  /**
   * The ingest has brought all. @param ledger what it could count by itself
   * @param again how often it met the very same again, by key
   */
  fed(run: number, ledger: Ledger, again: ReadonlyMap<string, number>): Promise<void>;
  /**
   * The how many-th try the next one is, as far as is known; null where it is done, set aside, or another archive's. It is set aside here
   * where it has had its tries. @param again whether it was given to a worker before
   */
  attempt(ref: Ref, again: boolean, mostTries: number): Promise<number | null>;
  /** What a worker is to read now; null where another was quicker. */
  take(ref: Ref, attempt: number): Promise<Taken | null>;
  /**
   * Keeps what was read, and that it is done, in one transaction; also of one that was set aside since its worker was taken for dead.
   * @returns its counts; null where another worker was quicker
   */
  finish(ref: Ref, offer: Offer, finished: Finished): Promise<Ledger | null>;
  /** A try failed. @returns whether it was the last, so that it is set aside */
  fail(ref: Ref, attempt: number, mostTries: number, error: string): Promise<boolean>;
  /** What has not been given to the stream since `before`, oldest first; it counts as given from now on. */
  toHint(before: number, most: number): Promise<readonly Ref[]>;
  /** The stream did not take them. */
  notHinted(refs: readonly Ref[]): Promise<void>;
  /** Writes the ledgers of ingests whose last document is done, and forgets what was done before `before`. @returns how many ended */
  settle(before: number): Promise<number>;
  waiting(): Promise<number>;
  /** @param since milliseconds since 1970 from which on to count what was done */
  state(since: number): Promise<QueueState>;
  /** What was set aside waits again. @returns how many */
  retry(): Promise<number>;
  /** The ledger of an ingest that has ended; null while it goes on. */
  ledger(run: number): Promise<Ledger | null>;
}
