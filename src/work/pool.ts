import '../model/no-telemetry.ts';
import { Worker } from 'node:worker_threads';
import type { Input } from '../document/document.ts';
import { type ReadoutCode, ReadoutError } from '../error.ts';
import { unreadable } from './perform.ts';
import { problemOf } from './problem.ts';
import { inputOf, type Outcome, type Settings, type Work } from './task.ts';

/** A task that waits or is being worked on, with the promise to keep. */
interface Job {
  readonly task: Work;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: ReadoutError) => void;
  lost: number;
  /** What the last worker over it died of. */
  cause: string;
}

type Answer =
  | { readonly outcome: Outcome }
  | { readonly fatal: { readonly code: ReadoutCode; readonly message: string; readonly next: string } };

/** The input of a lost task; a line's id has nobody told yet, since only the worker looks into it. */
function lostInput(task: Work): Input {
  const input = inputOf(task);
  if (task.kind !== 'line') return input;
  try {
    const id: unknown = JSON.parse(new TextDecoder().decode(task.bytes)).id;
    return typeof id === 'string' || typeof id === 'number' ? { ...input, id: String(id) } : input;
  } catch {
    return input;
  }
}

/** Two deaths over one document are the document's fault; one may be bad luck. */
const MOST_LOST = 2;

/** Milliseconds that a worker has to stop: a window of the network takes a tenth of it. */
const PATIENCE = 5000;

/**
 * Worker threads, each with its own engine. They start when there is work for them, and a dead one is replaced; its document is tried once
 * more, then reported as READOUT_WORKER_LOST.
 */
export class Pool {
  readonly #script: URL;
  readonly #size: number;
  readonly #settings: Settings;
  readonly #waiting: Job[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  #fatal: ReadoutError | null = null;
  #closed = false;

  /** @param script the module that each worker runs @param size the most workers at a time */
  constructor(script: URL, size: number, settings: Settings) {
    this.#script = script;
    this.#size = size;
    this.#settings = settings;
  }

  /** Rejects only when no engine can be opened at all; whatever is wrong with the document is in the outcome. */
  run(task: Work): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject, lost: 0, cause: '' });
      this.#dispatch();
    });
  }

  /**
   * Sends the workers home, also out of the middle of a document. They go by themselves: to terminate a thread inside the network's native
   * code aborts the whole process. One that does not come back to JavaScript in time is terminated all the same.
   */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(
      [...this.#idle, ...this.#busy.keys()].map(async (worker) => {
        const gone = new Promise((resolve) => worker.once('exit', resolve));
        worker.postMessage('stop');
        const late = setTimeout(() => void worker.terminate(), PATIENCE);
        await gone;
        clearTimeout(late);
      }),
    );
  }

  #dispatch(): void {
    if (this.#closed) return;
    if (this.#fatal !== null) {
      for (const job of this.#waiting.splice(0)) job.reject(this.#fatal);
      return;
    }
    while (this.#waiting.length > 0) {
      const worker = this.#idle.pop() ?? (this.#busy.size < this.#size ? this.#start() : null);
      const job = worker === null ? undefined : this.#waiting.shift();
      if (worker === null || job === undefined) return;
      this.#busy.set(worker, job);
      // Copied, not transferred: should the worker die, the task is still here.
      worker.postMessage(job.task);
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#settings, resourceLimits: { maxOldGenerationSizeMb: 2048 } });
    worker.on('message', (answer: Answer) => this.#answered(worker, answer));
    // An error is always followed by the exit, which does what is to do.
    worker.on('error', (error: unknown) => {
      const job = this.#busy.get(worker);
      if (job !== undefined) job.cause = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => this.#died(worker));
    return worker;
  }

  #answered(worker: Worker, answer: Answer): void {
    if ('fatal' in answer) {
      const { code, message, next } = answer.fatal;
      this.#fatal ??= new ReadoutError(code, message, next);
      for (const job of this.#busy.values()) job.reject(this.#fatal);
    } else {
      this.#busy.get(worker)?.resolve(answer.outcome);
      this.#idle.push(worker);
    }
    this.#busy.delete(worker);
    this.#dispatch();
  }

  #died(worker: Worker): void {
    const job = this.#busy.get(worker);
    this.#busy.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#closed) return;
    if (job !== undefined) {
      job.lost++;
      if (job.lost < MOST_LOST) this.#waiting.unshift(job);
      else job.resolve(this.#lost(job));
    }
    this.#dispatch();
  }

  #lost({ task, cause }: Job): Outcome {
    const error = new ReadoutError(
      'READOUT_WORKER_LOST',
      `The worker that read this document died, twice${cause === '' ? '' : `: ${cause}`}.`,
      'The document may need more memory than there is; read it alone, or split it.',
    );
    return unreadable(problemOf(error, lostInput(task)), this.#settings.to);
  }
}
