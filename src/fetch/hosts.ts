/** Turns at the hosts: one connection to a host at a time, and the rest between two that it asks for. */
export class Hosts {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #rest = new Map<string, number>();
  readonly #wait: (milliseconds: number) => Promise<void>;

  constructor(wait: (milliseconds: number) => Promise<void>) {
    this.#wait = wait;
  }

  /** Sets how long a host is left in peace after each answer. */
  rest(host: string, milliseconds: number): void {
    this.#rest.set(host, milliseconds);
  }

  /** Does the work when all that was asked before of this host is done. */
  async turn<Result>(host: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(host);
    const mine = (async () => {
      await before;
      if (before !== undefined && this.#rest.has(host)) await this.#wait(this.#rest.get(host) ?? 0);
      return work();
    })();
    const over = mine.catch(() => undefined);
    this.#last.set(host, over);
    return mine;
  }
}
