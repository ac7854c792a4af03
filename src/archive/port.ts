import type { Reading } from '../reading/schema.ts';
import type { WatchState } from '../watch/state.ts';
import type { Asked } from './corrections/asked.ts';
import type { Correction, Kept } from './corrections/correction.ts';
import type { Gold } from './corrections/gold.ts';
import type { Facets } from './facets.ts';
import type { Ledger } from './ledger.ts';
import type { Claims } from './looks/claims.ts';
import type { Lineage } from './looks/lineage.ts';
import type { Network } from './looks/network.ts';
import type { Places } from './looks/places.ts';
import type { Quoted } from './looks/quoted.ts';
import type { Timeline } from './looks/timeline.ts';
import type { Identity } from './people/in-document.ts';
import type { PeopleQuery, Person, PersonView } from './people/person.ts';
import type { Page, Query } from './query.ts';
import type { Queue } from './queue/queue.ts';
import type { DiffQuery, DocumentDiff } from './reread/differences.ts';
import type { Engine } from './reread/reread.ts';
import type { Run } from './runs.ts';
import type { Card } from './sample/card.ts';
import type { Judgement, Sample, SampleAsked, SampleHead } from './sample/sample.ts';
import type { DocumentView } from './view.ts';

/** One thing as it came, and what was read in it. A feed gives several documents, a page one. */
export interface Offer {
  /** Where it came from: file, entry of an archive, address; null for standard input. */
  readonly uri: string | null;
  /** The bytes as they came. */
  readonly original: Uint8Array;
}

/** What became of a document that was put: new, known from elsewhere, or known from here. */
export type Fate = 'read' | 'duplicate' | 'unchanged';

export interface Put {
  readonly id: string;
  readonly fate: Fate;
  /** Whether another text stood at its address before. */
  readonly version: boolean;
}

/** Something that a check found. */
export interface Finding {
  readonly check: string;
  /** What it is about: a document, a record, a table. */
  readonly about: string;
  readonly message: string;
  readonly repaired: boolean;
}

export interface CheckUp {
  readonly checks: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * A lasting record of readings. Every store keeps this promise; `test/archive/contract.ts` holds it to it.
 * All methods reject with a ReadoutError READOUT_ARCHIVE_… where the store fails.
 */
export interface Archive {
  /** How many documents this very offer gave when it was read before; null where it was not, or not wholly. */
  known(offer: Offer): Promise<number | null>;
  /**
   * Keeps an offer with all its readings, or nothing at all.
   * @param whole whether all of it could be read, so that it need not be read again
   */
  put(offer: Offer, readings: readonly Reading[], whole: boolean): Promise<readonly Put[]>;
  /** Keeps what other engines read in a document that is there, beside its current reading. */
  putBeside(readings: readonly Reading[]): Promise<void>;
  /** The bytes as they came, by their `sha256:…`; null where there are none. */
  original(id: string): Promise<Uint8Array | null>;
  /** Quotations and events, newest first; the page's `next` goes on where it ends, whatever was put in between. */
  find(query: Query): Promise<Page>;
  /** What `find` finds, counted by what it can be narrowed by. */
  facets(query: Query): Promise<Facets>;
  /** A document by its id, or by the first digits of its hash. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
  document(id: string): Promise<DocumentView>;
  /** All current readings in the order of their ids, each with its leading printing. */
  readings(): AsyncIterable<Reading>;
  /** The whole archive as lines of JSON in one order that depends on nothing but what is kept. */
  dump(): AsyncIterable<string>;
  /** Actors over all documents, those in most first. */
  people(query: PeopleQuery): Promise<readonly Person[]>;
  /** Somebody by id or whole name, with every link and its reason. @throws ReadoutError READOUT_PERSON_NOT_FOUND */
  person(ref: string): Promise<PersonView>;
  /** Who the actors of a document are over all documents, by their ids in its reading. */
  peopleIn(document: string): Promise<ReadonlyMap<string, Identity>>;
  /**
   * Puts a person's word over the machine's, whose own output stays as it is.
   * @throws ReadoutError READOUT_PERSON_NOT_FOUND, READOUT_RECORD_NOT_FOUND, READOUT_USAGE
   */
  correct(asked: Asked, note: string | null): Promise<Kept>;
  /** A correction that comes ready, as from another archive's dump. @returns its number */
  adopt(correction: Correction, note: string | null): Promise<number>;
  /** Takes a correction back. @throws ReadoutError READOUT_CORRECTION_NOT_FOUND */
  undo(id: number): Promise<Kept>;
  /** The standing corrections, in the order in which they were made. */
  corrections(): Promise<readonly Kept[]>;
  /** The documents whose records people have corrected, as gold to learn from. */
  gold(): AsyncIterable<Gold>;
  /** What happened, the oldest first; what several articles tell of one day is one. */
  timeline(query: Query): Promise<Timeline>;
  /** Who did what to whom. */
  network(query: Query): Promise<Network>;
  /** Where it happened. */
  places(query: Query): Promise<Places>;
  /** Who gets quoted. */
  quoted(query: Query): Promise<Quoted>;
  /** Claims and their denials; the query is for the denial. */
  claims(query: Query): Promise<Claims>;
  /** A quotation or event wherever it was printed. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
  lineage(id: string): Promise<Lineage>;
  /** Draws records to be judged; the same again gives the same sample. @throws ReadoutError READOUT_PERSON_NOT_FOUND, READOUT_USAGE */
  draw(asked: SampleAsked): Promise<Sample>;
  /** @throws ReadoutError READOUT_SAMPLE_NOT_FOUND */
  sample(id: number): Promise<Sample>;
  /** All samples, the newest first. */
  samples(): Promise<readonly SampleHead[]>;
  /** Keeps verdicts, all or none. @throws ReadoutError READOUT_RECORD_NOT_FOUND, READOUT_SAMPLE_NOT_FOUND */
  judge(sample: number, judgements: readonly Judgement[]): Promise<Card>;
  /** @throws ReadoutError READOUT_SAMPLE_NOT_FOUND */
  forgetSample(id: number): Promise<void>;
  /** Everything that was judged as one card. */
  trust(): Promise<Card>;
  /** How many documents there are, and how many another engine than this read last. */
  countOutdated(engine: Engine): Promise<{ readonly all: number; readonly outdated: number }>;
  /** The machine's readings of those, by hash. */
  outdated(engine: Engine): AsyncIterable<Reading>;
  /** Takes a new reading of a kept text for the current one; the old one and all corrections stay. */
  reread(reading: Reading): Promise<void>;
  /** What the current engine reads otherwise than the one before. */
  differences(query: DiffQuery): AsyncIterable<DocumentDiff>;
  /** Writes down that an ingest begins. @returns its number */
  begin(): Promise<number>;
  /** Writes down how an ingest ended. */
  end(run: number, ledger: Ledger): Promise<void>;
  /** The ingests with their ledgers, the newest first. */
  runs(): Promise<readonly Run[]>;
  /** What `readout watch` remembers of an address; null where nothing is. */
  watched(address: string): Promise<WatchState | null>;
  /** Remembers what came of a round: all of it, or nothing. */
  keepWatched(states: ReadonlyMap<string, WatchState>): Promise<void>;
  /** What waits for workers. */
  readonly queue: Queue;
  /** Looks for damage; with `repair` mends what can be made again from what is kept. */
  doctor(options: { readonly repair: boolean }): Promise<CheckUp>;
  close(): Promise<void>;
}
