import type { Ledger } from '../archive/ledger.ts';
import { asReadoutError, ReadoutError } from '../error.ts';
import type { Watcher } from '../ingest/run.ts';
import type { JobForm } from './forms/job.ts';

/** So many jobs are remembered; the oldest that have ended are forgotten first. */
const REMEMBERED = 200;
/** So many may wait: a crowd is told to come later. */
const WAITING = 50;
/** Problems that are told one by one; the ledger counts them all. */
const TOLD = 20;

/** What a job does; it tells the watcher how far it has come. */
export type Deed = (watcher: Watcher) => Promise<Ledger>;

interface Job {
  form: JobForm;
  readonly deed: Deed;
  readonly heard: Set<() => void>;
}

const nothing: JobForm['ledger'] = { offered: 0, read: 0, versions: 0, unchanged: 0, duplicate: 0, skipped: {} };
const ledgerOf = (ledger: Ledger): JobForm['ledger'] => ({ ...ledger, skipped: { ...ledger.skipped } });
const isOver = ({ state }: JobForm): boolean => state === 'done' || state === 'failed';

/** Ingests asked for over HTTP, one at a time in the order in which they came. What they keep is kept; they themselves are not. */
export class Jobs {
  readonly #jobs = new Map<string, Job>();
  #count = 0;
  #running: Promise<void> | null = null;
  #stopped = false;

  /** @throws ReadoutError READOUT_REQUEST_BUSY */
  add(deed: Deed): JobForm {
    if (this.waiting() >= WAITING)
      throw new ReadoutError('READOUT_REQUEST_BUSY', `${WAITING} jobs are waiting already.`, 'Try again when some of them have ended.');
    const id = String(++this.#count);
    const made = new Date().toISOString();
    const form: JobForm = { id, state: 'waiting', made, ended: null, ledger: nothing, problems: [], error: null };
    this.#jobs.set(id, { form, deed, heard: new Set() });
    for (const [old, job] of this.#jobs) if (this.#jobs.size > REMEMBERED && isOver(job.form)) this.#jobs.delete(old);
    this.#running ??= this.#work();
    return form;
  }

  /** @throws ReadoutError READOUT_REQUEST_UNKNOWN */
  get(id: string): JobForm {
    return this.#job(id).form;
  }

  /** The job as it is now and whenever it has changed, until it has ended. */
  async *follow(id: string, signal: AbortSignal): AsyncGenerator<JobForm> {
    const job = this.#job(id);
    for (let shown: JobForm | null = null; ; ) {
      if (job.form !== shown) {
        shown = job.form;
        yield shown;
      }
      // What was shown, not what is: the last change may have come while it was looked at.
      if (isOver(shown) || signal.aborted || this.#stopped) return;
      if (job.form === shown) await this.#change(job, signal);
    }
  }

  waiting(): number {
    return [...this.#jobs.values()].filter((job) => !isOver(job.form)).length;
  }

  /** Lets those who follow go; the job that runs ends with its process, and can be asked for again: what it kept is kept. */
  stop(): void {
    this.#stopped = true;
    for (const job of this.#jobs.values()) for (const wake of job.heard) wake();
  }

  #job(id: string): Job {
    const job = this.#jobs.get(id);
    if (job === undefined)
      throw new ReadoutError('READOUT_REQUEST_UNKNOWN', `There is no job ${id.slice(0, 40)}.`, 'A server remembers its last 200 jobs.');
    return job;
  }

  async #change(job: Job, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        job.heard.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      job.heard.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  #set(job: Job, change: Partial<JobForm>): void {
    job.form = { ...job.form, ...change };
    for (const wake of [...job.heard]) wake();
  }

  async #work(): Promise<void> {
    for (;;) {
      const job = [...this.#jobs.values()].find(({ form }) => form.state === 'waiting');
      if (job === undefined || this.#stopped) break;
      await this.#run(job);
    }
    this.#running = null;
  }

  async #run(job: Job): Promise<void> {
    this.#set(job, { state: 'running' });
    const watcher: Watcher = {
      step: (ledger) => this.#set(job, { ledger: ledgerOf(ledger) }),
      problem: ({ error }) => {
        if (job.form.problems.length < TOLD) this.#set(job, { problems: [...job.form.problems, error] });
      },
    };
    const ended = () => new Date().toISOString();
    try {
      const ledger = await job.deed(watcher);
      this.#set(job, { state: 'done', ledger: ledgerOf(ledger), ended: ended() });
    } catch (error) {
      const { code, message, next } = asReadoutError(error);
      this.#set(job, { state: 'failed', error: { code, message, next }, ended: ended() });
    }
  }
}
