import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The flags of the workers, as parsed. */
export interface Flags {
  readonly archive: string;
  readonly nats: string;
  readonly workers?: number;
  readonly answerWithin?: number;
  readonly tries?: number;
  readonly metrics?: number;
  readonly stream?: string;
}

/** Workers as processes; one that ends is not replaced unless it is killed through here. */
export class Fleet {
  readonly #flags: Flags;
  readonly #milliseconds: number;
  readonly #script: string;
  readonly #env: Record<string, string>;
  readonly #all: (ChildProcess | null)[] = [];
  log = '';
  /** Told of what workers say. */
  hear: (text: string) => void = () => undefined;

  /** @param milliseconds that a reading takes @param script the worker's, where it is not beside the caller's source */
  constructor(flags: Flags, milliseconds: number, env: Record<string, string> = {}, script?: string) {
    this.#flags = flags;
    this.#milliseconds = milliseconds;
    this.#env = env;
    process.once('exit', () => {
      for (const child of this.#all) child?.kill('SIGKILL');
    });
    this.#script = script ?? fileURLToPath(new URL('../child.mjs', import.meta.url));
  }

  start(count = 1): void {
    for (let i = 0; i < count; i++) this.#all.push(this.#spawn());
  }

  #spawn(): ChildProcess {
    const child = spawn(process.execPath, [this.#script, JSON.stringify(this.#flags), String(this.#milliseconds)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...this.#env },
    });
    child.stderr.on('data', (chunk) => {
      this.log += chunk;
      this.hear(`${child.pid} ${chunk}`);
    });
    return child;
  }

  /** Whether one has ended by itself. */
  get fallen(): boolean {
    return this.#all.some((child) => child !== null && (child.exitCode !== null || child.signalCode !== null));
  }

  /** Those that have ended by themselves begin again, as an orchestrator would have it. @returns how many */
  revive(): number {
    let ended = 0;
    for (const [i, child] of this.#all.entries()) {
      if (child === null || (child.exitCode === null && child.signalCode === null)) continue;
      this.#all[i] = this.#spawn();
      ended++;
    }
    return ended;
  }

  /** Kills one with -9, by chance, and starts another in its place. */
  async killOne(): Promise<void> {
    const i = Math.floor(Math.random() * this.#all.length);
    await this.#end(i, 'SIGKILL');
    this.#all[i] = this.#spawn();
  }

  async #end(i: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#all[i];
    if (!child) return null;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  }

  /** Asks all to stop. @returns their exit codes; null for one that was killed */
  async stop(): Promise<readonly (number | null)[]> {
    const codes = await Promise.all(this.#all.map((_, i) => this.#end(i, 'SIGTERM')));
    this.#all.length = 0;
    return codes;
  }

  async kill(): Promise<void> {
    await Promise.all(this.#all.map((_, i) => this.#end(i, 'SIGKILL')));
    this.#all.length = 0;
  }
}
