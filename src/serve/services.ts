import type { Archive } from '../archive/port.ts';
import type { Get } from '../ingest/web.ts';
import type { Outcome, Task } from '../work/task.ts';

/** What the routes stand on; tests hand in their own. */
export interface Services {
  readonly archive: Archive;
  /** Reads a task to JSON lines, outside this thread. Rejects with READOUT_REQUEST_… when there is too much to do. */
  read(task: Task): Promise<Outcome>;
  /** Asks the web for an address. */
  readonly fetch: Get;
}
