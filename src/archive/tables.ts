import type { Generated } from 'kysely';

// The tables, the same in every store. Flags are 0 or 1 and lists are JSON, since not every store has booleans and arrays.
// `id` and every column that names another table's row (`document`, `engine`, `record`, `actor`) are the store's own numbers: they never
// leave it. What leaves it is named by the text's hash and the reading's own ids.

/** An engine that has read something kept here. */
export interface EngineTable {
  id: Generated<number>;
  version: string;
  model: string;
}

/** A text, once, however often it was printed. */
export interface DocumentTable {
  id: Generated<number>;
  /** The hash that `document.id` of a reading carries, without `sha256:`. */
  sha: string;
  /** Whose reading is the current one. */
  engine: number;
  /** Of the leading printing. */
  url: string | null;
  outlet: string | null;
  title: string | null;
  published: string | null;
  /** MinHash signature; null for a text too short to compare. */
  signature: Uint8Array | null;
  /** The least `sha` among this text and its near copies. */
  story: string;
}

/** A document's text, packed; apart from the readings, which share it. */
export interface TextTable {
  document: number;
  packed: Uint8Array;
}

/** What an engine read in a document, without its text. Older engines' readings stay, for `diff`. */
export interface ReadingTable {
  document: number;
  engine: number;
  packed: Uint8Array;
}

/** A text at a place: the file, line, item or page that it was found in, and what that said about it. */
export interface PrintingTable {
  id: Generated<number>;
  document: number;
  /** Hash of place and description: the same printing again is no second one. */
  key: string;
  uri: string | null;
  input: string | null;
  record: number | null;
  /** What versions are counted by: the article's address, else its file and id in it; null where it has none that would last. */
  address: string | null;
  url: string | null;
  outlet: string | null;
  title: string | null;
  byline: string;
  published: string | null;
  dateline: string | null;
  language: string;
  /** `sha` of the bytes as they came. */
  original: string;
  /** When it was first kept here. Not part of a dump: it depends on when, not on what. */
  seen: string;
}

/** Bytes as they came, once. */
export interface OriginalTable {
  sha: string;
  size: number;
  packed: Uint8Array;
  /** The document whose text it is packed by: the page holds it once more. Null where it is packed by itself. */
  by: number | null;
}

/** What was offered and read whole, so that it need not be read again; a memory, not part of a dump. */
export interface OfferTable {
  key: string;
  documents: number;
}

export interface ActorTable {
  id: Generated<number>;
  document: number;
  local: string;
  name: string;
  kind: string;
  of: string | null;
  role: string | null;
  country: string | null;
  sector: string | null;
  wikidata: string | null;
}

export interface PlaceTable {
  document: number;
  local: string;
  name: string;
  geonames: number | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
}

export interface TimeTable {
  document: number;
  local: string;
  type: string;
  value: string;
  start: number;
  end: number;
}

/** A quotation or an event, in columns to search by. The whole record is in the reading. */
export interface RecordTable {
  id: Generated<number>;
  document: number;
  /** Its id in the reading: `q7`, `e2`. */
  local: string;
  /** The first 12 digits of the document's hash as a number, and the place in the document: with `date` they make the order of `find`. */
  code: number;
  seq: number;
  /** The event's day where the text tells it, else the day of publication, else empty. */
  date: string;
  /** direct, indirect, mixed; null for events. */
  kind: string | null;
  stance: string | null;
  /** PLOVER's type; null for quotations. */
  type: string | null;
  mode: string | null;
  quad: number | null;
  hedged: number;
  negated: number;
  country: string | null;
  lat: number | null;
  lon: number | null;
}

/** Speaker, actor, recipient, by whose word, via: a letter, since there are more of these rows than of any other. */
export type PartLetter = 's' | 'a' | 'r' | 'b' | 'v';

/** Who has which part in a record. */
export interface PartTable {
  record: number;
  part: PartLetter;
  seq: number;
  actor: number;
}

