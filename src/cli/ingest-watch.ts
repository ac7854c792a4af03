import type { Watcher } from '../ingest/run.ts';
import { complain, say } from './complaint.ts';
import { type IngestProgress, ingestProgress } from './ingest-progress.ts';

/** So many are told one by one; the ledger counts them all. */
const MOST_TOLD = 20;

/** An ingest as a person at a terminal sees it: how far it is, and what could not be read. */
export interface Watched extends Watcher {
  readonly progress: IngestProgress;
  /** Ends it, telling of those that were not told one by one. @returns how many could not be read */
  end(): number;
}

/** @param bytes of all sources, for the time that is left */
export function watchIngest(bytes: number): Watched {
  const progress = ingestProgress(bytes);
  let problems = 0;
  return {
    progress,
    step: (ledger) => progress.step(ledger),
    problem({ error }) {
      if (problems++ >= MOST_TOLD) return;
      progress.clear();
      complain(error, error.input.uri ?? error.input.id);
    },
    end() {
      progress.clear();
      if (problems > MOST_TOLD) say(`readout: ${problems - MOST_TOLD} more could not be read\n`);
      return problems;
    },
  };
}
