import type { Archive } from '../archive/port.ts';
import type { Finished, Taken } from '../archive/queue/queue.ts';
import { asReadoutError } from '../error.ts';
import { asItIs } from '../ingest/as-it-is.ts';
import { type Read, readingsOf } from '../ingest/run.ts';
import { BackOff, pause } from './back-off.ts';
import type { Tell } from './connect.ts';
import { Gate } from './gate.ts';
import type { Hint, Hints } from './hints.ts';
import { isAway, isFatal, Patient } from './store.ts';
import { keepSweeping, type SweepOptions } from './sweep.ts';
import { Tally } from './tally.ts';
import { type Readable, taskOf } from './task.ts';

export interface WorkerOptions extends SweepOptions {
  /** The most documents in hand at a time. */
  readonly lanes: number;
  /** Tries after which a document is set aside. */
  readonly tries: number;
  /** Milliseconds between two signs of life for what is in hand. */
  readonly beat: number;
  /** Milliseconds that what is in hand has when the worker is to stop. */
  readonly grace: number;
}

/** From this try on a document is read alone. */
const ALONE = 3;

/** Tries that a document has that ends its worker, however few are asked for: only of the last, when it is alone, is it known that it does. */
const LEAST = 2;

/** Milliseconds: longer than a stream that is there takes to say that there is nothing. */
const ASKED = 1500;

/** Reasons that lie with the worker, and not in what is read: another try may go well. */
const failures: ReadonlySet<string> = new Set(['READOUT_WORKER_LOST', 'READOUT_INTERNAL']);

/** Takes hints, reads what they name, keeps it, and only then says that it is done. */
export class QueueWorker {
  readonly tally = new Tally();
  readonly #archive: Archive;
  readonly #hints: Hints;
  readonly #read: Read;
  readonly #options: WorkerOptions;
  readonly #tell: Tell;
  readonly #gate = new Gate();
  /** What is in hand, by its number, with the last hint of it: only that can be answered. */
  readonly #inHand = new Map<number, { hint: Hint }>();
  readonly #stop = new AbortController();
  readonly #late = new AbortController();
  readonly #store: Patient;
  /** Ends soon after the word to stop: a stream that is away would be waited for much longer. */
  readonly #idle: Promise<null>;
  #fault: unknown = null;

  constructor(archive: Archive, hints: Hints, read: Read, options: WorkerOptions, tell: Tell) {
    this.#archive = archive;
    this.#hints = hints;
    this.#read = read;
    this.#options = options;
    this.#tell = tell;
    this.#store = new Patient(tell, this.#stop.signal);
    this.#idle = new Promise((resolve) => this.#stop.signal.addEventListener('abort', () => setTimeout(() => resolve(null), ASKED)));
  }

  get archiveAway(): boolean {
    return this.#store.away;
  }