/** A band of a signature: near copies share one. */
export interface BandTable {
  band: number;
  document: number;
}

/** One `ingest`, with its ledger; not part of a dump. */
export interface RunTable {
  id: Generated<number>;
  started: string;
  finished: string | null;
  ledger: string | null;
}

/** A name that appearances are compared under: a surname, a country. */
export interface BlockTable {
  id: Generated<number>;
  key: string;
  /** Whether its appearances have changed since they were linked. */
  stale: number;
}

/** Somebody over all documents, as linked; never part of a dump, since it can be made again. */
export interface PersonTable {
  id: Generated<number>;
  /** 12 digits, made of what tells the person from others. */
  code: string;
  /** Null for one that a correction made. */
  block: number | null;
  name: string;
  kind: string;
  role: string | null;
  country: string | null;
  /** By a correction it is this one. */
  into: number | null;
}

/** Whom an actor of a document is. */
export interface LinkTable {
  actor: number;
  /** Null for one that has no name to be compared under, and is linked by a correction. */
  block: number | null;
  person: number | null;
  /** The letter of `people/appearance.ts`. */
  rule: string | null;
}

/** A person's word over the machine's. */
export interface CorrectionTable {
  /** In the order in which they were made; a later one prevails. */
  id: Generated<number>;
  what: string;
  /** The document that it is about, if it is about one: the number in `documents`. */
  document: number | null;
  /** The whole of it, as JSON. */
  body: string;
  note: string | null;
  made: string;
  /** When it was taken back; such a one is no part of a dump. */
  undone: string | null;
}

/** What `readout watch` remembers of an address, as JSON. No part of a dump: it depends on when, not on what. */
export interface WatchedTable {
  address: string;
  state: string;
}

/** What waits for a worker, and what became of it. No part of a dump: what a worker reads in it is. */
export interface QueueTable {
  id: Generated<number>;
  /** The ingest that brought it. */
  run: number;
  /** Place and content, as in `offers`. */
  key: string;
  uri: string | null;
  /** What else the reader is told of it, as JSON. */
  about: string;
  /** The bytes as they came; null once it is done: then they are among the originals. */
  packed: Uint8Array | null;
  status: 'offered' | 'done' | 'poison';
  /** When its number was last given to the stream, in milliseconds since 1970; 0 for never. */
  hinted: number;
  /** How often the very same came again in the same ingest. */
  again: number;
  /** How often a worker is known to have begun it without coming to an end. */
  tries: number;
  error: string | null;
  /** What became of its documents, as the part of a ledger, in JSON. */
  counts: string | null;
  /** Milliseconds since 1970. */
  finished: number | null;
}

/** Records that were drawn to be judged. No part of a dump: it is about the archive, and not in it. */
export interface SampleTable {
  id: Generated<number>;
  /** What was asked for, as JSON: the same is drawn once. */
  asked: string;
  made: string;
}

export interface SampledTable {
  sample: number;
  /** The order in which they are judged. */
  seq: number;
  /** Its id when it was drawn, and where it stands in its text, as JSON. */
  record: string;
  body: string;
  type: string;
  sort: string;
  outlet: string | null;
  engine: string;
  /** How many records it stands for. */
  weight: number;
  verdict: string | null;
  note: string | null;
  judged: string | null;
}

export interface Tables {
  engines: EngineTable;
  documents: DocumentTable;
  texts: TextTable;
  readings: ReadingTable;
  printings: PrintingTable;
  originals: OriginalTable;
  offers: OfferTable;
  actors: ActorTable;
  places: PlaceTable;
  times: TimeTable;
  records: RecordTable;
  parts: PartTable;
  bands: BandTable;
  runs: RunTable;
  blocks: BlockTable;
  people: PersonTable;
  links: LinkTable;
  corrections: CorrectionTable;
  watched: WatchedTable;
  queue: QueueTable;
  samples: SampleTable;
  sampled: SampledTable;
}
