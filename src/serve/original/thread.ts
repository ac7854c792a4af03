import { Worker } from 'node:worker_threads';
import { ReadoutError } from '../../error.ts';
import type { SavedPage } from '../services.ts';
import type { LitPage } from './lit-page.ts';

/** Milliseconds that a page may take, and those before it. */
const PATIENCE = 20_000;
const MOST = 32;

interface Waiting {
  readonly resolve: (lit: LitPage) => void;
  readonly reject: (error: ReadoutError) => void;
}

const lost = (): ReadoutError =>
  new ReadoutError('READOUT_REQUEST_TOO_LONG', `The page took longer than ${PATIENCE / 1000} seconds.`, 'Take its bytes with ?raw=true.');

/** One thread that lights pages, started for the first; one that a page keeps too long is replaced. */
export class PageThread {
  readonly #script: URL;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #count = 0;

  constructor(script: URL) {
    this.#script = script;
  }

  /** @throws ReadoutError READOUT_REQUEST_BUSY, READOUT_REQUEST_TOO_LONG */
  async light(page: SavedPage): Promise<LitPage> {
    if (this.#waiting.size >= MOST)
      throw new ReadoutError('READOUT_REQUEST_BUSY', `${MOST} pages are being shown already.`, 'Try again in a few seconds.');
    const id = ++this.#count;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const late = setTimeout(() => void worker.terminate(), PATIENCE);
    try {
      return await new Promise<LitPage>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        worker.postMessage({ id, page });
      });
    } finally {
      clearTimeout(late);
      this.#waiting.delete(id);
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    worker.on('message', ({ id, lit }: { readonly id: number; readonly lit: LitPage }) => this.#waiting.get(id)?.resolve(lit));
    // Out of memory, or a fault: the exit that follows tells all who wait.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      for (const { reject } of this.#waiting.values()) reject(lost());
    });
    worker.unref();
    return worker;
  }
}
