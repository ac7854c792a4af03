/** Lets many through at once, or one alone: a document that may have ended workers is read while nothing else can be blamed or harmed. */
export class Gate {
  #inside = 0;
  #alone = false;
  readonly #waiting: { readonly alone: boolean; readonly enter: () => void }[] = [];

  async with<Result>(alone: boolean, work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ alone, enter });
      this.#open();
    });
    try {
      return await work();
    } finally {
      this.#inside--;
      this.#alone = false;
      this.#open();
    }
  }

  /** In the order in which they came: one that wants to be alone keeps those behind it waiting, so that its turn comes. */
  #open(): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      if (this.#alone || (first.alone && this.#inside > 0)) return;
      this.#waiting.shift();
      this.#inside++;
      this.#alone = first.alone;
      first.enter();
    }
  }
}
