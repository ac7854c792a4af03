import { Session } from 'node:inspector';

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
  }[];
}

/** Which blocks of Readout's own code have run: V8's block coverage, in this process. */
export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();
  readonly #own: string;

  /** @param own what the addresses of Readout's own scripts have in them */
  constructor(own: string) {
    this.#own = own;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    // With counts: without them V8 tells a function's blocks only once.
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  get blocks(): number {
    return this.#seen.size;
  }

  /** How many blocks ran since the last call that never ran before. */
  fresh(): number {
    let fresh = 0;
    // The inspector of the same thread answers at once.
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error !== null) throw error;
      for (const { url, functions } of answer.result as readonly ScriptCoverage[]) {
        if (!url.includes(this.#own)) continue;
        for (const { functionName, ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges) {
            if (count === 0) continue;
            // Once, a few times, often: a loop that runs longer is news as well.
            const times = count < 4 ? count : count < 32 ? 4 : 32;
            const key = `${url} ${functionName} ${startOffset}-${endOffset} ${times}`;
            if (this.#seen.has(key)) continue;
            this.#seen.add(key);
            fresh++;
          }
      }
    });
    return fresh;
  }
}
