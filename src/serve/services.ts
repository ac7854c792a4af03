import type { Archive } from '../archive/port.ts';
import type { Span } from '../document/span.ts';
import type { Read } from '../ingest/run.ts';
import type { Get } from '../ingest/web.ts';
import type { Outcome, Work } from '../work/task.ts';
import type { Jobs } from './jobs.ts';
import type { LitPage } from './original/lit-page.ts';

/** What the routes stand on; tests hand in their own. */
export interface Services {
  readonly archive: Archive;
  /** Reads to JSON lines, outside this thread. Rejects with READOUT_REQUEST_BUSY when there is too much to do. */
  read(task: Work): Promise<Outcome>;
  /** The same for jobs, which wait for their turn. */
  readonly readToKeep: Read;
  /** Asks the web for an address. */
  readonly fetch: Get;
  readonly jobs: Jobs;
  /** A saved page with words lit in it, outside this thread: pages are hostile. */
  light(page: SavedPage): Promise<LitPage>;
}

/** A page as it came, with the text that was read in it. */
export interface SavedPage {
  readonly bytes: Uint8Array;
  readonly uri: string | null;
  readonly text: string;
  /** Spans of the text that are to be lit. */
  readonly lit: readonly Span[];
}