  /** Works until it is stopped. @throws what no other try can mend */
  async run(): Promise<void> {
    const { signal } = this.#stop;
    const beat = setInterval(() => {
      for (const { hint } of this.#inHand.values()) hint.working();
    }, this.#options.beat);
    const sweeping = keepSweeping(this.#archive.queue, this.#hints, this.#options, signal, this.#tell).catch((error) => this.#fail(error));
    const lanes = Promise.all(Array.from({ length: this.#options.lanes }, () => this.#lane(signal)));
    const late = new Promise<void>((resolve) => this.#late.signal.addEventListener('abort', () => resolve()));
    await Promise.race([Promise.all([lanes, sweeping]), late]);
    clearInterval(beat);
    // What did not come to an end in time is anybody's.
    for (const { hint } of this.#inHand.values()) hint.leave(0);
    if (this.#fault !== null) throw this.#fault;
  }

  /** Takes nothing new; `run` ends when what is in hand is kept, or has had its time. */
  stop(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    setTimeout(() => this.#late.abort(), this.#options.grace).unref();
  }

  #fail(error: unknown): void {
    this.#fault ??= error;
    this.stop();
  }

  async #lane(signal: AbortSignal): Promise<void> {
    const wait = new BackOff();
    while (!signal.aborted) {
      try {
        const hint = await Promise.race([this.#hints.next(), this.#idle]);
        wait.reset();
        if (hint === null) continue;
        if (signal.aborted) hint.leave(0);
        else await this.#handle(hint);
      } catch {
        // The stream is away: its connection tells so, and the sweep makes it anew where it is gone.
        await pause(wait.next(), signal);
      }
    }
  }

  async #handle(hint: Hint): Promise<void> {
    const { id } = hint.ref;
    const there = this.#inHand.get(id);
    if (there !== undefined) {
      // Its hint was lost, or came late: the new one is to be answered.
      there.hint = hint;
      this.tally.idle++;
      return;
    }
    const own = { hint };
    this.#inHand.set(id, own);
    this.tally.underWay++;
    try {
      const done = await this.#work(hint);
      if (done) own.hint.done();
      else own.hint.leave(0);
    } catch (error) {
      own.hint.leave(isAway(error) ? 0 : 1000);
      // Away, and this is to stop: another may have it.
      if (isFatal(error)) this.#fail(error);
      else if (!isAway(error)) this.#tell(`a document is left to another try: ${asReadoutError(error).message}`);
    } finally {
      this.#inHand.delete(id);
      this.tally.underWay--;
    }
  }

  /** @returns whether the hint is done with */
  async #work({ ref, again }: Hint): Promise<boolean> {
    const start = performance.now();
    const most = Math.max(LEAST, this.#options.tries);
    const attempt = await this.#store.ask(() => this.#archive.queue.attempt(ref, again, most));
    this.tally.keeping += (performance.now() - start) / 1000;
    if (attempt === null) {
      this.tally.idle++;
      return true;
    }
    return this.#gate.with(attempt >= Math.min(ALONE, most), () => this.#begin(ref, attempt));
  }

  async #begin(ref: Hint['ref'], attempt: number): Promise<boolean> {
    const start = performance.now();
    let taken: Taken | null;
    try {
      taken = await this.#store.ask(() => this.#archive.queue.take(ref, attempt));
    } catch (error) {
      if (isAway(error) || isFatal(error)) throw error;
      // Not even what was brought can be had back.
      return this.#failed(ref, this.#options.tries, asReadoutError(error).message);
    }
    if (taken === null) {
      this.tally.idle++;
      return true;
    }
    return this.#readAndKeep(ref, attempt, taken, start);
  }

  async #readAndKeep(ref: Hint['ref'], attempt: number, taken: Taken, start: number): Promise<boolean> {
    const task = taskOf(taken);
    const known = await this.#store.ask(() => this.#archive.known(taken));
    const reading = performance.now();
    const finished = known === null ? await this.#readings(task) : { readings: [], known, problems: [] };
    const kept = performance.now();
    this.tally.reading += (kept - reading) / 1000;
    const failure = finished.problems.find(({ code }) => failures.has(code));
    if (failure !== undefined) return this.#failed(ref, attempt, `${failure.code}: ${failure.message}`);
    try {
      const counts = await this.#store.ask(() => this.#archive.queue.finish(ref, taken, finished));
      if (counts === null) this.tally.idle++;
      else this.tally.count(counts);
      return true;
    } catch (error) {
      if (isAway(error) || isFatal(error)) throw error;
      return this.#failed(ref, attempt, asReadoutError(error).message);
    } finally {
      this.tally.keeping += (performance.now() - kept + reading - start) / 1000;
    }
  }

  async #readings(task: Readable): Promise<Finished> {
    const outcome = asItIs(task) ?? (await this.#read(task));
    return {
      readings: readingsOf(outcome, task),
      known: null,
      problems: outcome.problems.map(({ error }) => ({ code: error.code, message: error.message })),
    };
  }

  async #failed(ref: Hint['ref'], attempt: number, error: string): Promise<boolean> {
    const last = await this.#store.ask(() => this.#archive.queue.fail(ref, attempt, this.#options.tries, error));
    this.tally.failed++;
    if (last) {
      this.tally.setAside++;
      this.#tell(`set aside after ${attempt} tries: ${error}`);
    }
    return last;
  }
}
